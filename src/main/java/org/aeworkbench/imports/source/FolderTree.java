package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.aeworkbench.files.NaturalOrder;
import org.aeworkbench.files.Reason;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The files of a folder and the folders below it; links are followed, but not in circles. */
record FolderTree(Path root, List<Leaf> leaves, List<String> problems) implements Tree {
  private static final int DEEPEST = 16;

  /**
   * Looks through a folder.
   *
   * @throws ProblemException if it cannot be read, or holds too much
   */
  static FolderTree of(Path root) {
    return of(root, DEEPEST);
  }

  /** As {@link #of(Path)}, so many levels deep. */
  static FolderTree of(Path root, int deepest) {
    Walk walk = new Walk(root, deepest);
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), deepest, walk);
    } catch (IOException e) {
      throw unreadable(root, e);
    }
    walk.leaves.sort(Comparator.comparing(Leaf::path, new NaturalOrder()));
    return new FolderTree(root, List.copyOf(walk.leaves), List.copyOf(walk.problems));
  }

  /** A file by itself, in the folder that it lies in. */
  static FolderTree ofFile(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Leaf leaf =
          new Leaf(
              String.valueOf(file.getFileName()),
              attributes.size(),
              attributes.lastModifiedTime().toMillis());
      return new FolderTree(
          Objects.requireNonNullElse(absolute.getParent(), absolute), List.of(leaf), List.of());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public InputStream open(Leaf leaf) throws IOException {
    return Files.newInputStream(root.resolve(leaf.path()));
  }

  @Override
  public Path file(Leaf leaf) {
    return root.resolve(leaf.path());
  }

  @Override
  public String describe(Leaf leaf) {
    return root.resolve(leaf.path()).toString();
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private static ProblemException unreadable(Path folder, IOException e) {
    return new ProblemException(
        "The folder " + folder + " cannot be read: " + Reason.of(e) + ".",
        "Check that it is one you may read.",
        e);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final int deepest;
    private int seen;

    Walk(Path root, int deepest) {
      this.root = root;
      this.deepest = deepest;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      count();
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      count();
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      String path = relative(file);
      if (attributes.isRegularFile()) {
        leaves.add(new Leaf(path, attributes.size(), attributes.lastModifiedTime().toMillis()));
      } else if (attributes.isSymbolicLink()) {
        problems.add(path + ": the link leads nowhere");
      } else if (attributes.isDirectory()) {
        problems.add(path + ": lies more than " + deepest + " folders deep");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (file.equals(root)) {
        throw unreadable(root, e);
      }
      if (!isHidden(file)) {
        problems.add(
            relative(file)
                + ": "
                + (e instanceof FileSystemLoopException
                    ? "the link leads back to a folder that it lies in"
                    : Reason.of(e)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        problems.add(relative(folder) + ": " + Reason.of(e));
      }
      return FileVisitResult.CONTINUE;
    }

    private void count() {
      if (++seen > MOST_FILES) {
        throw new ProblemException(
            "The folder " + root + " holds more than " + MOST_FILES + " files.",
            "Choose the very folder that the pictures are in.");
      }
    }

    private String relative(Path file) {
      StringBuilder path = new StringBuilder();
      for (Path name : root.relativize(file)) {
        path.append(path.isEmpty() ? "" : "/").append(name);
      }
      return path.toString();
    }

    private static boolean isHidden(Path file) {
      return HiddenNames.contain(String.valueOf(file.getFileName()));
    }
  }
}
