package org.aeworkbench.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * How a source becomes a data set.
 *
 * @param image the shape of each image; null for what suits what is found
 * @param fit how a picture of another shape is brought to it
 * @param invert true to make dark light: paper becomes background
 * @param testFraction share of the images to judge by, in 0…1 without both ends; only of a source
 *     that does not say itself which these are
 * @param splitSeed decides which they are
 */
public record ImportOptions(
    @Nullable ImageShape image, Fit fit, boolean invert, double testFraction, long splitSeed) {
  /** A seventh to judge by, as MNIST has. */
  public static final double DEFAULT_TEST_FRACTION = 1.0 / 7;

  /** Above it a percentage says more. */
  private static final int LARGEST_NAMED_PART = 20;

  /** Whatever suits what is found. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(null, Fit.CROP, false, DEFAULT_TEST_FRACTION, 42);

  /**
   * Checks the range.
   *
   * @throws UsageException if the share is none
   */
  public ImportOptions {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new UsageException(
          "A share of " + testFraction + " cannot be test images.",
          "Choose more than 0 and less than 1, for instance 0.15.");
    }
  }

  /** With another shape; null for what suits what is found. */
  public ImportOptions withImage(@Nullable ImageShape other) {
    return new ImportOptions(other, fit, invert, testFraction, splitSeed);
  }

  /** With another way to fit. */
  public ImportOptions withFit(Fit other) {
    return new ImportOptions(image, other, invert, testFraction, splitSeed);
  }

  /** Inverted or not. */
  public ImportOptions withInvert(boolean other) {
    return new ImportOptions(image, fit, other, testFraction, splitSeed);
  }

  /** With another share of test images. */
  public ImportOptions withTestFraction(double other) {
    return new ImportOptions(image, fit, invert, other, splitSeed);
  }

  /** With another choice of test images. */
  public ImportOptions withSplitSeed(long other) {
    return new ImportOptions(image, fit, invert, testFraction, other);
  }

  /** All of it for people, for instance {@code 32x32x3 crop, one in 7 for tests by seed 42}. */
  public String text() {
    return images() + ", " + share() + " for tests by seed " + splitSeed;
  }

  /** All of it for the name of what is kept: other options, another one. */
  String key() {
    return images() + ", test " + (float) testFraction + " by seed " + splitSeed;
  }

  private String images() {
    return (image == null ? "as found" : image.text())
        + " "
        + fit.id()
        + (invert ? " inverted" : "");
  }

  /** The share of test images as people say it: a seventh is no round number of percent. */
  private String share() {
    long every = Math.round(1 / testFraction);
    if (every <= LARGEST_NAMED_PART && Math.abs(every * testFraction - 1) < 1e-5) {
      return "one in " + every;
    }
    BigDecimal percent = BigDecimal.valueOf(100 * testFraction).round(new MathContext(4));
    return percent.stripTrailingZeros().toPlainString() + " %";
  }
}
