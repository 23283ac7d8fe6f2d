package org.aeworkbench.backend.dl4j;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeworkbench.files.Reason;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * DL4J's native libraries as the installed program brings them: compressed to a tenth of their
 * size, unpacked once for each user and version. Run from source, or from any class path with the
 * usual jars, there is nothing to do, and JavaCPP finds them by itself.
 *
 * <p>Safe to be used by several threads and processes at once: a folder of libraries appears whole
 * or not at all.
 */
public final class NativeLibraries {
  /** The system property that names the folder with the compressed libraries. */
  public static final String PROPERTY = "aeworkbench.natives";

  /** The name of the list in that folder; a line for each library: length, a space, its path. */
  static final String LIST = "libraries.txt";

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
  private static final String JAVACPP = "org.bytedeco.javacpp.";
  private static final Duration UNUSED = Duration.ofDays(90);
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final String PART = ".part";
  private static final int BUFFER = 1 << 18;

  private final Path packed;
  private final Path cache;

  /**
   * @param packed folder with the list and the compressed libraries
   * @param cache folder whose subfolders hold the unpacked libraries of each version
   */
  NativeLibraries(Path packed, Path cache) {
    this.packed = packed;
    this.cache = cache;
  }

  /** True if {@link #prepare} has nothing to unpack. */
  public static boolean areReady() {
    NativeLibraries installed = installed();
    return installed == null || installed.isUnpacked();
  }

  /**
   * Sees to it that DL4J finds its libraries; called before anything of DL4J is. Unpacking takes
   * some seconds, everything else no time.
   *
   * @param progress is told the share that is done, 0 to 1, on the calling thread
   * @throws ProblemException if they cannot be unpacked
   */
  public static synchronized void prepare(DoubleConsumer progress) {
    NativeLibraries installed = installed();
    if (installed != null) {
      Path folder = installed.unpacked(progress);
      System.setProperty(JAVACPP + "platform.preloadpath", installed.subfolders(folder));
      // JavaCPP adds a second name for OpenBLAS, which has to lie beside the first.
      System.setProperty(JAVACPP + "cachedir", folder.toString());
    }
  }

  private static @Nullable NativeLibraries installed() {
    String packed = System.getProperty(PROPERTY);
    return packed == null
        ? null
        : new NativeLibraries(Path.of(packed), UserFolders.ofSystem().cache().resolve("libraries"));
  }

  boolean isUnpacked() {
    try {
      return isWhole(folder(), list());
    } catch (IOException e) {
      return false;
    }
  }

  /** Unpacks what is missing; returns the folder whose subfolders hold the libraries. */
  Path unpacked(DoubleConsumer progress) {
    List<Library> list;
    Path folder;
    try {
      list = list();
      folder = folder();
    } catch (IOException e) {
      throw new ProblemException(
          "The libraries of Deeplearning4j in " + packed + " cannot be read: " + Reason.of(e) + ".",
          "Install the workbench again.",
          e);
    }
    try {
      if (!isWhole(folder, list)) {
        unpack(list, folder, progress);
        deleteUnused(folder);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The libraries of Deeplearning4j could not be unpacked to "
              + folder
              + ": "
              + Reason.of(e)
              + ".",
          "They need %d MB there, and leave to write.".formatted(total(list) / 1_000_000 + 1),
          e);
    }
    markUsed(folder);
    return folder;
  }

  /** A cache that may only be read serves as well; it is not ours to tidy up then. */
  private static void markUsed(Path folder) {
    try {
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} cannot be marked as used", folder, e);
    }
  }

  /** The subfolders that hold libraries, as a search path. */
  String subfolders(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new ProblemException(
          folder + " cannot be read: " + Reason.of(e) + ".", "Check who may read it.", e);
    }
  }

  private void unpack(List<Library> list, Path folder, DoubleConsumer progress) throws IOException {
    Files.createDirectories(cache);
    Path temporary = cache.resolve("." + UUID.randomUUID() + PART);
    try {
      long done = 0;
      for (Library library : list) {
        done = unpack(library, temporary, done, total(list), progress);
      }
      if (Files.exists(folder) && !isWhole(folder, list)) {
        delete(folder);
      }
      try {
        Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // Another process was quicker: what it left is as good.
        if (!isWhole(folder, list)) {
          throw e;
        }
      }
    } finally {
      delete(temporary);
    }
  }

  private long unpack(
      Library library, Path folder, long before, long total, DoubleConsumer progress)
      throws IOException {
    Path file = library.in(folder);
    Files.createDirectories(file.getParent());
    long done = before;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Xz.open(packed.resolve(library.xz()));
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        done += read;
        progress.accept((double) done / total);
      }
    }
    if (done - before != library.length()) {
      throw new IOException(library.path() + " is not as long as it should be");
    }
    return done;
  }

  private void deleteUnused(Path inUse) {
    Instant now = Instant.now();
    try (Stream<Path> folders = Files.list(cache)) {
      for (Path folder : folders.filter(folder -> !folder.equals(inUse)).toList()) {
        // A part that is older than unpacking takes was left by a process that was ended meanwhile.
        Duration kept = folder.toString().endsWith(PART) ? ABANDONED : UNUSED;
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(kept))) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.info("Libraries of older versions stay in {}", cache, e);
    }
  }

  private List<Library> list() throws IOException {
    return Files.readAllLines(packed.resolve(LIST)).stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Library(Long.parseLong(parts[0]), parts[1]))
        .toList();
  }

  /** Named after the list: other libraries go elsewhere, whatever version brings them. */
  private Path folder() throws IOException {
    return cache.resolve(Integer.toHexString(Files.readString(packed.resolve(LIST)).hashCode()));
  }

  private static boolean isWhole(Path folder, List<Library> list) throws IOException {
    for (Library library : list) {
      Path file = library.in(folder);
      if (!Files.isRegularFile(file) || Files.size(file) != library.length()) {
        return false;
      }
    }
    return true;
  }

  private static long total(List<Library> list) {
    return list.stream().mapToLong(Library::length).sum();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * A class of its own, so that a start with nothing to unpack does not load what is in xz's sealed
   * jar: an AOT cache that knows those classes stops the JVM where the jar lies elsewhere.
   */
  private static final class Xz {
    static InputStream open(Path file) throws IOException {
      return new XZInputStream(Files.newInputStream(file));
    }
  }

  /**
   * @param length in bytes, unpacked
   * @param path below the folder, with slashes
   */
  private record Library(long length, String path) {
    Path in(Path folder) {
      return folder.resolve(path);
    }

    String xz() {
      return path + ".xz";
    }
  }
}
