package org.aeworkbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The fields of a {@link TrainingPlan} as options. What is not given comes from a preset. */
final class PlanOptions {
  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final ObjectiveOptions objective = new ObjectiveOptions();

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description =
          "adadelta, adam, rmsprop, or sgd with Nesterov momentum. Default: the preset's.")
  private @Nullable String optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Default: 1 for adadelta, 0.001 for adam and rmsprop, 0.5 for sgd.")
  private @Nullable Double learningRate;

  @Option(names = "--momentum", paramLabel = "X", description = "Of sgd. Default: 0.9.")
  private @Nullable Double momentum;

  @Option(
      names = "--rho",
      paramLabel = "X",
      description = "Of adadelta (default 0.95) and rmsprop (default 0.9).")
  private @Nullable Double rho;

  @Option(names = "--beta1", paramLabel = "X", description = "Of adam. Default: 0.9.")
  private @Nullable Double beta1;

  @Option(names = "--beta2", paramLabel = "X", description = "Of adam. Default: 0.999.")
  private @Nullable Double beta2;

  @Option(
      names = "--epsilon",
      paramLabel = "X",
      description = "Of adadelta, adam and rmsprop. Default: 1e-7.")
  private @Nullable Double epsilon;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; with --resume, those already done included.")
  private @Nullable Integer epochs;

  @Option(names = "--batch-size", paramLabel = "N", description = "Images an update.")
  private @Nullable Integer batchSize;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything random. Default: " + Presets.DEFAULT_SEED + ".")
  private @Nullable Long seed;

  @Option(names = "--no-shuffle", description = "Learn the images in file order in every epoch.")
  private boolean noShuffle;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = Converters.OfBackend.class,
      description = "vector (default) or dl4j.")
  private @Nullable BackendName backend;

  /**
   * The plan of a new training.
   *
   * @param image shape of the images that it is for
   */
  TrainingPlan plan(ImageShape image) {
    TrainingPlan plan = network.plan(objective, image);
    plan = plan.withOptimizer(chosenOptimizer(plan.optimizer()));
    if (batchSize != null) {
      plan = plan.withBatchSize(batchSize);
    }
    if (seed != null) {
      plan = plan.withSeed(seed);
    }
    if (noShuffle) {
      plan = plan.withShuffle(false);
    }
    return withEpochsAndBackend(plan);
  }

  /**
   * The plan of a training that goes on: the model's own but for epochs, learning rate and backend.
   */
  TrainingPlan resumedPlan(TrainedModel model) {
    String unwanted =
        fixedByModel().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!unwanted.isEmpty()) {
      throw new UsageException(
          "With --resume the model's own plan goes on, " + unwanted + " cannot change it.",
          "Leave it out; --epochs, --learning-rate and --backend can change.");
    }
    TrainingPlan plan = model.plan();
    if (learningRate != null) {
      plan = plan.withOptimizer(plan.optimizer().withLearningRate(learningRate));
    }
    plan = withEpochsAndBackend(plan);
    int done = model.history().epochs().size();
    if (plan.epochs() <= done) {
      throw new UsageException(
          "The model has learned for " + done + " epochs already.",
          "Ask for more, for instance --epochs " + (done + 10) + ".");
    }
    return plan;
  }

  private Map<String, Boolean> fixedByModel() {
    Map<String, Boolean> given = new LinkedHashMap<>(network.given());
    given.put("--optimizer", optimizer != null);
    given.put("--momentum", momentum != null);
    given.put("--rho", rho != null);
    given.put("--beta1", beta1 != null);
    given.put("--beta2", beta2 != null);
    given.put("--epsilon", epsilon != null);
    given.putAll(objective.given());
    given.put("--batch-size", batchSize != null);
    given.put("--seed", seed != null);
    given.put("--no-shuffle", noShuffle);
    return given;
  }

  private TrainingPlan withEpochsAndBackend(TrainingPlan base) {
    TrainingPlan plan = epochs == null ? base : base.withEpochs(epochs);
    return backend == null ? plan : plan.withBackend(backend);
  }

  private Optimizer chosenOptimizer(Optimizer preset) {
    Optimizer defaults = optimizer == null ? preset : Optimizer.of(optimizer);
    if (learningRate != null) {
      defaults = defaults.withLearningRate(learningRate);
    }
    return switch (defaults) {
      case Optimizer.Adadelta d -> {
        refuse(d, "--momentum", momentum, "--beta1", beta1, "--beta2", beta2);
        yield new Optimizer.Adadelta(
            d.learningRate(), orElse(rho, d.rho()), orElse(epsilon, d.epsilon()));
      }
      case Optimizer.Adam d -> {
        refuse(d, "--momentum", momentum, "--rho", rho);
        yield new Optimizer.Adam(
            d.learningRate(),
            orElse(beta1, d.beta1()),
            orElse(beta2, d.beta2()),
            orElse(epsilon, d.epsilon()));
      }
      case Optimizer.Sgd d -> {
        refuse(d, "--rho", rho, "--beta1", beta1, "--beta2", beta2, "--epsilon", epsilon);
        yield new Optimizer.Sgd(d.learningRate(), orElse(momentum, d.momentum()));
      }
      case Optimizer.Rmsprop d -> {
        refuse(d, "--momentum", momentum, "--beta1", beta1, "--beta2", beta2);
        yield new Optimizer.Rmsprop(
            d.learningRate(), orElse(rho, d.rho()), orElse(epsilon, d.epsilon()));
      }
    };
  }

  private static double orElse(@Nullable Double given, double otherwise) {
    return given == null ? otherwise : given;
  }

  private static void refuse(Optimizer optimizer, @Nullable Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        throw new UsageException(
            "The optimizer " + optimizer.id() + " has no " + namesAndValues[i] + ".",
            "Leave it out or choose another --optimizer.");
      }
    }
  }
}
