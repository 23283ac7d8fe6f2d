package org.aeworkbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What training makes small, as options; what is not given is the preset's. */
final class ObjectiveOptions {
  @Option(
      names = "--loss",
      paramLabel = "NAME",
      converter = Converters.OfLoss.class,
      description = "bce (binary cross-entropy, default) or mse (mean squared error).")
  private @Nullable Loss loss;

  @Option(
      names = "--noise",
      paramLabel = "KIND:LEVEL",
      converter = Converters.OfNoise.class,
      description =
          "Denoising: the encoder sees corrupted images, the loss the clean ones. gaussian:SIGMA,"
              + " masking:P, saltpepper:P, or none.")
  private @Nullable Corruption noise;

  @Option(
      names = "--sparse",
      paramLabel = "WEIGHT",
      description =
          "Sparse: adds WEIGHT times the sum of the code's absolute values, for instance 1e-5.")
  private @Nullable Double sparse;

  @Option(
      names = "--variational",
      description =
          "Variational: the code's layer becomes mean and log-variance of a normal distribution."
              + " A network that has gaussian:N in its --encoder is variational without it.")
  private boolean variational;

  @Option(
      names = "--beta",
      paramLabel = "X",
      description = "Weight of a variational net's divergence. Default: 1.")
  private @Nullable Double beta;

  @Option(
      names = "--beta-warmup",
      paramLabel = "N",
      description = "Epochs in which that weight grows from 0. Default: 0.")
  private @Nullable Integer betaWarmup;

  @Option(
      names = "--no-sampling",
      description = "Give the decoder of a variational net the mean instead of a sample.")
  private boolean noSampling;

  /** Whether the network is to become variational. */
  boolean variational() {
    return variational;
  }

  /**
   * The objective of a network.
   *
   * @param preset what stands where nothing was given
   * @param code of the network
   * @throws UsageException naming options that do not go together
   */
  Objective of(Objective preset, Code code) {
    Objective objective = preset;
    if (loss != null) {
      objective = objective.withLoss(loss);
    }
    if (noise != null) {
      objective = objective.withCorruption(noise);
    }
    objective = objective.fitting(code);
    if (objective.penalty() instanceof Penalty.Kl kl) {
      if (sparse != null) {
        throw new UsageException(
            "--sparse and a variational code contradict each other.", "Leave one of them out.");
      }
      return objective.withPenalty(
          new Penalty.Kl(
              beta == null ? kl.beta() : beta,
              betaWarmup == null ? kl.warmupEpochs() : betaWarmup,
              kl.sampling() && !noSampling));
    }
    String without =
        beta != null
            ? "--beta"
            : betaWarmup != null ? "--beta-warmup" : noSampling ? "--no-sampling" : "";
    if (!without.isEmpty()) {
      throw new UsageException(
          without + " belongs to a variational net.", "Add --variational, or leave it out.");
    }
    return sparse == null ? objective : objective.withPenalty(new Penalty.L1(sparse));
  }

  /** Which options were given, by name. */
  Map<String, Boolean> given() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--loss", loss != null);
    given.put("--noise", noise != null);
    given.put("--sparse", sparse != null);
    given.put("--variational", variational);
    given.put("--beta", beta != null);
    given.put("--beta-warmup", betaWarmup != null);
    given.put("--no-sampling", noSampling);
    return given;
  }
}
