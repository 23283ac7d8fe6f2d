import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Builds the application image and the installers of the system it runs on; {@code mvn -Pinstaller
 * verify} starts it in the project's Java, whose jlink and jpackage it calls (src/docs/adr/0020).
 *
 * <p>Arguments: version, the project's jar, the folder of JavaFX's modules, the class path. Run in
 * the project's folder; everything is left in {@code target/installer}.
 */
final class Package {
  private static final String NAME = "autoencoder-workbench";
  private static final String TITLE = "Autoencoder Workbench";
  /** What the program needs of Java and JavaFX. */
  static final String MODULES =
      "java.compiler,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,"
          + "jdk.incubator.vector,jdk.management,jdk.unsupported,jdk.zipfs,"
          + "javafx.base,javafx.graphics,javafx.controls";
  private static final Path OUT = Path.of("target", "installer");
  private static final Path HOME = OUT.resolve("home");
  private static final Path NATIVES = Path.of("target", "natives");
  private static final Path COMPONENTS = Path.of("assets", "components.txt");
  private static final Path PACKAGING = Path.of("packaging");

  /** Images a second; on two cores of a server they were 1 200 without vectors, 520 000 with. */
  private static final double SLOWEST = 15_000;

  private enum Platform {
    LINUX("linux", "png"),
    WINDOWS("windows", "ico"),
    MACOS("macos", "icns");

    final Path folder;
    final Path icon;

    Platform(String folder, String icon) {
      this.folder = PACKAGING.resolve(folder);
      this.icon = PACKAGING.resolve("icon").resolve("workbench." + icon);
    }

    static Platform host() {
      String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      return os.startsWith("windows") ? WINDOWS : os.startsWith("mac") ? MACOS : LINUX;
    }
  }

  private final Platform platform = Platform.host();
  private final String version;
  private final Path jar;
  private final Path javafx;
  private final List<Path> classPath;
  private final String name = platform == Platform.LINUX ? NAME : TITLE;

  private Package(String version, Path jar, Path javafx, List<Path> classPath) {
    // The installers' formats know numbers only; those of Apple and Microsoft no leading zero.
    String numbers = version.replaceAll("-.*", "");
    this.version =
        platform == Platform.MACOS && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    this.jar = jar;
    this.javafx = javafx;
    this.classPath = classPath;
  }

  public static void main(String[] arguments) throws Exception {
    List<Path> classPath =
        Arrays.stream(arguments[3].split(File.pathSeparator)).map(Path::of).toList();
    new Package(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), classPath).build();
  }

  private void build() throws Exception {
    delete(OUT);
    Files.createDirectories(OUT);
    Path runtime = link();
    Path image = image(runtime, input());
    List<String> libraries = libraries(image);
    train(image, libraries);
    if (platform == Platform.LINUX) {
      replaceLaunchers(image, libraries);
    }
    checkElsewhere(image);
    if (platform == Platform.LINUX) {
      new Deb(OUT.resolve("deb")).build(name, version, image, OUT);
    }
    for (String type : types()) {
      installer(type, image);
    }
    if (platform == Platform.WINDOWS) {
      run("jar", "--create", "--no-manifest", "--file",
          OUT.resolve(NAME + "-" + version + "-portable.zip").toString(),
          "-C", image.getParent().toString(), image.getFileName().toString());
    }
  }

  private Path link() throws IOException {
    Path runtime = OUT.resolve("runtime");
    run("jlink", "--module-path", javafx.toString(), "--add-modules", MODULES,
        "--strip-debug", "--no-header-files", "--no-man-pages", IncubatorMark.register(),
        "--output", runtime.toString());
    // JavaFX would unpack its natives into the user's home at the first start.
    Path natives = runtime.resolve(platform == Platform.WINDOWS ? "bin" : "lib");
    for (Path module : list(javafx)) {
      try (ZipFile zip = new ZipFile(module.toFile())) {
        for (ZipEntry entry : zip.stream().filter(Package::isNative).toList()) {
          try (InputStream in = zip.getInputStream(entry)) {
            Path file = natives.resolve(entry.getName());
            if (!Files.exists(file)) {
              Files.copy(in, file);
            }
          }
        }
      }
    }
    return runtime;
  }

  private static boolean isNative(ZipEntry entry) {
    return entry.getName().matches("[^/]+\\.(so|dll|dylib)");
  }

  private Path input() throws IOException {
    Path input = Files.createDirectories(OUT.resolve("input"));
    copy(jar, input);
    Natives natives = new Natives(NATIVES);
    for (Path library : classPath) {
      boolean shipped =
          library.toString().endsWith(".jar")
              && !library.getFileName().toString().startsWith("javafx-");
      // A jar of natives is replaced by what is in it, much smaller.
      if (shipped && !natives.pack(library)) {
        copy(library, input);
      }
    }
    natives.copyTo(input.resolve("natives"));
    copy(Path.of("LICENSE"), input);
    checkListed(input);
    Files.copy(COMPONENTS, input.resolve("COMPONENTS.txt"));
    return input;
  }

  /** Nothing is handed out without its licence. */
  private void checkListed(Path input) throws IOException {
    List<String> listed = Files.readAllLines(COMPONENTS);
    for (Path library : list(input)) {
      String file = library.getFileName().toString().replace(".jar", "");
      boolean known =
          library.getFileName().equals(jar.getFileName())
              || listed.stream()
                  .map(line -> line.split("  ", 2)[0].replace(' ', '-'))
                  .anyMatch(component -> !component.isEmpty() && file.startsWith(component));
      check(known ? 0 : 1, COMPONENTS + " does not list " + file + ": adding its licence");
    }
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Path image(Path runtime, Path input) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type", "app-image",
                "--name", name,
                "--app-version", version,
                "--vendor", TITLE,
                "--description", "Train, see and explore autoencoders on MNIST",
                "--runtime-image", runtime.toString(),
                "--input", input.toString(),
                "--main-jar", jar.getFileName().toString(),
                "--main-class", "org.aeworkbench.Main",
                "--icon", platform.icon.toString(),
                "--add-launcher", "aeworkbench=" + PACKAGING.resolve("console.properties"),
                "--dest", OUT.toString()));
    for (String option : options()) {
      arguments.addAll(List.of("--java-options", option));
    }
    if (platform == Platform.MACOS) {
      arguments.addAll(List.of("--mac-package-identifier", "org.aeworkbench.AutoencoderWorkbench"));
      arguments.addAll(List.of("--file-associations", associations()));
    }
    run("jpackage", arguments.toArray(String[]::new));
    return OUT.resolve(platform == Platform.MACOS ? name + ".app" : name);
  }

  private List<String> options() throws IOException {
    List<String> options = new ArrayList<>();
    List<Path> files =
        List.of(
            PACKAGING.resolve("jvm.options"),
            platform.folder.resolve("jvm.options"),
            PACKAGING.resolve("installed.options"));
    for (Path file : files) {
      if (!Files.exists(file)) {
        continue;
      }
      Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(options::add);
    }
    return options;
  }

  private String associations() {
    return platform.folder.resolve("aemodel.properties").toString();
  }

  private Path app(Path image) {
    return switch (platform) {
      case LINUX -> image.resolve("lib/app");
      case WINDOWS -> image.resolve("app");
      case MACOS -> image.resolve("Contents/app");
    };
  }

  private Path home(Path image) {
    return switch (platform) {
      case LINUX -> image.resolve("lib/runtime");
      case WINDOWS -> image.resolve("runtime");
      case MACOS -> image.resolve("Contents/runtime/Contents/Home");
    };
  }

  /** The class path in the order of jpackage's launcher; what the AOT cache holds depends on it. */
  private List<String> libraries(Path image) throws IOException {
    return Files.readAllLines(app(image).resolve(name + ".cfg")).stream()
        .filter(line -> line.startsWith("app.classpath="))
        .map(line -> line.substring("app.classpath=".length()))
        .toList();
  }

  private static String inApp(String text, Object folder) {
    return text.replace("$APPDIR", folder.toString());
  }

  private void replaceLaunchers(Path image, List<String> libraries) throws IOException {
    String script =
        Files.readString(platform.folder.resolve("launcher.sh"))
            .replace(
                "\nOPTIONS\n",
                options().stream()
                    .map(option -> "  \"" + inApp(option, "$app") + "\" \\\n")
                    .collect(Collectors.joining("", "\n", "")))
            .replace(
                "CLASS_PATH",
                libraries.stream()
                    .map(library -> inApp(library, "$app"))
                    .collect(Collectors.joining(":")));
    for (String launcher : List.of(name, "aeworkbench")) {
      Files.writeString(image.resolve("bin").resolve(launcher), script);
      Files.delete(app(image).resolve(launcher + ".cfg"));
    }
    Files.delete(image.resolve("lib/libapplauncher.so"));
  }

  /**
   * A start of the program leaves the cache of loaded and linked classes that later starts use. A
   * start and nothing more: all that is in the cache is loaded at every start.
   */
  private void train(Path image, List<String> libraries) throws IOException, InterruptedException {
    Path app = app(image);
    List<String> command = new ArrayList<>();
    command.add(home(image).resolve("bin").resolve("java").toAbsolutePath().toString());
    command.add("-XX:AOTCacheOutput=" + app.resolve("workbench.aot").toAbsolutePath());
    // Nothing is unpacked meanwhile, or classes of a sealed jar (xz's) would be in the cache: with
    // them the JVM stops where the jar lies elsewhere than here.
    options().stream()
        .filter(option -> !option.contains("AOTCache=") && !option.contains("aeworkbench.natives="))
        .map(option -> inApp(option, app.toAbsolutePath()))
        .forEach(command::add);
    command.add("-Daeworkbench.rehearsal=true");
    command.add("-Daeworkbench.home=" + HOME.toAbsolutePath());
    if (platform == Platform.LINUX && System.getenv("DISPLAY") == null) {
      // Less of a start can be recorded without a display: what belongs to GTK is missing then.
      command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    command.add("-cp");
    command.add(
        libraries.stream()
            .map(library -> inApp(library, app.toAbsolutePath()))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("org.aeworkbench.Main");
    check(new ProcessBuilder(command).inheritIO().start().waitFor(), "the training run");
  }

  /**
   * The cache has to serve wherever the program is installed, and the engine's vectors have to be the
   * processor's, which only its speed shows.
   */
  private void checkElsewhere(Path image) throws IOException, InterruptedException {
    Path elsewhere = image.resolveSibling("elsewhere");
    Files.move(image, elsewhere);
    try {
      String program = platform == Platform.WINDOWS ? "aeworkbench.exe" : "aeworkbench";
      Path folder =
          switch (platform) {
            case LINUX -> elsewhere.resolve("bin");
            case WINDOWS -> elsewhere;
            case MACOS -> elsewhere.resolve("Contents/MacOS");
          };
      ProcessBuilder bench =
          new ProcessBuilder(
                  folder.resolve(program).toString(),
                  "bench", "--arch", "shallow", "--backend", "vector", "--seconds", "2", "--json")
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      // In quotes, for a project in a folder with a space in its name.
      bench
          .environment()
          .put("JAVA_TOOL_OPTIONS", "\"-Daeworkbench.home=" + HOME.toAbsolutePath() + "\"");
      Process process = bench.start();
      String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      check(process.waitFor(), "the program in another folder");
      Matcher speed = Pattern.compile("\"imagesPerSecond\":([0-9.]+)").matcher(result);
      if (!speed.find() || Double.parseDouble(speed.group(1)) < SLOWEST) {
        throw new IllegalStateException("The packaged engine is too slow: " + result);
      }
    } finally {
      Files.move(elsewhere, image);
    }
  }

  private List<String> types() {
    return switch (platform) {
      case LINUX -> onPath("rpmbuild") ? List.of("rpm") : List.of();
      case WINDOWS -> List.of("msi");
      case MACOS -> List.of("dmg", "pkg");
    };
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void installer(String type, Path image) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type", type,
                "--name", name,
                "--app-version", version,
                "--vendor", TITLE,
                "--description", "Train, see and explore autoencoders on MNIST",
                "--app-image", image.toString(),
                "--license-file", "LICENSE",
                "--resource-dir", platform.folder.toString(),
                "--dest", OUT.toString()));
    switch (platform) {
      case LINUX -> {
        arguments.addAll(List.of("--linux-shortcut", "--linux-menu-group", "Education;Science"));
        arguments.addAll(List.of("--file-associations", associations()));
      }
      case WINDOWS -> {
        arguments.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser"));
        arguments.addAll(List.of("--win-per-user-install", "--file-associations", associations()));
        // Fixed for good: by it a newer version replaces an older one.
        arguments.addAll(List.of("--win-upgrade-uuid", "5b6b0c9e-5d0f-4a53-9a3a-0f6f3b8a3d11"));
      }
      case MACOS -> {}
    }
    run("jpackage", arguments.toArray(String[]::new));
  }

  private static void run(String tool, String... arguments) {
    System.out.println(tool + " " + String.join(" ", arguments));
    int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    check(code, tool);
  }

  private static void check(int code, String what) {
    if (code != 0) {
      throw new IllegalStateException(what + " failed with exit code " + code);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(Package::deleteOne);
      }
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
