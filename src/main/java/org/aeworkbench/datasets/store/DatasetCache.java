package org.aeworkbench.datasets.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.OutputFolder;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;

/**
 * The folder of stored data sets. What was used longest ago goes first when there are too many
 * bytes, but nothing that a running program uses. Several programs may use it at a time: files come
 * into their places whole, each program marks what it has open, and leftovers of killed ones are
 * swept. Safe for any thread.
 */
public final class DatasetCache {
  private static final String ENDING = ".aedata";
  private static final String USE = ".use";
  private static final long MOST_BYTES = 20_000_000_000L;

  private final Path folder;
  private final long limit;

  /**
   * A file of the cache.
   *
   * @param bytes its size
   * @param used when it was opened last
   * @param inUse true if a running program has it open
   */
  public record Entry(Path file, long bytes, Instant used, boolean inUse) {}

  /** The user's, in the system's folder for what can be made again. */
  public static DatasetCache of(UserFolders folders) {
    return new DatasetCache(folders.cache().resolve("data"));
  }

  /** In a folder, which need not be there yet, with at most 20 GB or half of what is free there. */
  public DatasetCache(Path folder) {
    this(folder, Long.MAX_VALUE);
  }

  /**
   * @param limit bytes that may stay
   */
  public DatasetCache(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Bytes that may stay: as asked for, else 20 GB or half of what is free and used by it. */
  public long limit() {
    if (limit != Long.MAX_VALUE) {
      return limit;
    }
    long used = entries().stream().mapToLong(Entry::bytes).sum();
    return Math.min(MOST_BYTES, (free() + used) / 2);
  }

  /**
   * Opens a stored data set and marks it as used.
   *
   * @param name as given to {@link #begin}
   * @return empty if there is none, or only a damaged one
   */
  public Optional<StoredData> open(String name) {
    return open(file(name));
  }

  private Optional<StoredData> open(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    mark(file);
    return read(file);
  }

  /** What a file of {@link #entries} holds, which does not count as its use; empty if damaged. */
  public Optional<DataDescription> describe(Path file) {
    return read(file).map(StoredData::description);
  }

  /**
   * Looks for data by what a model remembers of it. Reads the images of sets that are larger, so it
   * may take some seconds.
   *
   * @param checksum SHA-256 of its first training images in hexadecimal
   * @param images how many these are, at least 1
   * @return that which was used last, marked as used again
   */
  public Optional<StoredData> holding(String checksum, int images) {
    return entries().stream()
        .map(Entry::file)
        .filter(file -> read(file).filter(data -> begins(data, checksum, images)).isPresent())
        .findFirst()
        .flatMap(this::open);
  }

  private static boolean begins(StoredData stored, String checksum, int images) {
    Dataset training = stored.data().training();
    return training.size() >= images && training.checksum(images).equals(checksum);
  }

  private static Optional<StoredData> read(Path file) {
    try {
      return Optional.of(DatasetFile.open(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Begins to write a data set.
   *
   * @param name of its file, without an ending
   * @param bytes that it will take, as far as is known; 0 if nothing is
   * @throws ProblemException if nothing can be written, or there is no room
   */
  public DatasetWriter begin(String name, ImageShape shape, long bytes) {
    OutputFolder.check(folder);
    sweep();
    if (bytes > free()) {
      throw new ProblemException(
          "The converted data takes "
              + Bytes.text(bytes)
              + ", and there are "
              + Bytes.text(free())
              + " free in "
              + folder
              + ".",
          "Free some space there, or choose a smaller image size.");
    }
    return new DatasetWriter(file(name), shape);
  }

  /**
   * Finishes what {@link #begin} began, opens it, and lets go what is too much.
   *
   * @throws ProblemException if the disk is full
   */
  public StoredData commit(DatasetWriter writer, String name, DataDescription description) {
    writer.commit(description);
    StoredData stored =
        open(name)
            .orElseThrow(
                () ->
                    new ProblemException(
                        "The converted data in " + folder + " cannot be read.", "Try it again."));
    shrink();
    return stored;
  }

  /** What is there, the last used first. */
  public List<Entry> entries() {
    List<Path> files = list();
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      if (nameOf(file).endsWith(ENDING)) {
        try {
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          entries.add(
              new Entry(
                  file,
                  attributes.size(),
                  attributes.lastModifiedTime().toInstant(),
                  isInUse(file, files)));
        } catch (IOException e) {
          // Another program has let it go.
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used).reversed());
    return entries;
  }

  /**
   * Lets go all that no running program uses.
   *
   * @return the bytes that are free now
   */
  public long empty() {
    sweep();
    return release(0);
  }

  private void shrink() {
    release(limit());
  }

  private long release(long allowed) {
    List<Entry> entries = entries();
    long used = entries.stream().mapToLong(Entry::bytes).sum();
    long released = 0;
    for (Entry entry : entries.reversed()) {
      if (used - released > allowed && !entry.inUse() && delete(entry.file())) {
        released += entry.bytes();
      }
    }
    return released;
  }

  /** What programs leave that were killed while they wrote or used something. */
  private void sweep() {
    for (Path file : list()) {
      String name = nameOf(file);
      if ((name.endsWith(PartFile.ENDING) || name.endsWith(USE)) && !ProcessMark.runs(name)) {
        delete(file);
      }
    }
  }

  /** The time is that of the last use, the mark says by whom it is in use. */
  private void mark(Path file) {
    try {
      Path mark = file.resolveSibling("." + nameOf(file) + "." + ProcessMark.own() + USE);
      if (!Files.exists(mark)) {
        Files.createFile(mark);
        mark.toFile().deleteOnExit();
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // A cache that can only be read is let alone by others too.
    }
  }

  private static boolean isInUse(Path file, List<Path> files) {
    String mark = "." + nameOf(file) + ".";
    return files.stream()
        .map(DatasetCache::nameOf)
        .anyMatch(name -> name.startsWith(mark) && name.endsWith(USE) && ProcessMark.runs(name));
  }

  private List<Path> list() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (NoSuchFileException e) {
      // Nothing was ever converted.
    } catch (IOException e) {
      throw new ProblemException(
          "The folder " + folder + " cannot be read.", "Check that you may read it.", e);
    }
    return files;
  }

  private long free() {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE / 2; // the disk will say so itself when it is full
    }
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false; // some systems keep what is mapped
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
