package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.aeworkbench.files.OutputFolder;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes pictures of codes. */
@Command(
    name = "decode",
    header = "Make pictures of codes.",
    description =
        "Makes a picture (28×28 pixels) of every code in a CSV file as encode writes it:"
            + " code-00001.png for the first and so on. Without a header all columns count.",
    footer = {
      "  aeworkbench encode shallow/model.aemodel --test-set --out codes.csv",
      "  aeworkbench decode shallow/model.aemodel codes.csv --out decoded"
    })
final class DecodeCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "CODES.csv", description = "One code a line.")
  private Path csv = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the pictures go.")
  private Path out = Path.of("");

  DecodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    float[][] codes = CodesCsv.read(csv, autoencoder.spec().encodingDim());
    OutputFolder.check(out);
    float[][] pictures = autoencoder.decode(codes);
    for (int i = 0; i < pictures.length; i++) {
      Digits.writePng(pictures[i], out.resolve(String.format(Locale.ROOT, "code-%05d.png", i + 1)));
    }
    console.note(
        pictures.length
            + (pictures.length == 1 ? " picture is in " : " pictures are in ")
            + out
            + ".");
  }
}
