package org.aeworkbench.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints codes. */
@Command(
    name = "encode",
    header = "Print the codes of pictures or of the test set as CSV.",
    description = {
      "Prints the codes of pictures, or of the whole test set, as CSV: the image (its number or"
          + " file, with #1, #2 … for each digit of it), its label (of a test set that has some),"
          + " and the numbers of its code.",
      "A picture that cannot be read stops none of the others.",
      "A conv net's code is in the order channel, row, column."
    },
    footer = {
      "  aeworkbench encode shallow/model.aemodel --test-set --out codes.csv",
      "  aeworkbench encode shallow/model.aemodel seven.png three.jpg",
      "  aeworkbench encode shallow/model.aemodel scans --each-digit --out codes.csv"
    })
final class EncodeCommand implements Callable<Integer> {
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
      paramLabel = "FILE",
      description = "Write into a file instead of standard output, which - stands for as well.")
  private @Nullable Path out;

  EncodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.check();
    boolean testImages = testSet.areMeant(images, options);
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    ImageShape shape = autoencoder.spec().image();
    if (testImages) {
      Dataset test = testSet.load(shape, options, console);
      write(autoencoder, test.hasLabels(), NamedImages.of(test));
      return 0;
    }
    PictureInputs inputs = new PictureInputs(images, shape, options.taken(shape), console);
    write(autoencoder, false, () -> pictures(inputs));
    return inputs.tell();
  }

  private void write(Autoencoder autoencoder, boolean labels, NamedImages source) {
    List<NamedImages.Image> first = source.next();
    if (first.isEmpty()) {
      return;
    }
    Iterator<List<NamedImages.Image>> blocks =
        Stream.iterate(first, block -> !block.isEmpty(), block -> source.next()).iterator();
    CodesCsv csv = new CodesCsv(labels, autoencoder.spec().encodingDim());
    if (out == null || Converters.STANDARD_OUTPUT.equals(out.toString())) {
      try {
        write(autoencoder, blocks, csv, console.table());
      } catch (IOException e) {
        throw new IllegalStateException("a PrintWriter keeps its errors to itself", e);
      }
      return;
    }
    AtomicInteger rows = new AtomicInteger();
    AtomicFile.write(
        out, stream -> rows.set(write(autoencoder, blocks, csv, CodesCsv.writer(stream))));
    console.note(
        rows
            + (rows.get() == 1 ? " code of " : " codes of ")
            + csv.dim()
            + " numbers"
            + (rows.get() == 1 ? " is in " : " are in ")
            + out
            + ".");
  }

  private static int write(
      Autoencoder autoencoder,
      Iterator<List<NamedImages.Image>> blocks,
      CodesCsv csv,
      Writer writer)
      throws IOException {
    csv.writeHeader(writer);
    int rows = 0;
    while (blocks.hasNext()) {
      List<NamedImages.Image> block = blocks.next();
      float[][] codes =
          autoencoder.encode(block.stream().map(NamedImages.Image::pixels).toArray(float[][]::new));
      for (int i = 0; i < codes.length; i++) {
        NamedImages.Image image = block.get(i);
        csv.write(new CodesCsv.Row(image.name(), image.label(), codes[i]), writer);
      }
      writer.flush();
      rows += codes.length;
    }
    return rows;
  }

  private static List<NamedImages.Image> pictures(PictureInputs inputs) {
    return inputs.next().stream()
        .map(input -> new NamedImages.Image(name(input), Dataset.NO_LABEL, input.pixels()))
        .toList();
  }

  private static String name(PictureInputs.Input input) {
    return input.number() == 0
        ? input.picture().toString()
        : input.picture() + "#" + input.number();
  }
}
