package org.aeworkbench.ui.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.aeworkbench.app.job.LossHistory;
import org.aeworkbench.modelfile.EpochResult;

/**
 * What the loss axis shows when nobody has zoomed.
 *
 * @param low lower end, above 0 on a logarithmic axis
 * @param high upper end
 */
record LossRange(double low, double high) {
  private static final double MARGIN = 0.04;

  static LossRange of(LossHistory losses, List<ReferenceLine> lines, boolean logarithmic) {
    double[] shown =
        DoubleStream.concat(
                Arrays.stream(losses.batches().values()),
                DoubleStream.concat(
                    losses.epochs().stream().mapToDouble(EpochResult::validationLoss),
                    lines.stream().mapToDouble(ReferenceLine::loss)))
            .filter(loss -> Double.isFinite(loss) && (!logarithmic || loss > 1e-6))
            .toArray();
    if (shown.length == 0) {
      return logarithmic ? new LossRange(0.05, 1) : new LossRange(0, 1);
    }
    double min = Arrays.stream(shown).min().getAsDouble();
    double max = Arrays.stream(shown).max().getAsDouble();
    if (logarithmic) {
      double factor = Math.pow(Math.max(max / min, 1.5), MARGIN);
      return new LossRange(min / factor, max * factor);
    }
    double margin = Math.max(max - Math.min(0, min), 1e-3) * MARGIN;
    return new LossRange(Math.min(0, min), max + margin);
  }
}
