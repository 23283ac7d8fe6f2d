package org.aeworkbench.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.aeworkbench.problem.UsageException;

/** The trainings that everybody has: the lab's three, and published ones. */
public final class Presets {
  /** Seed of a preset unless another is asked for. */
  public static final long DEFAULT_SEED = 42;

  /** Text of the lab's deep network. */
  static final String DEEP_NETWORK =
      "28x28x1 | dense:128:relu dense:64:relu dense:32:relu"
          + " | dense:64:relu dense:128:relu dense:784:sigmoid";

  /** Text of the lab's convolutional one. */
  static final String CONV_NETWORK =
      "28x28x1 | conv:16:relu pool conv:8:relu pool conv:8:relu pool"
          + " | conv:8:relu up conv:8:relu up conv:16:relu:valid up conv:1:sigmoid";

  /** The lab's first network: 50 epochs of 256 images a batch, Adadelta 1.0. */
  public static final Preset LAB_SHALLOW =
      lab(
          "shallow",
          "Shallow",
          "One hidden layer: 784 → code → 784.",
          "28x28x1 | dense:32:relu | dense:784:sigmoid",
          50,
          256,
          0.1018);

  /** The lab's deep network: 100 epochs of 256 images a batch. */
  public static final Preset LAB_DEEP =
      lab(
          "deep",
          "Deep",
          "784 → 128 → 64 → code → 64 → 128 → 784.",
          DEEP_NETWORK,
          100,
          256,
          0.0971);

  /**
   * The lab's convolutional network: 50 epochs of 128 images a batch, as on the Keras blog, whose
   * training loss is the published one; the lab leaves the choice open.
   */
  public static final Preset LAB_CONV =
      lab(
          "conv",
          "Conv",
          "Three convolutions with pooling down to a code of 4×4×c, three with upsampling back.",
          CONV_NETWORK,
          50,
          128,
          0.094);

  /** The lab's three, in its order. */
  public static final List<Preset> LAB = List.of(LAB_SHALLOW, LAB_DEEP, LAB_CONV);

  /** All of them. */
  public static final List<Preset> ALL =
      List.of(
          LAB_SHALLOW,
          LAB_DEEP,
          LAB_CONV,
          PublishedPresets.BLOG_SPARSE,
          PublishedPresets.BLOG_DEEP,
          PublishedPresets.BLOG_CONV,
          PublishedPresets.BLOG_DENOISING,
          PublishedPresets.BLOG_VAE,
          PublishedPresets.KERAS_CONV,
          PublishedPresets.KERAS_DENOISING,
          PublishedPresets.MLP_VAE);

  private Presets() {}

  /**
   * The preset of a name.
   *
   * @throws UsageException if there is none of that name
   */
  public static Preset of(String id) {
    return ALL.stream()
        .filter(preset -> preset.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no preset \"" + id + "\".",
                    "Choose one of "
                        + ALL.stream().map(Preset::id).collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * The lab's preset of an architecture's name.
   *
   * @throws UsageException if there is none of that name
   */
  public static Preset ofFamily(String family) {
    return LAB.stream()
        .filter(preset -> preset.family().equalsIgnoreCase(family))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no architecture \"" + family + "\".",
                    "Choose shallow, deep or conv."));
  }

  /** The preset whose plan this is; see {@link Preset#matches}. */
  public static Optional<Preset> matching(TrainingPlan plan) {
    return ALL.stream().filter(preset -> preset.matches(plan)).findFirst();
  }

  /** The preset whose network this is, with whatever code size. */
  public static Optional<Preset> familyOf(NetworkSpec spec) {
    return ALL.stream().filter(preset -> preset.isFamilyOf(spec)).findFirst();
  }

  /** The short name of a network: its preset's family, or {@code custom}. */
  public static String name(NetworkSpec spec) {
    return familyOf(spec).map(Preset::family).orElse("custom");
  }

  /** The code sizes that are offered for a network: its preset's, or all that are possible. */
  public static CodeSizes codeSizes(NetworkSpec spec) {
    return familyOf(spec)
        .map(preset -> preset.forImage(spec.image()).codeSizes())
        .orElseGet(spec::codeSizes);
  }

  private static Preset lab(
      String family,
      String title,
      String description,
      String network,
      int epochs,
      int batchSize,
      double publishedLoss) {
    return new Preset(
        "lab-" + family,
        title,
        family,
        description,
        new TrainingPlan(
            NetworkSpec.parse(network),
            new Optimizer.Adadelta(),
            Objective.LAB,
            epochs,
            batchSize,
            DEFAULT_SEED,
            true,
            BackendName.VECTOR),
        256,
        OptionalDouble.of(publishedLoss));
  }
}
