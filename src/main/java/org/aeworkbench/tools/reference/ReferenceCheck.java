package org.aeworkbench.tools.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.MadeImages;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.training.Backends;

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
   * @return not a number where a loss is not finite
   * @throws ProblemException if the case needs more images than there are
   * @throws org.aeworkbench.problem.UsageException if the backend does not have what it needs
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
    TrainingPlan plan =
        new TrainingPlan(
            reference.spec(),
            reference.optimizer(),
            reference.objective(),
            1,
            reference.batchSize(),
            0,
            false,
            backend);
    Backends.check(plan);
    List<LossTerms> losses = new ArrayList<>();
    float[] parameters;
    try (Trainer trainer =
        Backends.of(backend)
            .open(
                plan,
                SplitMixInitialisation.parameters(reference.spec()),
                UpdaterState.initial(),
                threads,
                new ReferenceStreams())) {
      int steps = reference.losses().size();
      int[] order = IntStream.range(0, steps * plan.batchSize()).toArray();
      for (int step = 0; step < steps; step++) {
        losses.add(trainer.trainBatch(images, order, step * plan.batchSize(), plan.batchSize()));
      }
      parameters = trainer.copyParameters();
    }
    Autoencoder autoencoder = new Autoencoder(reference.spec(), parameters);
    return new Deviations(
        Deviations.relative(losses.getFirst().total(), reference.losses().getFirst().total(), 0),
        worst(losses, reference, LossTerms::total),
        worst(losses, reference, LossTerms::reconstruction),
        penalties(losses, reference),
        codes(autoencoder, reference, images),
        reconstructions(autoencoder, reference, images),
        parameters(parameters, reference, true),
        parameters(parameters, reference, false));
  }

  private static double worst(
      List<LossTerms> losses, ReferenceCase reference, ToDoubleFunction<LossTerms> term) {
    double worst = 0;
    for (int i = 0; i < losses.size(); i++) {
      double expected = term.applyAsDouble(reference.losses().get(i));
      worst = Math.max(worst, Deviations.relative(term.applyAsDouble(losses.get(i)), expected, 0));
    }
    return worst;
  }

  /**
   * Against at least a thousandth of the loss, since a penalty may happen to be next to nothing.
   */
  private static double penalties(List<LossTerms> losses, ReferenceCase reference) {
    double worst = 0;
    for (int i = 0; i < losses.size(); i++) {
      LossTerms expected = reference.losses().get(i);
      double scale = 1e-3 * expected.total();
      worst =
          Math.max(worst, Deviations.relative(losses.get(i).penalty(), expected.penalty(), scale));
    }
    return worst;
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
