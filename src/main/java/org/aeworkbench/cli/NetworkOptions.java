package org.aeworkbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NetworkText;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network is trained, as options: a preset's, or layer by layer. */
final class NetworkOptions {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      converter = Converters.OfPreset.class,
      description =
          "lab-shallow, lab-deep or lab-conv, the lab's numbers; blog-sparse, blog-deep, blog-conv,"
              + " blog-denoising or blog-vae, the Keras blog's; keras-conv, keras-denoising or"
              + " mlp-vae, published elsewhere; or one of your own that the window has saved. The"
              + " other options change them. Default: the preset of --arch.")
  private @Nullable Preset preset;

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      converter = Converters.OfFamily.class,
      description = "shallow (default), deep or conv.")
  private @Nullable Preset family;

  @Option(
      names = "--encoding-dim",
      paramLabel = "N",
      description =
          "Numbers in the code: 1 to 256 (default 32), for conv a multiple of 16 up to 256"
              + " (default 128).")
  private @Nullable Integer encodingDim;

  @Option(
      names = "--encoder",
      paramLabel = "LAYERS",
      description = {
        "Layers from the image to the code, with spaces between them: dense:UNITS:ACT,"
            + " conv:FILTERS:ACT (3x3; :valid or :stride2 may follow), tconv:FILTERS:ACT"
            + " (transposed, to twice the size), pool, up, reshape:C:H:W, crop:H:W,"
            + " dropout:RATE, at the end gaussian:N (a variational code); ACT is relu, leakyrelu, elu, tanh, sigmoid or linear."
      })
  private @Nullable String encoder;

  @Option(
      names = "--decoder",
      paramLabel = "LAYERS",
      description = "Layers from the code back to the image; goes with --encoder.")
  private @Nullable String decoder;

  /**
   * A preset's plan with the network that was asked for.
   *
   * @param options what training makes small
   * @param image shape of the images that it is for
   */
  TrainingPlan plan(ObjectiveOptions options, ImageShape image) {
    boolean own = encoder != null || decoder != null;
    Preset base = own ? base() : base().forImage(image);
    NetworkSpec spec = own ? custom(image) : base.spec();
    if (options.variational()) {
      spec = spec.withGaussianCode();
    }
    if (encodingDim != null) {
      Presets.codeSizes(spec).check(encodingDim, Presets.name(spec));
      spec = spec.withEncodingDim(encodingDim);
    }
    return base.plan().withNetwork(spec, options.of(base.plan().objective(), spec.code()));
  }

  /** Which options were given, by name. */
  Map<String, Boolean> given() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--preset", preset != null);
    given.put("--arch", family != null);
    given.put("--encoding-dim", encodingDim != null);
    given.put("--encoder", encoder != null);
    given.put("--decoder", decoder != null);
    return given;
  }

  private NetworkSpec custom(ImageShape image) {
    if (encoder == null || decoder == null) {
      throw new UsageException(
          (encoder == null ? "--decoder" : "--encoder") + " is only half a network.",
          "Give --encoder and --decoder.");
    }
    if (family != null) {
      throw new UsageException("--arch and --encoder contradict each other.", "Leave one out.");
    }
    return NetworkText.network(image, encoder, decoder);
  }

  private Preset base() {
    if (preset == null) {
      return Objects.requireNonNullElse(family, Presets.LAB_SHALLOW);
    }
    if (family != null && !family.family().equals(preset.family())) {
      throw new UsageException(
          "--preset " + preset.id() + " and --arch " + family.family() + " contradict each other.",
          "Leave one out.");
    }
    return preset;
  }
}
