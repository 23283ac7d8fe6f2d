package org.aeworkbench.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.tools.benchmark.UiMeasurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Measures the window. */
@Command(
    name = "ui",
    header = "Measure how fluent the window is.",
    description = {
      "Opens the window, trains the lab's convolutional net on all cores and measures meanwhile: the"
          + " time from frame to frame on every tab, how long work has to wait for the FX thread,"
          + " and from the move of a slider to the frame with the new decoded image. Needs no"
          + " display.",
      "Exit code 1 if something is slower than it is to be."
    },
    footer = {"  aeworkbench bench ui", "  aeworkbench bench ui --seconds 30 --json"})
final class BenchUiCommand implements Callable<Integer> {
  private static final double MAX_SECONDS = 3600;

  private final Console console;
  private final WindowPrograms window;

  @Option(names = "--seconds", paramLabel = "X", description = "Time for the frames. Default: 10.")
  private double seconds = 10;

  @Option(
      names = "--importing",
      description = "Import pictures beside, on all cores, as long as the frames are measured.")
  private boolean importing;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  BenchUiCommand(Console console, WindowPrograms window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() {
    if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
      throw new UsageException(
          "--seconds " + seconds + " is out of range.", "Choose above 0, up to 3600.");
    }
    UiMeasurement measured = window.bench(seconds, importing);
    if (json) {
      console.line(JsonMapper.shared().writeValueAsString(measured));
    } else {
      console.line(
          "milliseconds, while conv trains      p50      p99      max   at most"
              + (importing ? "   (pictures are imported beside)" : ""));
      line(
          "frame to frame",
          measured.pulseP50(),
          measured.pulseP99(),
          measured.pulseMax(),
          "p99 " + (int) UiMeasurement.MOST_PULSE);
      line(
          "wait for the FX thread",
          Double.NaN,
          Double.NaN,
          measured.stall(),
          "max " + (int) UiMeasurement.MOST_STALL);
      line(
          "slider to image",
          measured.sliderP50(),
          measured.sliderP99(),
          Double.NaN,
          "p99 " + (int) UiMeasurement.MOST_SLIDER);
      line(
          "decode alone",
          measured.decodeP50(),
          Double.NaN,
          Double.NaN,
          "p50 " + (int) UiMeasurement.MOST_DECODE);
    }
    return measured.isFluent() ? 0 : 1;
  }

  private void line(String what, double p50, double p99, double max, String most) {
    console.line(
        String.format(
            Locale.ROOT, "%-30s %10s %8s %8s   %s", what, text(p50), text(p99), text(max), most));
  }

  private static String text(double millis) {
    return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.2f", millis);
  }
}
