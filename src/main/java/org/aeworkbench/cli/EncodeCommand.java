package org.aeworkbench.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
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
          + " file), its label (of the test set), and the numbers of its code.",
      "A conv net's code is in the order channel, row, column."
    },
    footer = {
      "  aeworkbench encode shallow/model.aemodel --test-set --out codes.csv",
      "  aeworkbench encode shallow/model.aemodel seven.png three.jpg"
    })
final class EncodeCommand implements Runnable {
  private static final int BATCH = 1000;

  private final Console console;
  @Mixin private final DataOptions dataOptions = new DataOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGE",
      description = "PNG, JPEG, GIF or BMP files.")
  private List<Path> images = List.of();

  @Option(names = "--test-set", description = "Encode the test images.")
  private boolean testSet;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write into a file instead of standard output.")
  private @Nullable Path out;

  EncodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (testSet == !images.isEmpty()) {
      throw new UsageException(
          testSet ? "Both --test-set and pictures were given." : "There is nothing to encode.",
          "Name pictures or give --test-set.");
    }
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    List<CodesCsv.Row> rows = testSet ? testSet(autoencoder) : pictures(autoencoder);
    int dim = autoencoder.spec().encodingDim();
    if (out == null) {
      write(rows, dim, console.out());
      console.out().flush();
    } else {
      AtomicFile.write(
          out,
          stream -> {
            Writer writer = CodesCsv.writer(stream);
            CodesCsv.write(rows, testSet, dim, writer);
            writer.flush();
          });
      console.note(rows.size() + " codes of " + dim + " numbers are in " + out + ".");
    }
  }

  private void write(List<CodesCsv.Row> rows, int dim, Writer writer) {
    try {
      CodesCsv.write(rows, testSet, dim, writer);
    } catch (IOException e) {
      throw new IllegalStateException("a PrintWriter keeps its errors to itself", e);
    }
  }

  private List<CodesCsv.Row> testSet(Autoencoder autoencoder) {
    Dataset test = dataOptions.load().test();
    List<CodesCsv.Row> rows = new ArrayList<>();
    for (int from = 0; from < test.size(); from += BATCH) {
      int[] indices = IntStream.range(from, Math.min(from + BATCH, test.size())).toArray();
      float[][] codes = autoencoder.encode(test.images(indices));
      for (int i = 0; i < codes.length; i++) {
        rows.add(new CodesCsv.Row("" + indices[i], test.label(indices[i]), codes[i]));
      }
    }
    return rows;
  }

  private List<CodesCsv.Row> pictures(Autoencoder autoencoder) {
    float[][] codes = autoencoder.encode(Digits.read(images));
    return IntStream.range(0, codes.length)
        .mapToObj(i -> new CodesCsv.Row(images.get(i).toString(), -1, codes[i]))
        .toList();
  }
}
