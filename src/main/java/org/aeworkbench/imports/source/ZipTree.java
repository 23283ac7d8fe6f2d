package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.aeworkbench.files.NaturalOrder;
import org.aeworkbench.files.Reason;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a zip archive. Nothing is unpacked to the disk, so names that lead elsewhere lead
 * nowhere; what unpacks to absurdly much is refused before it is read.
 */
final class ZipTree implements Tree {
  /** So many times may all of it be larger than the archive, from {@link #HARMLESS} bytes on. */
  static final long MOST_RATIO = 200;

  private static final long HARMLESS = 2_000_000_000L;

  private final Path root;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final List<Leaf> leaves = new ArrayList<>();

  private ZipTree(Path root, ZipFile zip) {
    this.root = root;
    this.zip = zip;
  }

  /**
   * Opens an archive.
   *
   * @throws ProblemException if it is damaged, or unpacks to absurdly much
   */
  static ZipTree of(Path file) {
    ZipTree tree = new ZipTree(file, opened(file));
    try {
      tree.list();
      return tree;
    } catch (ProblemException e) {
      tree.close();
      throw e;
    }
  }

  // Names are in UTF-8 or, as old programs write them, in the letters of DOS.
  private static ZipFile opened(Path file) {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      try {
        return new ZipFile(file.toFile(), Charset.forName("IBM437", StandardCharsets.ISO_8859_1));
      } catch (IOException again) {
        throw damaged(file, again);
      }
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  /** True for what nobody packs but to fill a disk. */
  static boolean isAbsurd(long unpacked, long packed) {
    return unpacked > HARMLESS && unpacked / Math.max(1, packed) > MOST_RATIO;
  }

  private void list() {
    if (zip.size() > MOST_FILES) {
      throw new ProblemException(
          root + " holds more than " + MOST_FILES + " files.", "Choose a smaller archive.");
    }
    long packed = root.toFile().length();
    long unpacked = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      unpacked += Math.max(0, entry.getSize());
      if (isAbsurd(unpacked, packed)) {
        throw new ProblemException(
            root
                + " would unpack to more than "
                + MOST_RATIO
                + " times its size, which no archive of pictures does.",
            "Do not open it, or unpack it yourself and choose the folder.");
      }
      add(entry);
    }
    leaves.sort(Comparator.comparing(Leaf::path, new NaturalOrder()));
  }

  private void add(ZipEntry entry) {
    String path = path(entry.getName());
    if (!entry.isDirectory() && path != null && entries.putIfAbsent(path, entry) == null) {
      leaves.add(new Leaf(path, entry.getSize(), entry.getTime()));
    }
  }

  /** Null for hidden files. */
  private static @Nullable String path(String entry) {
    List<String> names = new ArrayList<>();
    for (String name : entry.split("[/\\\\]+")) {
      if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        if (HiddenNames.contain(name)) {
          return null;
        }
        names.add(name);
      }
    }
    return names.isEmpty() ? null : String.join("/", names);
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public List<Leaf> leaves() {
    return leaves;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public InputStream open(Leaf leaf) throws IOException {
    ZipEntry entry = entries.get(leaf.path());
    if (entry == null) {
      throw new IOException("there is no such entry");
    }
    return zip.getInputStream(entry);
  }

  @Override
  public @Nullable Path file(Leaf leaf) {
    return null;
  }

  @Override
  public String describe(Leaf leaf) {
    return leaf.path() + " in " + root;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
    }
  }

  private static ProblemException damaged(Path file, IOException e) {
    return new ProblemException(
        file + " is a damaged archive: " + Reason.of(e) + ".", "Get the file again.", e);
  }
}
