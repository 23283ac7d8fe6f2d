package org.aeworkbench.tools.reference;

import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.MadeImages;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.modelfile.TrainingHistory;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.training.TrainingObserver;

/** Repeats the trainings of a reference file on one of the backends. */
public final class ReferenceCheck {
  private final Dataset mnist;
  private final BackendName backend;
  private final int threads;

  /**
   * @param mnist MNIST's training images in file order
   * @param threads of the vector backend
   */
  public ReferenceCheck(Dataset mnist, BackendName backend, int threads) {
    this.mnist = mnist;
    this.backend = backend;
    this.threads = threads;
  }

  /**
   * Trains as the case says and compares.
   *
   * @throws ProblemException if the case needs more images than there are
   * @throws org.aeworkbench.training.TrainingDivergedException if a loss is not finite
   */
  public Deviations run(ReferenceCase reference) {
    Dataset images =
        reference.made()
            ? MadeImages.of(reference.spec().image(), Math.toIntExact(reference.images()))
            : mnist;
    if (reference.images() > images.size()) {
      throw new ProblemException(
          "The case needs " + reference.images() + " images, there are " + images.size() + ".",
          "Use fewer steps or a smaller batch.");
    }
    TrainedModel trained = train(reference, images);
    float[] losses = trained.history().batches().means();
    double worstLoss =
        IntStream.range(0, losses.length)
            .mapToDouble(i -> Deviations.relative(losses[i], reference.losses()[i], 0))
            .reduce(0, Math::max);
    Autoencoder autoencoder = trained.autoencoder();
    return new Deviations(
        Deviations.relative(losses[0], reference.losses()[0], 0),
        worstLoss,
        codes(autoencoder, reference, images),
        reconstructions(autoencoder, reference, images),
        parameters(trained.parameters(), reference, true),
        parameters(trained.parameters(), reference, false));
  }

  /** One epoch in file order over just the images of the steps is what the file describes. */
  private TrainedModel train(ReferenceCase reference, Dataset images) {
    TrainingPlan plan =
        new TrainingPlan(
            reference.spec(),
            reference.optimizer(),
            new Objective(reference.loss()),
            1,
            reference.batchSize(),
            0,
            false,
            backend);
    Dataset learned = images.first(reference.losses().length * reference.batchSize());
    TrainedModel start =
        new TrainedModel(
            plan,
            SplitMixInitialisation.parameters(reference.spec()),
            UpdaterState.initial(),
            TrainingHistory.empty(),
            new Provenance(reference.made() ? "made" : "MNIST", "", learned.size(), "", ""));
    return new TrainingLoop(learned, images.first(1), threads)
        .run(start, new TrainingControl(), new TrainingObserver() {});
  }

  private static double codes(Autoencoder autoencoder, ReferenceCase reference, Dataset images) {
    float[][] codes = autoencoder.encode(firstImages(images, reference.codeL2().length));
    double worst = 0;
    for (int i = 0; i < codes.length; i++) {
      double reference2 = reference.codeL2()[i];
      worst =
          Math.max(worst, Deviations.relative(norm(codes[i], 0, codes[i].length), reference2, 0));
    }
    double rootMeanSquare = reference.codeL2()[0] / Math.sqrt(codes[0].length);
    for (int i = 0; i < reference.codeOfImage0().length; i++) {
      worst =
          Math.max(
              worst, Deviations.relative(codes[0][i], reference.codeOfImage0()[i], rootMeanSquare));
    }
    return worst;
  }

  private static double reconstructions(
      Autoencoder autoencoder, ReferenceCase reference, Dataset images) {
    double[] sums = reference.reconstructionSums();
    float[][] reconstructions = autoencoder.reconstruct(firstImages(images, sums.length));
    double worst = 0;
    for (int i = 0; i < sums.length; i++) {
      double ours = sum(reconstructions[i], 0, reconstructions[i].length);
      worst = Math.max(worst, Deviations.relative(ours, sums[i], 0));
    }
    return worst;
  }

  private static double parameters(float[] parameters, ReferenceCase reference, boolean sums) {
    double worst = 0;
    int from = 0;
    for (ReferenceCase.Tensor tensor : reference.parameters()) {
      double deviation =
          sums
              ? Deviations.relative(sum(parameters, from, tensor.size()), tensor.sum(), tensor.l2())
              : Deviations.relative(norm(parameters, from, tensor.size()), tensor.l2(), 0);
      worst = Math.max(worst, deviation);
      from += tensor.size();
    }
    return worst;
  }

  private static float[][] firstImages(Dataset images, int count) {
    return images.images(IntStream.range(0, count).toArray());
  }

  private static double sum(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static double norm(float[] values, int from, int count) {
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      squares += (double) values[i] * values[i];
    }
    return Math.sqrt(squares);
  }
}
