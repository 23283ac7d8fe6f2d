package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.tools.reference.Deviations;
import org.aeworkbench.tools.reference.ReferenceCase;
import org.aeworkbench.tools.reference.ReferenceCheck;
import org.aeworkbench.tools.reference.ReferenceFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a backend with another program's trainings. */
@Command(
    name = "check-reference",
    header = "Compare a backend with another program's trainings.",
    description = {
      "Repeats the trainings of a reference file from its deterministic initialisation and prints"
          + " the largest relative deviations of each: of the first loss, all losses, their"
          + " reconstruction terms and their penalties, codes, reconstructions' sums, parameters'"
          + " sums and parameters' norms.",
      "A deviation is taken relative to the reference; a parameter sum relative to the larger of"
          + " the sum and the tensor's norm, a code's number relative to the larger of itself and"
          + " the code's root mean square, a penalty relative to the larger of itself and a"
          + " thousandth of the loss, because these may happen to be near zero.",
      "Cases that need what the backend cannot train are listed and counted apart. Exits with"
          + " 1 if a deviation is above the tolerance."
    },
    footer = {
      "  aeworkbench check-reference src/test/resources/reference/torch-losses.json",
      "  aeworkbench check-reference src/test/resources/reference/torch-variants.json",
      "  aeworkbench check-reference torch-losses.json --backend dl4j --case 4"
    })
final class CheckReferenceCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "JSON; see the format's own notes.")
  private Path file = Path.of("");

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = Converters.OfBackend.class,
      description = "vector (default) or dl4j.")
  private BackendName backend = BackendName.VECTOR;

  @Option(names = "--case", paramLabel = "N", description = "Only the N-th, counted from 1.")
  private @Nullable Integer only;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      description = "Largest relative deviation that passes. Default: 0.002.")
  private double tolerance = 2e-3;

  @Option(
      names = "--first-loss-tolerance",
      paramLabel = "X",
      description = "The same for the loss before the first update. Default: 0.0001.")
  private double firstLossTolerance = 1e-4;

  CheckReferenceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!(tolerance > 0) || !(firstLossTolerance > 0)) {
      throw new UsageException(
          "A tolerance must be above 0.", "The defaults are 0.002 and 0.0001.");
    }
    List<ReferenceCase> cases = ReferenceFile.read(file);
    if (only != null && (only < 1 || only > cases.size())) {
      throw new UsageException(
          "There is no case " + only + ".", "The file has 1 to " + cases.size() + ".");
    }
    FirstUse.prepare(console);
    ReferenceCheck check = new ReferenceCheck(Mnist.load().training(), backend, threads.count());
    int[] chosen =
        only == null ? IntStream.rangeClosed(1, cases.size()).toArray() : new int[] {only};
    console.line(
        String.format(
            Locale.ROOT,
            "%4s %-58s %9s %9s %9s %9s %9s %9s %9s %9s",
            "case",
            backend.id() + " backend",
            "1st loss",
            "losses",
            "recon.",
            "penalty",
            "codes",
            "recons",
            "sums",
            "norms"));
    int passed = 0;
    int notYet = 0;
    for (int number : chosen) {
      switch (outcome(number, cases.get(number - 1), check)) {
        case PASSED -> passed++;
        case NOT_YET -> notYet++;
        case FAILED -> {}
      }
    }
    console.line(
        String.format(
            Locale.ROOT,
            "%d of %d pass (tolerance %s, first loss %s)%s.",
            passed,
            chosen.length - notYet,
            tolerance,
            firstLossTolerance,
            notYet == 0 ? "" : "; " + notYet + " cannot be trained by this backend"));
    return passed == chosen.length - notYet ? 0 : 1;
  }

  private enum Outcome {
    PASSED,
    FAILED,
    NOT_YET
  }

  private Outcome outcome(int number, ReferenceCase reference, ReferenceCheck check) {
    Deviations deviations;
    try {
      deviations = check.run(reference);
    } catch (UsageException e) {
      console.line(
          String.format(Locale.ROOT, "%4d %-58s %s", number, reference.title(), e.getMessage()));
      return Outcome.NOT_YET;
    }
    boolean passed = deviations.within(tolerance, firstLossTolerance);
    console.line(
        String.format(
            Locale.ROOT,
            "%4d %-58s %9.1e %9.1e %9.1e %9.1e %9.1e %9.1e %9.1e %9.1e  %s",
            number,
            reference.title(),
            deviations.firstLoss(),
            deviations.losses(),
            deviations.reconstructionTerms(),
            deviations.penaltyTerms(),
            deviations.codes(),
            deviations.reconstructions(),
            deviations.parameterSums(),
            deviations.parameterNorms(),
            passed ? "ok" : "FAILED"));
    return passed ? Outcome.PASSED : Outcome.FAILED;
  }
}
