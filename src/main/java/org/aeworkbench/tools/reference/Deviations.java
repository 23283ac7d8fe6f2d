package org.aeworkbench.tools.reference;

/**
 * The largest relative deviations of a training from a reference case. Each is |ours − reference|
 * over a scale that stays sensible when the reference happens to be near zero.
 *
 * @param firstLoss of the loss before any update: initialisation and forward pass alone; over the
 *     reference
 * @param losses of all losses; over the reference
 * @param reconstructionTerms of the reconstruction terms of all losses; over the reference
 * @param penaltyTerms of their penalties; over the larger of the reference and a thousandth of the
 *     loss
 * @param codes of the codes' norms, over the reference, and of the single numbers of image 0's
 *     code, over the larger of the reference and the root mean square of that code
 * @param reconstructions of the sums of the reconstructions' pixels; over the reference
 * @param parameterSums of the sums of each tensor; over the larger of |reference| and the tensor's
 *     norm, since a sum of numbers of both signs may be any small number
 * @param parameterNorms of the norms of each tensor; over the reference
 */
public record Deviations(
    double firstLoss,
    double losses,
    double reconstructionTerms,
    double penaltyTerms,
    double codes,
    double reconstructions,
    double parameterSums,
    double parameterNorms) {
  /** Nothing meaningful is smaller: below it a deviation counts absolutely. */
  private static final double SMALLEST_SCALE = 1e-6;

  /** The largest but for the first loss, which has a tolerance of its own. */
  public double largest() {
    return Math.max(
        Math.max(Math.max(losses, codes), Math.max(reconstructionTerms, penaltyTerms)),
        Math.max(reconstructions, Math.max(parameterSums, parameterNorms)));
  }

  /** Whether all are within the tolerances; what is not a number is not. */
  public boolean within(double tolerance, double firstLossTolerance) {
    return largest() <= tolerance && firstLoss <= firstLossTolerance;
  }

  static double relative(double ours, double reference, double scale) {
    return Math.abs(ours - reference)
        / Math.max(SMALLEST_SCALE, Math.max(Math.abs(reference), scale));
  }
}
