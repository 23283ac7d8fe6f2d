package org.aeworkbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.network.Architecture;
import org.aeworkbench.network.AutoencoderSpec;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.training.Backend;
import org.aeworkbench.training.Preset;
import org.aeworkbench.training.TrainedModel;
import org.aeworkbench.training.TrainingPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The fields of a {@link TrainingPlan} as options. What is not given comes from a preset. */
final class PlanOptions {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      converter = Converters.OfPreset.class,
      description =
          "lab-shallow, lab-deep or lab-conv: the lab's numbers. The other options change them."
              + " Default: the preset of --arch.")
  private @Nullable Preset preset;

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      converter = Converters.OfArchitecture.class,
      description = "shallow (default), deep or conv.")
  private @Nullable Architecture architecture;

  @Option(
      names = "--encoding-dim",
      paramLabel = "N",
      description =
          "Numbers in the code: 1 to 256 (default 32), for conv a multiple of 16 up to 256"
              + " (default 128).")
  private @Nullable Integer encodingDim;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description = "adadelta (default), adam, or sgd with Nesterov momentum.")
  private @Nullable String optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Default: 1 for adadelta, 0.001 for adam, 0.5 for sgd.")
  private @Nullable Double learningRate;

  @Option(names = "--momentum", paramLabel = "X", description = "Of sgd. Default: 0.9.")
  private @Nullable Double momentum;

  @Option(names = "--rho", paramLabel = "X", description = "Of adadelta. Default: 0.95.")
  private @Nullable Double rho;

  @Option(names = "--beta1", paramLabel = "X", description = "Of adam. Default: 0.9.")
  private @Nullable Double beta1;

  @Option(names = "--beta2", paramLabel = "X", description = "Of adam. Default: 0.999.")
  private @Nullable Double beta2;

  @Option(
      names = "--epsilon",
      paramLabel = "X",
      description = "Of adadelta and adam. Default: 1e-7.")
  private @Nullable Double epsilon;

  @Option(
      names = "--loss",
      paramLabel = "NAME",
      converter = Converters.OfLoss.class,
      description = "bce (binary cross-entropy, default) or mse (mean squared error).")
  private @Nullable Loss loss;

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
      description = "Of initialisation and shuffling. Default: " + Preset.DEFAULT_SEED + ".")
  private @Nullable Long seed;

  @Option(names = "--no-shuffle", description = "Learn the images in file order in every epoch.")
  private boolean noShuffle;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = Converters.OfBackend.class,
      description = "vector (default) or dl4j.")
  private @Nullable Backend backend;

  /** The plan of a new training. */
  TrainingPlan plan() {
    TrainingPlan plan = base();
    if (encodingDim != null) {
      plan = plan.withSpec(new AutoencoderSpec(plan.spec().architecture(), encodingDim));
    }
    plan = plan.withOptimizer(chosenOptimizer());
    if (loss != null) {
      plan = plan.withLoss(loss);
    }
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
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--preset", preset != null);
    given.put("--arch", architecture != null);
    given.put("--encoding-dim", encodingDim != null);
    given.put("--optimizer", optimizer != null);
    given.put("--momentum", momentum != null);
    given.put("--rho", rho != null);
    given.put("--beta1", beta1 != null);
    given.put("--beta2", beta2 != null);
    given.put("--epsilon", epsilon != null);
    given.put("--loss", loss != null);
    given.put("--batch-size", batchSize != null);
    given.put("--seed", seed != null);
    given.put("--no-shuffle", noShuffle);
    return given;
  }

  private TrainingPlan base() {
    if (preset == null) {
      return Preset.of(Objects.requireNonNullElse(architecture, Architecture.SHALLOW)).plan();
    }
    if (architecture != null && architecture != preset.architecture()) {
      throw new UsageException(
          "--preset "
              + preset.id()
              + " and --arch "
              + architecture.id()
              + " contradict each other.",
          "Leave one out.");
    }
    return preset.plan();
  }

  private TrainingPlan withEpochsAndBackend(TrainingPlan base) {
    TrainingPlan plan = epochs == null ? base : base.withEpochs(epochs);
    return backend == null ? plan : plan.withBackend(backend);
  }

  private Optimizer chosenOptimizer() {
    Optimizer defaults = Optimizer.of(Objects.requireNonNullElse(optimizer, "adadelta"));
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
