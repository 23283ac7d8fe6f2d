package org.aeworkbench.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.aeworkbench.files.NaturalOrder;
import org.aeworkbench.files.Reason;
import org.aeworkbench.pictures.formats.PictureFormat;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The pictures that files and folders stand for. Safe for any thread but the FX thread. */
public final class PictureFiles {
  /** Enough for what every format begins with. */
  private static final int HEAD_BYTES = 32;

  private static final int BITMAP_HEADER = 14;

  private PictureFiles() {}

  /**
   * What some paths stand for.
   *
   * @param files in the order of the paths, those of a folder in {@link NaturalOrder}
   * @param problems a folder each that none were found in
   */
  public record Found(List<Path> files, List<ProblemException> problems) {
    /** Copies the lists. */
    public Found {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /** Every file itself, whatever it is, and every folder for the pictures in it. */
  public static Found of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    List<ProblemException> problems = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try {
          files.addAll(in(path));
        } catch (ProblemException e) {
          problems.add(e);
        }
      } else {
        files.add(path);
      }
    }
    return new Found(files, problems);
  }

  /**
   * The folders below one, itself included, that hold pictures, in {@link NaturalOrder}; what is
   * hidden or cannot be looked into is left out, and links are not followed.
   *
   * @return the folder alone if none does
   */
  public static List<Path> folders(Path top) {
    Set<Path> holding = new HashSet<>();
    try {
      Files.walkFileTree(
          top,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              return folder.equals(top) || !isHidden(folder)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path folder = file.getParent();
              if (folder != null
                  && !holding.contains(folder)
                  && Files.isRegularFile(file)
                  && !isHidden(file)
                  && isPicture(file)) {
                holding.add(folder);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw unreadable(top, e);
    }
    if (holding.isEmpty()) {
      return List.of(top);
    }
    return holding.stream()
        .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
        .toList();
  }

  /**
   * The pictures in a folder, its sub-folders and hidden files left out: what has a picture's
   * ending in any case, damaged or not, and what begins as a picture whatever its name.
   *
   * @return in {@link NaturalOrder} of their names
   * @throws ProblemException if there are none, or the folder cannot be read
   */
  static List<Path> in(Path folder) {
    List<Path> pictures = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry) && !isHidden(entry) && isPicture(entry)) {
          pictures.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw unreadable(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    if (pictures.isEmpty()) {
      throw new ProblemException(
          "There are no pictures in the folder " + folder + ".",
          "Choose the very folder they are in; its sub-folders are not looked into.");
    }
    pictures.sort(Comparator.comparing(PictureFiles::name, new NaturalOrder()));
    return pictures;
  }

  private static boolean isHidden(Path file) throws IOException {
    return name(file).startsWith(".") || Files.isHidden(file);
  }

  private static boolean isPicture(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    if (PictureEndings.ALL.stream().anyMatch(name::endsWith)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return beginsAsPicture(in.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      // Nothing says that it is one.
      return false;
    }
  }

  /** True if the first bytes of a file, 32 of them or more, are those of a picture. */
  public static boolean beginsAsPicture(byte[] head) {
    return PictureFormat.of(head)
        .filter(format -> format != PictureFormat.BMP || isBitmap(head))
        .isPresent();
  }

  /** Two letters begin many a text: the size of the header that follows has to be one too. */
  private static boolean isBitmap(byte[] head) {
    if (head.length < BITMAP_HEADER + Integer.BYTES) {
      return false;
    }
    int header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(BITMAP_HEADER);
    return header == 12 || header >= 16 && header <= 124;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static ProblemException unreadable(Path folder, IOException e) {
    return new ProblemException(
        "The folder " + folder + " cannot be read: " + Reason.of(e) + ".",
        "Check that it is one you may read.",
        e);
  }
}
