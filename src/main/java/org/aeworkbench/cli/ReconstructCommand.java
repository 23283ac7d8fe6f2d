package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.aeworkbench.analysis.NoiseReduction;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.OutputNames;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.Corruptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends pictures through a network. */
@Command(
    name = "reconstruct",
    header = "Send pictures or a test set through a model.",
    description = {
      "Brings pictures of digits into MNIST's style, and pictures for models of other images to"
          + " their size, encodes and decodes them, and leaves of each NAME-input.png (what the"
          + " network saw) and NAME-reconstruction.png, of the model's size, and of the first hundred reconstructions.png, every input above its reconstruction.",
      "With --test-set or --data it takes test images, which are called by their numbers.",
      "A picture that cannot be read stops none of the others. Pictures of one name are numbered."
    },
    footer = {
      "  aeworkbench reconstruct shallow/model.aemodel seven.png three.jpg --out mine",
      "  aeworkbench reconstruct shallow/model.aemodel scans --each-digit --out mine",
      "  aeworkbench reconstruct photos/model.aemodel --data photos --limit 100 --out mine"
    })
final class ReconstructCommand implements Callable<Integer> {
  private static final String INPUT = "-input.png";
  private static final String RECONSTRUCTION = "-reconstruction.png";

  private final Console console;
  @Mixin private final TestSetOptions testSet = new TestSetOptions();
  @Mixin private final PictureOptions options = new PictureOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGE",
      description = "PNG, JPEG, WebP, GIF, BMP or TIFF files, or folders of them.")
  private List<Path> images = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      converter = Converters.OfFolder.class,
      description = "Where the pictures go.")
  private Path out = Path.of("");

  @Option(
      names = "--noise",
      paramLabel = "KIND:LEVEL",
      converter = Converters.OfNoise.class,
      description =
          "Corrupt the pictures before the network sees them: gaussian:SIGMA, masking:P or"
              + " saltpepper:P. Says how much of the noise is taken away.")
  private Corruption noise = new Corruption.None();

  @Option(names = "--seed", paramLabel = "S", description = "Of that noise. Default: 1.")
  private long seed = 1;

  ReconstructCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.check();
    boolean testImages = testSet.areMeant(images, options);
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    ImageShape shape = autoencoder.spec().image();
    if (testImages) {
      write(autoencoder, NamedImages.of(testSet.load(shape, options, console)), List.of());
      return 0;
    }
    PictureInputs inputs = new PictureInputs(images, shape, options.taken(shape), console);
    write(autoencoder, () -> pictures(inputs), inputs.files());
    return inputs.tell();
  }

  /** Writes all pictures, none over a file that was read. */
  private void write(Autoencoder autoencoder, NamedImages images, List<Path> read) {
    ImageShape shape = autoencoder.spec().image();
    OutputNames names = new OutputNames(out, List.of(INPUT, RECONSTRUCTION), read);
    FirstImages shown = new FirstImages(shape);
    Corruptor corruptor = new Corruptor(noise, seed);
    NoiseReduction reduction = null; // of the first block, some hundred images
    long number = 0;
    for (var block = images.next(); !block.isEmpty(); block = images.next()) {
      float[][] inputs = block.stream().map(NamedImages.Image::pixels).toArray(float[][]::new);
      float[][] clean = inputs.clone();
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = corruptor.corrupted(inputs[i], number++);
      }
      float[][] reconstructions = autoencoder.reconstruct(inputs);
      if (reduction == null && !(noise instanceof Corruption.None)) {
        reduction = NoiseReduction.of(shape, clean, inputs, reconstructions);
      }
      for (int i = 0; i < inputs.length; i++) {
        String name = names.next(block.get(i).name());
        ImageFiles.writePng(shape, inputs[i], out.resolve(name + INPUT));
        ImageFiles.writePng(shape, reconstructions[i], out.resolve(name + RECONSTRUCTION));
        shown.add(inputs[i], reconstructions[i]);
      }
    }
    if (shown.total() > 0) {
      OutputNames figures = new OutputNames(out, List.of(".png"), read);
      Path figure = out.resolve(figures.next("reconstructions") + ".png");
      ImageFiles.writePng(shown.figure(), figure);
      tell(shown, figure);
    }
    if (reduction != null) {
      console.note(text(reduction));
    }
  }

  private static String text(NoiseReduction reduction) {
    return String.format(
        Locale.ROOT,
        "Peak signal-to-noise ratio: %.1f dB with the noise, %.1f dB reconstructed; the best plain"
            + " filter, a %s, comes to %.1f dB.",
        reduction.seen(),
        reduction.cleaned(),
        reduction.filter().text(),
        reduction.filtered());
  }

  private static List<NamedImages.Image> pictures(PictureInputs inputs) {
    return inputs.next().stream()
        .map(input -> new NamedImages.Image(base(input), Dataset.NO_LABEL, input.pixels()))
        .toList();
  }

  private void tell(FirstImages shown, Path figure) {
    int total = shown.total();
    console.note(
        total
            + (total == 1 ? " reconstruction and its input" : " reconstructions and their inputs")
            + " are in "
            + out
            + (shown.areAll()
                ? ", side by side in " + figure.getFileName() + "."
                : ", the first "
                    + shown.count()
                    + " side by side in "
                    + figure.getFileName()
                    + "."));
  }

  private static String base(PictureInputs.Input input) {
    String base = OutputNames.base(String.valueOf(input.picture().getFileName()));
    return input.number() == 0 ? base : base + "-" + input.number();
  }
}
