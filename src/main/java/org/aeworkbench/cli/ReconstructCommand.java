package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.aeworkbench.files.OutputNames;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends pictures through a network. */
@Command(
    name = "reconstruct",
    header = "Send pictures through a model.",
    description = {
      "Brings pictures of digits into MNIST's style, encodes and decodes them, and leaves of each"
          + " NAME-input.png (what the network saw) and NAME-reconstruction.png (28×28 pixels), and"
          + " of the first hundred reconstructions.png, every input above its reconstruction.",
      "A picture that cannot be read stops none of the others. Pictures of one name are numbered."
    },
    footer = {
      "  aeworkbench reconstruct shallow/model.aemodel seven.png three.jpg --out mine",
      "  aeworkbench reconstruct shallow/model.aemodel scans --each-digit --out mine"
    })
final class ReconstructCommand implements Callable<Integer> {
  private static final String INPUT = "-input.png";
  private static final String RECONSTRUCTION = "-reconstruction.png";

  private final Console console;
  @Mixin private final PictureOptions options = new PictureOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
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

  ReconstructCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PictureOptions.Taken taken = options.taken();
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    PictureDigits.check(autoencoder.spec());
    PictureDigits digits = new PictureDigits(images, taken, console);
    write(autoencoder, digits);
    return digits.tell();
  }

  private void write(Autoencoder autoencoder, PictureDigits digits) {
    OutputNames names = new OutputNames(out, List.of(INPUT, RECONSTRUCTION), digits.files());
    FirstDigits shown = new FirstDigits();
    for (var block = digits.next(); !block.isEmpty(); block = digits.next()) {
      float[][] inputs = block.stream().map(PictureDigits.Digit::pixels).toArray(float[][]::new);
      float[][] reconstructions = autoencoder.reconstruct(inputs);
      for (int i = 0; i < inputs.length; i++) {
        String name = names.next(base(block.get(i)));
        Digits.writePng(inputs[i], out.resolve(name + INPUT));
        Digits.writePng(reconstructions[i], out.resolve(name + RECONSTRUCTION));
        shown.add(inputs[i], reconstructions[i]);
      }
    }
    if (shown.total() > 0) {
      OutputNames figures = new OutputNames(out, List.of(".png"), digits.files());
      Path figure = out.resolve(figures.next("reconstructions") + ".png");
      Digits.writePng(shown.figure(), figure);
      tell(shown, figure);
    }
  }

  private void tell(FirstDigits shown, Path figure) {
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

  private static String base(PictureDigits.Digit digit) {
    String base = OutputNames.base(String.valueOf(digit.picture().getFileName()));
    return digit.number() == 0 ? base : base + "-" + digit.number();
  }
}
