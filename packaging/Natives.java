import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * The native libraries of DL4J, each as an {@code .xz} file below one folder, with the list that
 * the program's NativeLibraries reads. Packing takes minutes, so what is there from an earlier
 * build is taken.
 */
final class Natives {
  private static final String LIST = "libraries.txt";
  private static final String PATTERN = ".*\\.(so(\\.\\d+)*|dll|dylib)";

  private final Path folder;
  private final TreeMap<String, Long> lengths = new TreeMap<>();

  /**
   * @param folder where packed libraries are kept from build to build
   */
  Natives(Path folder) {
    this.folder = folder;
  }

  /** Packs the libraries of a jar; false if it has none. */
  boolean pack(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> libraries =
          zip.stream().filter(entry -> entry.getName().matches(PATTERN)).toList();
      libraries.parallelStream().forEach(entry -> pack(zip, entry, jar));
      libraries.forEach(entry -> lengths.put(path(jar, entry), entry.getSize()));
      return !libraries.isEmpty();
    }
  }

  /** Copies list and libraries of the jars that were packed. */
  void copyTo(Path target) throws IOException {
    for (String path : lengths.keySet()) {
      Path file = target.resolve(path + ".xz");
      Files.createDirectories(file.getParent());
      Files.copy(folder.resolve(path + ".xz"), file);
    }
    Files.writeString(
        target.resolve(LIST),
        lengths.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  /** A folder for each jar and so for each version: libraries of one name do not meet. */
  private static String path(Path jar, ZipEntry entry) {
    String name = entry.getName();
    return jar.getFileName().toString().replace(".jar", "")
        + "/"
        + name.substring(name.lastIndexOf('/') + 1);
  }

  private void pack(ZipFile zip, ZipEntry entry, Path jar) {
    Path file = folder.resolve(path(jar, entry) + ".xz");
    if (Files.exists(file)) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = new XZOutputStream(Files.newOutputStream(part), new LZMA2Options())) {
        in.transferTo(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
