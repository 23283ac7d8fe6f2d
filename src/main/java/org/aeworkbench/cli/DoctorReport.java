package org.aeworkbench.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aeworkbench.analysis.LatentStatistics;
import org.aeworkbench.analysis.LossDoctor;
import org.aeworkbench.analysis.ObjectiveDoctor;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.network.Autoencoder;

/** Says on the command line what the loss doctor finds, each finding once. For one thread. */
final class DoctorReport {
  private static final int RECENT_BATCHES = 30;
  private static final int MOST_IMAGES = 1000;

  private final TrainingPlan plan;
  private final Dataset images;
  private final Consumer<String> say;
  private final Deque<Double> recent = new ArrayDeque<>();
  private final List<EpochResult> epochs = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();
  private long batches;

  /**
   * @param images whose codes are looked at, the first {@value #MOST_IMAGES} of them
   * @param say takes a line
   */
  DoctorReport(TrainingPlan plan, Dataset images, Consumer<String> say) {
    this.plan = plan;
    this.images = images.first(Math.min(images.size(), MOST_IMAGES));
    this.say = say;
  }

  /** Before the first batch. */
  void begin() {
    tell("plan", LossDoctor.beforehand(plan));
  }

  void batch(double loss) {
    batches++;
    recent.addLast(loss);
    if (recent.size() > RECENT_BATCHES) {
      recent.removeFirst();
    }
  }

  /** After an epoch: its losses. */
  void epoch(EpochResult result) {
    epochs.add(result);
    double mean = recent.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    tell("losses", LossDoctor.ofLosses(new LossDoctor.Course(batches, mean, epochs), plan, null));
  }

  /** At the end: the codes. */
  void end(Autoencoder network) {
    if (network.spec().code() instanceof Code.Gaussian) {
      float[][] pixels = images.images(IntStream.range(0, images.size()).toArray());
      double[] divergences = network.distributions(pixels).divergences();
      tell("codes", ObjectiveDoctor.ofDivergences(divergences, plan.objective()));
    } else {
      LatentStatistics statistics = LatentStatistics.of(network, images, () -> false);
      tell("codes", LossDoctor.ofCodes(statistics, plan.objective()));
    }
  }

  private void tell(String kind, Optional<String> finding) {
    if (finding.isPresent() && kinds.add(kind)) {
      say.accept("note: " + finding.get());
    }
  }
}
