package org.aeworkbench.tools.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.EpochOrder;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.training.Backends;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.vector.Peak;

/**
 * Times batches of real trainings. The backends of a network take turns in short slices, so that a
 * machine that slows down or speeds up meanwhile does so for both.
 */
public final class TrainingBenchmark {
  private static final int SLICES = 4;
  private static final long WARM_UP_NANOS = 2_000_000_000;
  private static final int WARM_UP_BATCHES = 100;

  private final Dataset images;
  private final int batchSize;
  private final int threads;
  private final double seconds;

  /**
   * @param images to learn
   * @param batchSize images a batch, at most as many as there are
   * @param threads of the vector backend and of the peak
   * @param seconds to spend on each backend, warm-up (at most 2 s or a batch) not counted
   */
  public TrainingBenchmark(Dataset images, int batchSize, int threads, double seconds) {
    this.images = images;
    this.batchSize = batchSize;
    this.threads = threads;
    this.seconds = seconds;
  }

  /**
   * Measures a network on some backends.
   *
   * @return a measurement for each backend, in their order
   * @throws InterruptedException if interrupted
   */
  public List<Measurement> run(NetworkSpec spec, List<BackendName> backends)
      throws InterruptedException {
    double peak = Peak.flopsPerSecond(threads);
    List<Candidate> candidates = new ArrayList<>();
    try {
      for (BackendName backend : backends) {
        candidates.add(new Candidate(new Subject(spec, backend)));
      }
      for (Candidate candidate : candidates) {
        candidate.warmUp();
      }
      for (int slice = 0; slice < SLICES; slice++) {
        for (Candidate candidate : candidates) {
          candidate.measure((long) (seconds / SLICES * 1e9));
        }
      }
    } finally {
      candidates.forEach(Candidate::close);
    }
    double flops = (double) spec.trainingFlopsPerImage() * batchSize;
    return candidates.stream()
        .map(
            candidate ->
                Measurement.of(candidate.subject, batchSize, candidate.nanos(), flops, peak))
        .toList();
  }

  /** One backend's training and the times of its batches. */
  private final class Candidate implements AutoCloseable {
    private final Subject subject;
    private final Trainer trainer;
    private final int[] order;
    private final List<Long> times = new ArrayList<>();
    private int position;

    Candidate(Subject subject) {
      this.subject = subject;
      TrainingPlan plan =
          Presets.LAB_SHALLOW
              .plan()
              .withSpec(subject.spec())
              .withBatchSize(batchSize)
              .withBackend(subject.backend());
      trainer =
          Backends.open(
              new TrainingLoop(images, images, threads).untrained(plan, "MNIST"), threads);
      order = new EpochOrder(images.size(), plan.seed(), true).of(1);
    }

    void warmUp() {
      long end = System.nanoTime() + WARM_UP_NANOS;
      for (int i = 0; i < WARM_UP_BATCHES && (i == 0 || System.nanoTime() < end); i++) {
        batch();
      }
    }

    /** At least one batch, and no more than fit into the time by the last one's measure. */
    void measure(long nanos) {
      long end = System.nanoTime() + nanos;
      long last = 0;
      do {
        last = batch();
        times.add(last);
      } while (System.nanoTime() + last < end && !Thread.currentThread().isInterrupted());
    }

    private long batch() {
      if (position + batchSize > order.length) {
        position = 0; // full batches only: a short one would not be comparable
      }
      long began = System.nanoTime();
      double loss = trainer.trainBatch(images, order, position, batchSize).total();
      long took = System.nanoTime() - began;
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException("the lab's plans do not diverge, but the loss is " + loss);
      }
      position += batchSize;
      return took;
    }

    long[] nanos() {
      return times.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
      trainer.close();
    }
  }
}
