package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.analysis.Manifold;
import org.aeworkbench.figures.ImageGrid;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the plane of two numbers of a code. */
@Command(
    name = "manifold",
    header = "Draw the plane of two numbers of a variational code.",
    description =
        "Decodes 20×20 codes at equal shares of N(0, 1) along two numbers of the code, the others"
            + " 0, and writes one picture of them: the first axis to the right, the second upwards.",
    footer = {"  aeworkbench manifold blog-vae/model.aemodel --axes 0,1 --out plane.png"})
final class ManifoldCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Option(
      names = "--axes",
      paramLabel = "A,B",
      split = ",",
      description = "Two numbers of the code, counted from 0. Default: 0,1.")
  private int[] axes = {0, 1};

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A PNG file; - for standard output.")
  private Path out = Path.of("");

  ManifoldCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Autoencoder autoencoder = VariationalModel.load(model);
    int dimension = autoencoder.spec().encodingDim();
    if (dimension < 2) {
      throw new UsageException(
          "The code of this model is one number, which has no plane.", "Use one of 2 or more.");
    }
    if (axes.length != 2 || axes[0] == axes[1]) {
      throw new UsageException("--axes takes two numbers of the code.", "Write for instance 0,1.");
    }
    for (int axis : axes) {
      if (axis < 0 || axis >= dimension) {
        throw new UsageException(
            "The code has no number " + axis + ".", "Choose 0 to " + (dimension - 1) + ".");
      }
    }
    float[][] codes = Manifold.codes(new float[dimension], axes[0], axes[1], Manifold.SIDE);
    ImageFiles.writeOnlyPng(
        ImageGrid.render(autoencoder.spec().image(), autoencoder.decode(codes), Manifold.SIDE),
        out);
    console.note("The plane of " + axes[0] + " and " + axes[1] + " is in " + out + ".");
  }
}
