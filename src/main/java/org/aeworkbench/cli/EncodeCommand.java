package org.aeworkbench.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
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
  private static final int BATCH = 1000;

  private final Console console;
  @Mixin private final DataOptions dataOptions = new DataOptions();
  @Mixin private final PictureOptions options = new PictureOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGE",
      description = "PNG, JPEG, WebP, GIF, BMP or TIFF files, or folders of them.")
  private List<Path> images = List.of();

  @Option(names = "--test-set", description = "Encode the test images.")
  private boolean testSet;

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
    if (testSet == !images.isEmpty()) {
      throw new UsageException(
          testSet ? "Both --test-set and pictures were given." : "There is nothing to encode.",
          "Name pictures or give --test-set.");
    }
    if (testSet && options.areGiven()) {
      throw new UsageException(
          "--as-is, --clean and --each-digit are for pictures.", "Leave them out with --test-set.");
    }
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    if (testSet) {
      Dataset test =
          dataOptions
              .load(
                  dataOptions.areOwn() ? autoencoder.spec().image() : null,
                  options.fitOfData(),
                  console)
              .split()
              .test();
      if (!test.shape().equals(autoencoder.spec().image())) {
        throw new ProblemException(
            "The model takes images of "
                + autoencoder.spec().image().text()
                + ", those of the test set are "
                + test.shape().text()
                + ".",
            "Name the data that it has learned with --data.");
      }
      write(autoencoder, test.hasLabels(), testSet(test));
      return 0;
    }
    ImageShape shape = autoencoder.spec().image();
    PictureInputs inputs = new PictureInputs(images, shape, options.taken(shape), console);
    write(autoencoder, false, () -> pictures(inputs));
    return inputs.tell();
  }

  /** What is to be encoded, some at a time; empty once there is no more. */
  private interface Source {
    List<Image> next();
  }

  private record Image(String name, int label, float[] pixels) {}

  private void write(Autoencoder autoencoder, boolean labels, Source source) {
    List<Image> first = source.next();
    if (first.isEmpty()) {
      return;
    }
    Iterator<List<Image>> blocks =
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
      Autoencoder autoencoder, Iterator<List<Image>> blocks, CodesCsv csv, Writer writer)
      throws IOException {
    csv.writeHeader(writer);
    int rows = 0;
    while (blocks.hasNext()) {
      List<Image> block = blocks.next();
      float[][] codes =
          autoencoder.encode(block.stream().map(Image::pixels).toArray(float[][]::new));
      for (int i = 0; i < codes.length; i++) {
        Image image = block.get(i);
        csv.write(new CodesCsv.Row(image.name(), image.label(), codes[i]), writer);
      }
      writer.flush();
      rows += codes.length;
    }
    return rows;
  }

  private static Source testSet(Dataset test) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int from = next.getAndAdd(BATCH);
      return IntStream.range(from, Math.min(from + BATCH, test.size()))
          .mapToObj(i -> new Image("" + i, test.label(i), test.image(i)))
          .toList();
    };
  }

  private static List<Image> pictures(PictureInputs inputs) {
    return inputs.next().stream()
        .map(input -> new Image(name(input), Dataset.NO_LABEL, input.pixels()))
        .toList();
  }

  private static String name(PictureInputs.Input input) {
    return input.number() == 0
        ? input.picture().toString()
        : input.picture() + "#" + input.number();
  }
}
