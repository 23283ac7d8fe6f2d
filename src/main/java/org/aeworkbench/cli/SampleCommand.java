package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.figures.ImageGrid;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.CodeSamples;
import org.aeworkbench.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws images out of nothing. */
@Command(
    name = "sample",
    header = "Draw new images with a variational model.",
    description =
        "Draws codes from N(0, 1), decodes them and writes one picture of them, row by row. The"
            + " same seed draws the same, and the first of many are those of few.",
    footer = {"  aeworkbench sample mlp-vae/model.aemodel --count 100 --out digits.png"})
final class SampleCommand implements Runnable {
  private static final int MOST = 10_000;

  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Option(names = "--count", paramLabel = "N", description = "How many. Default: 64.")
  private int count = 64;

  @Option(names = "--seed", paramLabel = "S", description = "Default: 1.")
  private long seed = 1;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A PNG file; - for standard output.")
  private Path out = Path.of("");

  SampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (count < 1 || count > MOST) {
      throw new UsageException(
          "--count " + count + " is out of range.", "Choose 1 to " + MOST + ".");
    }
    Autoencoder autoencoder = VariationalModel.load(model);
    float[][] codes = CodeSamples.of(count, autoencoder.spec().encodingDim(), seed);
    int columns = (int) Math.ceil(Math.sqrt(count));
    ImageFiles.writeOnlyPng(
        ImageGrid.render(autoencoder.spec().image(), autoencoder.decode(codes), columns), out);
    console.note(count + (count == 1 ? " image is in " : " images are in ") + out + ".");
  }
}
