package org.aeworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeworkbench.files.OutputFolder;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes pictures of codes. */
@Command(
    name = "decode",
    header = "Make pictures of codes.",
    description =
        "Makes a picture (of the model's size) of every code in a CSV file as encode writes it:"
            + " code-00001.png for the first and so on. Other tables are read as well: any separator,"
            + " decimal commas, without a header.",
    footer = {
      "  aeworkbench encode shallow/model.aemodel --test-set --out codes.csv",
      "  aeworkbench decode shallow/model.aemodel codes.csv --out decoded"
    })
final class DecodeCommand implements Runnable {
  private static final int BLOCK = 256;

  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "CODES.csv", description = "One code a line.")
  private Path csv = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      converter = Converters.OfFolder.class,
      description = "Where the pictures go.")
  private Path out = Path.of("");

  DecodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    int dim = autoencoder.spec().encodingDim();
    int total = count(dim);
    OutputFolder.check(out);
    CountLine line = new CountLine(console, "picture", total);
    int done = 0;
    try (CodesReader codes = new CodesReader(csv, dim)) {
      for (float[][] block = block(codes); block.length > 0; block = block(codes)) {
        for (float[] picture : autoencoder.decode(block)) {
          done++;
          ImageFiles.writePng(
              autoencoder.spec().image(),
              picture,
              out.resolve(String.format(Locale.ROOT, "code-%05d.png", done)));
        }
        line.show(done);
      }
    } finally {
      line.clear();
    }
    console.note(done + (done == 1 ? " picture is in " : " pictures are in ") + out + ".");
  }

  /**
   * All lines are looked at before the first picture is made: no half of the work for a bad one.
   */
  private int count(int dim) {
    if (!Files.isRegularFile(csv) && Files.exists(csv)) {
      return 0; // a pipe can be read only once
    }
    int count = 0;
    try (CodesReader codes = new CodesReader(csv, dim)) {
      while (codes.next().isPresent()) {
        count++;
      }
    }
    if (count == 0) {
      throw new ProblemException(
          csv + " holds no codes.", "Use a file as the command encode writes it.");
    }
    return count;
  }

  private static float[][] block(CodesReader codes) {
    List<float[]> block = new ArrayList<>();
    for (Optional<float[]> code = codes.next(); code.isPresent(); code = codes.next()) {
      block.add(code.get());
      if (block.size() == BLOCK) {
        break;
      }
    }
    return block.toArray(float[][]::new);
  }
}
