import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;

/**
 * Writes {@code target/workbench} ({@code workbench.cmd} on Windows): a script that starts what was
 * compiled, from any folder, with the options it needs and in the Java that the build found. Maven
 * would print forty lines of its own around an error of the program.
 *
 * <p>Arguments: the project's folder, its build folder, the folder of JavaFX's modules, the class
 * path. Run by every build.
 */
final class Launcher {
  private static final boolean WINDOWS = os().startsWith("windows");

  private Launcher() {}

  public static void main(String[] arguments) throws IOException {
    Path packaging = Path.of(arguments[0], "packaging");
    Path build = Path.of(arguments[1]);
    List<String> options = new ArrayList<>();
    options.addAll(lines(packaging.resolve("jvm.options")));
    options.addAll(lines(packaging.resolve(os().startsWith("linux") ? "linux/jvm.options" : "none")));
    options.add(quoted("--module-path=" + arguments[2]));
    options.add("-classpath");
    options.add(quoted(arguments[3]));
    options.add("org.aeworkbench.Main");
    // Java reads it in the system's encoding. In a file of its own: Windows' command lines are short.
    Path file = build.resolve("workbench.options");
    Files.write(file, options, Charset.forName(System.getProperty("native.encoding")));
    Path java =
        runtime(build.resolve("runtime"))
            .resolve("bin")
            .resolve(WINDOWS ? "java.exe" : "java");
    if (WINDOWS) {
      Files.writeString(
          build.resolve("workbench.cmd"),
          "@\"%s\" \"@%s\" %%*\r\n".formatted(percent(java), percent(file)),
          Charset.forName(System.getProperty("native.encoding")));
      return;
    }
    Path script = build.resolve("workbench");
    Files.writeString(script, script(java, file), StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * A run-time image of this Java without the mark "incubating" on the vector module: Java would
   * print a warning before everything else. Linked once, in three seconds, until the Java changes; JavaFX
   * stays outside, where its natives are.
   */
  private static Path runtime(Path image) throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    Path linkedFrom = image.resolve("linked-from");
    String version = home + " " + Runtime.version();
    if (Files.exists(linkedFrom) && Files.readString(linkedFrom).equals(version)) {
      return image;
    }
    Package.delete(image);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        ToolProvider.findFirst("jlink")
            .map(
                jlink ->
                    jlink.run(
                        new PrintStream(said),
                        new PrintStream(said),
                        "--add-modules", Package.MODULES.replaceAll(",javafx[.a-z]+", ""),
                        "--strip-debug", "--no-header-files", "--no-man-pages",
                        IncubatorMark.register(), "--output", image.toString()))
            .orElse(1);
    if (code != 0) {
      // A Java that cannot link runs it as well, with its warning.
      System.err.println("target/workbench uses " + home + ", since jlink failed: " + said);
      return home;
    }
    Files.writeString(linkedFrom, version);
    return image;
  }

  private static String script(Path java, Path options) {
    return """
        #!/bin/sh
        # Starts the workbench that was compiled here; made by the build.
        java=%s
        if [ ! -x "$java" ]; then
          echo "The Java that built the workbench is gone ($java). Run: mvn -q compile" >&2
          exit 1
        fi
        unset JDK_JAVA_OPTIONS
        # Where the locale has no letters beyond ASCII (LC_ALL=C, or one that is not installed), Java could not open files
        # whose names have others, neither from the command line nor in the window.
        if [ "$(locale charmap 2> /dev/null)" = ANSI_X3.4-1968 ]; then export LC_ALL=C.UTF-8; fi
        exec "$java" @%s "$@"
        """
        .formatted(shell(java), shell(options));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static String quoted(String option) {
    return '"' + option.replace("\\", "\\\\") + '"';
  }

  private static String shell(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  private static String percent(Path path) {
    return path.toString().replace("%", "%%");
  }

  private static String os() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }
}
