import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/**
 * How soon the packaged program shows its window, against an empty JavaFX window with a chart in the
 * same run-time image and against itself without its AOT cache: {@code packaging/linux/start-up.sh}.
 *
 * <p>A start ends when the screen shows something drawn: the time covers process, virtual machine,
 * toolkit and first frame. The candidates take turns; the first turn warms the machine's file cache
 * and does not count.
 *
 * <p>Arguments: the application image, the number of counted turns.
 */
final class StartUp {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int SETTLED_SECONDS = 30;

  private final Robot robot;
  // A strip at the left of both windows: looking at the whole screen takes a core from who is measured.
  private final Rectangle screen = new Rectangle(10, 10, 130, 780);
  private final Path work = Files.createTempDirectory("start-up");

  private StartUp() throws Exception {
    robot = new Robot();
  }

  public static void main(String[] arguments) throws Exception {
    new StartUp().run(Path.of(arguments[0]).toAbsolutePath(), Integer.parseInt(arguments[1]));
    System.exit(0);
  }

  private void run(Path image, int turns) throws Exception {
    Path java = image.resolve("lib/runtime/bin/java");
    Path jar = emptyWindow();
    Path cache = work.resolve("empty.aot");
    List<String> empty = emptyCommand(java, jar);
    Process training = start(withFirst(empty, "-XX:AOTCacheOutput=" + cache), Map.of());
    whenDrawn(training);
    training.destroy();
    training.waitFor();

    String launcher = image.resolve("bin/autoencoder-workbench").toString();
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    candidates.put("workbench", new Candidate(List.of(launcher), Map.of()));
    candidates.put(
        "workbench, no AOT cache",
        new Candidate(List.of(launcher), Map.of("_JAVA_OPTIONS", "-XX:AOTMode=off")));
    candidates.put("empty window", new Candidate(empty, Map.of()));
    candidates.put(
        "empty window, AOT cache",
        new Candidate(withFirst(empty, "-XX:AOTCache=" + cache), Map.of()));

    for (int turn = 0; turn <= turns; turn++) {
      for (Candidate candidate : candidates.values()) {
        double seconds = candidate.measure(this);
        if (turn > 0) {
          candidate.seconds.add(seconds);
        }
      }
    }
    candidates.forEach(
        (name, candidate) ->
            System.out.printf(
                "%-26s median %.2f s   %s%n", name, candidate.median(), candidate.seconds));
    double ours = candidates.get("workbench").median();
    System.out.printf(
        "workbench / empty window            %.2f   (at most 1.20)%n",
        ours / candidates.get("empty window").median());
    System.out.printf(
        "workbench / empty window with cache %.2f%n",
        ours / candidates.get("empty window, AOT cache").median());
    System.out.printf(
        "workbench / without its AOT cache   %.2f   (at most 0.75)%n",
        ours / candidates.get("workbench, no AOT cache").median());
    System.out.printf(
        "resident at the idle window         %d MB (at most 300)%n", residentWhenIdle(launcher));
  }

  private long residentWhenIdle(String launcher) throws Exception {
    Process process = start(List.of(launcher), Map.of());
    whenDrawn(process);
    // Not a condition to wait for: idle is what is there a while after the last thing happened.
    process.waitFor(SETTLED_SECONDS, TimeUnit.SECONDS);
    long megabytes =
        Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
            .findFirst()
            .orElseThrow();
    end(process);
    return megabytes;
  }

  private static final class Candidate {
    final List<String> command;
    final Map<String, String> environment;
    final List<Double> seconds = new ArrayList<>();

    Candidate(List<String> command, Map<String, String> environment) {
      this.command = command;
      this.environment = environment;
    }

    double measure(StartUp startUp) throws Exception {
      startUp.whenBlank();
      long begin = System.nanoTime();
      Process process = startUp.start(command, environment);
      double taken = (startUp.whenDrawn(process) - begin) / 1e9;
      end(process);
      return Math.round(taken * 100) / 100.0;
    }

    double median() {
      double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted[sorted.length / 2];
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.waitFor();
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(work.resolve("log").toFile());
    builder.environment().put("HOME", work.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private long whenDrawn(Process process) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (colours() < 10) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("No window. " + Files.readString(work.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(15);
    }
    return System.nanoTime();
  }

  private void whenBlank() throws Exception {
    while (colours() > 1) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  // Text drawn smoothly has many greys; a window that is only mapped has one colour.
  private int colours() {
    BufferedImage picture = robot.createScreenCapture(screen);
    Set<Integer> colours = new HashSet<>();
    int[] row = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y += 3) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      int before = 0;
      for (int pixel : row) {
        if (pixel != before) {
          colours.add(pixel);
          before = pixel;
        }
      }
    }
    return colours.size();
  }

  private static List<String> withFirst(List<String> command, String option) {
    List<String> result = new ArrayList<>(command);
    result.add(1, option);
    return result;
  }

  private static List<String> emptyCommand(Path java, Path jar) {
    return List.of(
        java.toString(),
        "--add-modules=jdk.incubator.vector,javafx.controls",
        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
        "-cp",
        jar.toString(),
        "EmptyWindow");
  }

  private Path emptyWindow() throws IOException {
    Path source = work.resolve("EmptyWindow.java");
    Files.writeString(
        source,
        """
        import javafx.application.Application;
        import javafx.scene.Scene;
        import javafx.scene.chart.LineChart;
        import javafx.scene.chart.NumberAxis;
        import javafx.stage.Stage;

        public final class EmptyWindow extends Application {
          public static void main(String[] arguments) {
            launch(arguments);
          }

          @Override
          public void start(Stage stage) {
            stage.setScene(new Scene(new LineChart<>(new NumberAxis(), new NumberAxis()), 1280, 800));
            stage.show();
          }
        }
        """);
    Path modules = Path.of("target/javafx");
    tool("javac", "-d", work.toString(), "--module-path", modules.toString(), "--add-modules",
        "javafx.controls", source.toString());
    Path jar = work.resolve("empty.jar");
    tool("jar", "--create", "--file", jar.toString(), "-C", work.toString(), "EmptyWindow.class");
    return jar;
  }

  private static void tool(String name, String... arguments) {
    int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    if (code != 0) {
      throw new IllegalStateException(name + " " + Arrays.toString(arguments));
    }
  }
}
