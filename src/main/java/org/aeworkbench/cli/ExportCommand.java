package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the halves of a model away. */
@Command(
    name = "export",
    header = "Write encoder and decoder as Deeplearning4j networks.",
    description = {
      "Writes encoder.zip and decoder.zip, two networks that stock Deeplearning4j opens with"
          + " ModelSerializer.restoreMultiLayerNetwork and runs.",
      "The encoder of a variational model gives the means of its code and behind them the"
          + " log-variances.",
      "The model file itself is such a zip, too: the whole network, wherever Deeplearning4j has"
          + " all of it."
    },
    footer = {"  aeworkbench export shallow/model.aemodel --out shallow"})
final class ExportCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      converter = Converters.OfFolder.class,
      description = "Where the two files go.")
  private Path out = Path.of("");

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    TrainedModel model = ModelFile.load(file);
    FirstUse.prepare(console);
    ModelFile.export(model, out.resolve("encoder.zip"), out.resolve("decoder.zip"));
    console.note("encoder.zip and decoder.zip are in " + out + ".");
  }
}
