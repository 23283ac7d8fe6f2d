package org.aeworkbench.cli;

import java.util.List;
import java.util.Locale;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.MadeImages;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.tools.benchmark.Measurement;
import org.aeworkbench.tools.benchmark.TrainingBenchmark;
import org.aeworkbench.vector.Peak;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Measures the backends. */
@Command(
    name = "bench",
    header = "Measure how quickly the backends train.",
    description = {
      "Trains the lab's networks, or any other, on the backends in turn for a bounded time and prints images a"
          + " second, milliseconds a batch (median, and the span from the 10th to the 90th"
          + " percentile), GFLOP/s, and their share of the multiply-add peak that this machine"
          + " reaches in the same run.",
      "GFLOP/s counts the forward pass and the gradients by the direct algorithms, whatever a"
          + " backend does to save some of that."
    },
    footer = {
      "  aeworkbench bench",
      "  aeworkbench bench --arch conv --backend vector --seconds 10 --json",
      "  aeworkbench bench --arch conv --backend vector --data photos --image 32x32x3",
      "  aeworkbench bench --network \"32x32x3 | conv:32:relu:stride2 dense:64:linear | dense:3072:sigmoid\""
    })
final class BenchCommand implements Runnable {
  private static final double MAX_SECONDS = 3600;
  private static final int MADE_IMAGES = 4096;

  private final Console console;
  @Mixin private final DataOptions dataOptions = new DataOptions();
  @Mixin private final ImageOptions imageOptions = new ImageOptions();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      converter = Converters.OfFamily.class,
      description = "shallow, deep or conv. Default: all three.")
  private @Nullable Preset architecture;

  @Option(
      names = "--network",
      paramLabel = "TEXT",
      converter = Converters.OfNetwork.class,
      description =
          "Any network: HxWxC | encoder | decoder, as info prints it. Without --data it learns"
              + " MNIST where its images are MNIST's, made ones of its shape elsewhere.")
  private @Nullable NetworkSpec network;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = Converters.OfBackend.class,
      description = "vector or dl4j. Default: both.")
  private @Nullable BackendName backend;

  @Option(
      names = "--seconds",
      paramLabel = "X",
      description = "Time for each network and backend, without warm-up. Default: 5.")
  private double seconds = 5;

  @Option(names = "--batch-size", paramLabel = "N", description = "Default: 256.")
  private int batchSize = 256;

  @Option(names = "--json", description = "Print one JSON object a line for each measurement.")
  private boolean json;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
      throw new UsageException(
          "--seconds " + seconds + " is out of range.", "Choose above 0, up to 3600.");
    }
    if (architecture != null && network != null) {
      throw new UsageException("--arch and --network name two networks.", "Leave out one.");
    }
    Dataset images = images();
    if (batchSize < 1 || batchSize > images.size()) {
      throw new UsageException(
          "The batch size " + batchSize + " is out of range.",
          "Choose 1 to " + images.size() + ".");
    }
    FirstUse.prepare(console);
    TrainingBenchmark benchmark =
        new TrainingBenchmark(images, batchSize, threads.count(), seconds);
    List<BackendName> backends =
        backend == null ? List.of(BackendName.DL4J, BackendName.VECTOR) : List.of(backend);
    if (!json) {
      console.line(
          String.format(
              Locale.ROOT,
              "%d threads, %d lanes, batch %d",
              threads.count(),
              Peak.lanes(),
              batchSize));
      console.line(
          String.format(
              Locale.ROOT,
              "%-8s %-7s %11s %10s %21s %9s %12s",
              "network",
              "backend",
              "images/s",
              "ms/batch",
              "p10 - p90",
              "GFLOP/s",
              "FMA peak"));
    }
    for (NetworkSpec spec : measured(images.shape())) {
      print(measure(benchmark, spec, backends));
    }
  }

  private Dataset images() {
    ImageShape wanted = imageOptions.image();
    if (network != null) {
      if (wanted != null && !wanted.equals(network.image())) {
        throw new UsageException(
            "The network takes images of "
                + network.image().text()
                + ", not "
                + wanted.text()
                + ".",
            "Leave --image out.");
      }
      wanted = network.image();
    }
    dataOptions.check();
    return network == null || dataOptions.areOwn() || network.image().equals(ImageShape.MNIST)
        ? dataOptions.load(wanted, imageOptions.fit(), console).split().training()
        : MadeImages.of(network.image(), MADE_IMAGES);
  }

  private List<NetworkSpec> measured(ImageShape image) {
    if (network != null) {
      return List.of(network);
    }
    return (architecture == null ? Presets.LAB : List.of(architecture))
        .stream().map(preset -> preset.forImage(image).spec()).toList();
  }

  private static List<Measurement> measure(
      TrainingBenchmark benchmark, NetworkSpec spec, List<BackendName> backends) {
    try {
      return benchmark.run(spec, backends);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException("The measurement was interrupted.", "Start it again.", e);
    }
  }

  private void print(List<Measurement> measurements) {
    for (Measurement m : measurements) {
      console.line(json ? JsonMapper.shared().writeValueAsString(m) : row(m));
    }
    if (!json && measurements.size() == 2) {
      console.line(
          String.format(
              Locale.ROOT,
              "%-8s vector is %.1f times as fast as dl4j",
              measurements.getFirst().architecture(),
              measurements.getFirst().medianMillis() / measurements.getLast().medianMillis()));
    }
  }

  private static String row(Measurement m) {
    return String.format(
        Locale.ROOT,
        "%-8s %-7s %,11.0f %10.2f %10.2f %10.2f %9.1f %4.0f%% of %.0f",
        m.architecture(),
        m.backend(),
        m.imagesPerSecond(),
        m.medianMillis(),
        m.p10Millis(),
        m.p90Millis(),
        m.gflops(),
        100 * m.peakShare(),
        m.peakGflops());
  }
}
