package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.tools.benchmark.ImportBenchmark;
import org.aeworkbench.tools.benchmark.ImportMeasurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Measures the import. */
@Command(
    name = "data",
    header = "Measure how quickly own images are imported.",
    description =
        "Decodes all images of a folder, an archive, a table or arrays on all cores, imports them in"
            + " between, and opens the result once more. What was converted is deleted again.",
    footer = {"  aeworkbench bench data photos --image 32x32x3"})
final class BenchDataCommand implements Runnable {
  private final Console console;
  @Mixin private final ImportOptionsGiven conversion = new ImportOptionsGiven();
  @Mixin private final ImageOptions images = new ImageOptions();

  @Parameters(index = "0", paramLabel = "PATH", description = "What train takes as --data.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  BenchDataCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ImportMeasurement measured = measure();
    if (json) {
      console.line(JsonMapper.shared().writeValueAsString(measured));
      return;
    }
    line(
        "images",
        String.format(Locale.ROOT, "%,d on %d threads", measured.images(), measured.threads()));
    line("decoded", String.format(Locale.ROOT, "%,.0f a second", measured.decodedPerSecond()));
    line(
        "imported",
        String.format(
            Locale.ROOT,
            "%,.0f a second, %.0f%% of that",
            measured.importedPerSecond(),
            100 * measured.share()));
    line(
        "names", String.format(Locale.ROOT, "looked through in %.3f s", measured.lookingSeconds()));
    line("opened", String.format(Locale.ROOT, "again in %.3f s", measured.openingSeconds()));
  }

  private ImportMeasurement measure() {
    try {
      return new ImportBenchmark(
              path,
              conversion.options(images.image(), images.fit()),
              Runtime.getRuntime().availableProcessors())
          .run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException("The measurement was interrupted.", "Start it again.", e);
    }
  }

  private void line(String what, String text) {
    console.line(String.format(Locale.ROOT, "%-9s %s", what, text));
  }
}
