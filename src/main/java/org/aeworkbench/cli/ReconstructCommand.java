package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends pictures through a network. */
@Command(
    name = "reconstruct",
    header = "Send pictures through a model.",
    description =
        "Brings pictures of digits into MNIST's style, encodes and decodes them, and leaves each"
            + " reconstruction (28×28 pixels) and reconstructions.png, all of them under what the"
            + " network saw.",
    footer = {"  aeworkbench reconstruct shallow/model.aemodel seven.png three.jpg --out mine"})
final class ReconstructCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "PNG, JPEG, GIF or BMP files.")
  private List<Path> images = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the pictures go.")
  private Path out = Path.of("");

  ReconstructCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    List<Path> targets = targets();
    Autoencoder autoencoder = ModelFile.load(model).autoencoder();
    float[][] originals = Digits.read(images);
    float[][] reconstructions = autoencoder.reconstruct(originals);
    for (int i = 0; i < reconstructions.length; i++) {
      Digits.writePng(reconstructions[i], targets.get(i));
    }
    Digits.writePng(
        ReconstructionFigure.render(originals, reconstructions),
        out.resolve("reconstructions.png"));
    console.note(
        reconstructions.length
            + (reconstructions.length == 1 ? " reconstruction" : " reconstructions")
            + " and reconstructions.png are in "
            + out
            + ".");
  }

  /** Two pictures of one name would end up in one file. */
  private List<Path> targets() {
    List<Path> targets = new ArrayList<>();
    for (Path image : images) {
      Path target = out.resolve(Digits.baseName(image) + "-reconstruction.png");
      if (targets.contains(target)) {
        throw new UsageException(
            "Two pictures would both become " + target + ".", "Rename one of them.");
      }
      targets.add(target);
    }
    return targets;
  }
}
