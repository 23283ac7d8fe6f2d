package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.aeworkbench.files.NaturalOrder;
import org.aeworkbench.pictures.PictureEndings;
import org.aeworkbench.pictures.PictureFiles;

/** Pictures in a folder or an archive; the folders that they lie in are their classes. */
public final class PictureSource implements DataSource {
  /** Enough for what every format begins with. */
  private static final int HEAD_BYTES = 32;

  private final Tree tree;
  private final String fingerprint;
  private final List<Leaf> pictures = new ArrayList<>();
  private final List<String> skipped;
  private final List<Placement> placements;
  private final List<String> classes;
  private final boolean saysParts;

  PictureSource(Tree tree) {
    this.tree = tree;
    fingerprint = Fingerprint.of(tree.leaves());
    skipped = new ArrayList<>(tree.problems());
    for (Leaf leaf : tree.leaves()) {
      if (leaf.size() == 0) {
        skipped.add(leaf.path() + " is empty (0 bytes)");
      } else if (isPicture(tree, leaf)) {
        pictures.add(leaf);
      } else {
        skipped.add(
            leaf.path()
                + (Archives.isCalledSo(leaf)
                    ? " is packed, and not looked into"
                    : " is no picture that can be read"));
      }
    }
    placements = Placement.of(pictures);
    saysParts = placements.stream().anyMatch(placement -> placement.part() != null);
    classes =
        placements.stream()
            .map(Placement::label)
            .filter(label -> !label.isEmpty())
            .distinct()
            .sorted(new NaturalOrder())
            .toList();
  }

  /** True if a file is one by its name: whatever is in it, somebody meant it as one. */
  static boolean isCalledPicture(Leaf leaf) {
    String name = leaf.name().toLowerCase(Locale.ROOT);
    return PictureEndings.ALL.stream().anyMatch(name::endsWith);
  }

  private static boolean isPicture(Tree tree, Leaf leaf) {
    if (isCalledPicture(leaf)) {
      return true;
    }
    try (InputStream in = tree.open(leaf)) {
      return PictureFiles.beginsAsPicture(in.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      return false; // nothing says that it is one
    }
  }

  boolean isEmpty() {
    return pictures.isEmpty();
  }

  @Override
  public Path path() {
    return tree.root();
  }

  @Override
  public String kind() {
    return switch (tree) {
      case FolderTree folder -> "folder of pictures";
      case ZipTree zip -> "archive of pictures";
    };
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Items items(long seed) {
    return items(Shuffle.of(pictures.size(), seed));
  }

  /** Some from everywhere, in the order of their names. */
  @Override
  public Items sample(int most) {
    int count = Math.min(most, pictures.size());
    return items(
        IntStream.range(0, count).map(i -> (int) ((long) i * pictures.size() / count)).toArray());
  }

  @Override
  public long count() {
    return pictures.size();
  }

  @Override
  public boolean saysParts() {
    return saysParts;
  }

  /** Names of the classes. */
  public Collection<String> classes() {
    return classes;
  }

  private Items items(int[] order) {
    return new PictureItems(tree, pictures, placements, classes, order, skipped, List.of());
  }

  @Override
  public void close() {
    tree.close();
  }
}
