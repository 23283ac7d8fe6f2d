package org.aeworkbench.files;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names for files that come of other files ({@code seven-input.png} of {@code seven.jpg}), each
 * given once: what has the name of another gets a number, what would be longer than file systems
 * take is cut, with a hash of the whole name in its place, and no file that was read is written
 * over. For one thread.
 */
public final class OutputNames {
  /** What the file systems in use take, in bytes of UTF-8. */
  private static final int MOST_BYTES = 255;

  /** Room for the number of a name that others have too. */
  private static final int NUMBER_BYTES = 10;

  private static final int HASH_BYTES = 4;
  private static final String NOT_IN_NAMES = File.separatorChar == '\\' ? "[\\\\/:*?\"<>|]" : "/";

  private final Path folder;
  private final List<String> endings;
  private final int room;
  private final Set<Path> sources;
  private final Set<String> given = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param folder that the files go to; need not be there yet
   * @param endings what is added to a name, one for each of the files that come of one
   * @param sources files that are read
   */
  public OutputNames(Path folder, List<String> endings, Collection<Path> sources) {
    this.folder = real(folder);
    this.endings = List.copyOf(endings);
    room =
        MOST_BYTES - NUMBER_BYTES - endings.stream().mapToInt(OutputNames::bytes).max().orElse(0);
    this.sources = real(sources);
  }

  /** A file's name without its ending; what no file name may hold becomes a hyphen. */
  public static String base(String name) {
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    return base.replaceAll(NOT_IN_NAMES, "-").replace('\0', '-');
  }

  /**
   * The name itself, or the next one that is free.
   *
   * @param base without any of the endings
   */
  public String next(String base) {
    String fitting = fitting(base);
    String name = fitting;
    // From the last number on: a thousand pictures of one name would be counted a thousand times.
    int number = numbers.getOrDefault(compared(fitting), 1);
    while (!isFree(name)) {
      name = fitting + "-" + ++number;
    }
    numbers.put(compared(fitting), number);
    given.add(compared(name));
    return name;
  }

  private boolean isFree(String name) {
    return !given.contains(compared(name))
        && endings.stream().noneMatch(ending -> sources.contains(folder.resolve(name + ending)));
  }

  private String fitting(String base) {
    if (bytes(base) <= room) {
      return base;
    }
    String hash = "-" + hash(base);
    int end = base.length();
    while (bytes(base.substring(0, end)) > room - hash.length()) {
      end = base.offsetByCodePoints(end, -1);
    }
    return base.substring(0, end) + hash;
  }

  /**
   * Some file systems take names that differ only in case or in how accents are written for one.
   */
  private static String compared(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Set<Path> real(Collection<Path> files) {
    Map<Path, Path> folders = new HashMap<>();
    Set<Path> real = new HashSet<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      @Nullable Path parent = absolute.getParent();
      if (parent != null) {
        Path realParent = folders.computeIfAbsent(parent, folder -> real(folder));
        real.add(realParent.resolve(parent.relativize(absolute)));
      }
    }
    return real;
  }

  /** Without links, as far as it is there already. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
