import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Debian package around the application image: the menu entry, icons, file type and description
 * are plain files where the desktop looks for them, so Debian's own triggers announce and remove
 * them. jpackage's packages run scripts for that, which fail in a minimal system and leave icons
 * behind.
 */
final class Deb {
  private static final String HOME = "opt/autoencoder-workbench";
  private static final String MIME = "application-x-autoencoder-workbench-model";
  private static final Path LINUX = Path.of("packaging", "linux");
  private static final Path ICONS = Path.of("packaging", "icon");

  private final Path root;

  /**
   * @param root an empty folder to lay the package out in
   */
  Deb(Path root) {
    this.root = root;
  }

  /** Writes the package, which takes most of a minute; returns the file. */
  Path build(String name, String version, Path image, Path folder)
      throws IOException, InterruptedException {
    copyTree(image, root.resolve(HOME));
    for (String launcher : List.of(name, "aeworkbench")) {
      link("usr/bin/" + launcher, "/" + HOME + "/bin/" + launcher);
    }
    fill(
        LINUX.resolve("autoencoder-workbench.desktop"),
        "usr/share/applications/autoencoder-workbench.desktop",
        Map.of(
            "APPLICATION_LAUNCHER", "/" + HOME + "/bin/" + name,
            "APPLICATION_ICON", name,
            "DESKTOP_MIMES", "MimeType=application/x-autoencoder-workbench-model;"));
    copy(LINUX.resolve("aemodel.xml"), "usr/share/mime/packages/autoencoder-workbench.xml");
    String metainfo = "org.aeworkbench.AutoencoderWorkbench.metainfo.xml";
    copy(LINUX.resolve(metainfo), "usr/share/metainfo/" + metainfo);
    copy(LINUX.resolve("copyright"), "usr/share/doc/" + name + "/copyright");
    for (String icon : List.of("apps/" + name, "mimetypes/" + MIME)) {
      copy(ICONS.resolve("workbench.svg"), "usr/share/icons/hicolor/scalable/" + icon + ".svg");
      copy(ICONS.resolve("workbench.png"), "usr/share/icons/hicolor/512x512/" + icon + ".png");
    }
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    fill(
        LINUX.resolve("control"),
        "DEBIAN/control",
        Map.of(
            "VERSION", version,
            "ARCHITECTURE", architecture,
            "KILOBYTES", String.valueOf(kilobytes())));
    Path file = folder.resolve(name + "_" + version + "_" + architecture + ".deb");
    Process process =
        new ProcessBuilder(
                "dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(), file.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("dpkg-deb failed");
    }
    return file;
  }

  private void copy(Path file, String target) throws IOException {
    Files.copy(file, made(target));
  }

  private void fill(Path template, String target, Map<String, String> values) throws IOException {
    String text = Files.readString(template);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    Files.writeString(made(target), text);
  }

  private void link(String target, String to) throws IOException {
    Files.createSymbolicLink(made(target), Path.of(to));
  }

  private Path made(String target) throws IOException {
    Path file = root.resolve(target);
    Files.createDirectories(file.getParent());
    return file;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            java.nio.file.LinkOption.NOFOLLOW_LINKS,
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private long kilobytes() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(Deb::size).sum() / 1024;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
