package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeworkbench.datasets.IdxName.Kind;
import org.aeworkbench.datasets.IdxName.Split;
import org.aeworkbench.datasets.IdxReader;
import org.aeworkbench.datasets.IdxStream;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.files.Reason;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * IDX files as MNIST's in a folder or an archive: training and test images, or training images
 * alone; labels may be missing. Of several files for one purpose (plain and gzip, a second
 * download) the first counts that is whole: a half-unpacked one or a folder of that name is in
 * nobody's way.
 */
public final class IdxSource implements DataSource {
  private final Tree tree;
  private final Path path;
  private final String set;
  private final List<IdxSet.Found> files;
  private final IdxPart training;
  private final @Nullable IdxPart test;

  private IdxSource(Tree tree, Path path, IdxSet chosen) {
    this.tree = tree;
    this.path = path;
    set = chosen.name();
    files = chosen.files();
    training = part(Split.TRAIN);
    test = has(Split.T10K) ? part(Split.T10K) : has(Split.TEST) ? part(Split.TEST) : null;
  }

  /**
   * Looks for such files.
   *
   * @param tree the folder or archive
   * @param chosen a file of it that is meant; null for any
   * @return empty if there are no training images
   * @throws ProblemException if there are several data sets, or files are damaged at their
   *     beginning
   */
  static Optional<DataSource> in(Tree tree, @Nullable Path chosen) {
    return IdxSet.in(tree, chosen)
        .map(set -> new IdxSource(tree, chosen == null ? tree.root() : chosen, set));
  }

  private boolean has(Split split) {
    return !leaves(split, Kind.IMAGES).isEmpty();
  }

  private List<Leaf> leaves(Split split, Kind kind) {
    return files.stream()
        .filter(found -> found.name().split() == split && found.name().kind() == kind)
        .map(IdxSet.Found::leaf)
        .toList();
  }

  private IdxPart part(Split split) {
    List<Leaf> candidates = leaves(split, Kind.IMAGES);
    ProblemException first = null;
    for (Leaf leaf : candidates) {
      try (IdxStream images = images(leaf)) {
        if (candidates.size() > 1) {
          checkWhole(leaf, images);
        }
        checkHarmless(leaf, images);
        return new IdxPart(leaf, images.count(), leaves(split, Kind.LABELS));
      } catch (ProblemException e) {
        first = first == null ? e : first;
      }
    }
    throw Objects.requireNonNull(first);
  }

  private void checkHarmless(Leaf leaf, IdxStream images) {
    if (ZipTree.isAbsurd(images.fileBytes(), leaf.size())) {
      throw new ProblemException(
          tree.describe(leaf)
              + " would unpack to more than "
              + ZipTree.MOST_RATIO
              + " times its size, which no file of images does.",
          "Do not open it, or unpack it yourself.");
    }
  }

  /** By its size if it is not packed; else it is read, which only happens if there is another. */
  private static void checkWhole(Leaf leaf, IdxStream images) {
    if (leaf.size() != images.fileBytes()) {
      while (images.hasNext()) {
        images.next();
      }
    }
  }

  private IdxStream images(Leaf leaf) {
    return IdxStream.open(open(leaf), tree.describe(leaf));
  }

  /** The labels of a part; null if there are none. */
  private int @Nullable [] labels(IdxPart part) {
    ProblemException first = null;
    for (Leaf leaf : part.labels()) {
      try (InputStream in = open(leaf)) {
        int[] labels = IdxReader.labels(in, tree.describe(leaf));
        if (labels.length != part.count()) {
          throw new ProblemException(
              tree.describe(leaf)
                  + " holds "
                  + labels.length
                  + " labels for "
                  + part.count()
                  + " images.",
              "Use files that belong together, or move the labels away: they are only shown.");
        }
        return labels;
      } catch (IOException e) {
        first =
            new ProblemException(
                tree.describe(leaf) + " is damaged.", "Get the file again, or move it away.", e);
      } catch (ProblemException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return null;
  }

  private InputStream open(Leaf leaf) {
    try {
      return tree.open(leaf);
    } catch (IOException e) {
      throw new ProblemException(
          tree.describe(leaf) + " cannot be read: " + Reason.of(e) + ".",
          "Check that it is a file you may read.",
          e);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String name() {
    return path.equals(tree.root()) || set.isEmpty() ? DataSource.super.name() : set;
  }

  @Override
  public String kind() {
    return "IDX files";
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of(files.stream().map(IdxSet.Found::leaf).toList());
  }

  @Override
  public long count() {
    return (long) training.count() + (test == null ? 0 : test.count());
  }

  @Override
  public boolean saysParts() {
    return test != null;
  }

  @Override
  public Items items(long seed) {
    return test == null
        ? items(List.of(training), List.of(step(training, null)), Long.MAX_VALUE)
        : items(
            List.of(training, test),
            List.of(step(training, Part.TRAINING), step(test, Part.TEST)),
            Long.MAX_VALUE);
  }

  @Override
  public Items sample(int most) {
    return items(List.of(training), List.of(step(training, null)), most);
  }

  private Items items(List<IdxPart> parts, List<SteppedItems.Step> steps, long most) {
    return new SteppedItems(steps, () -> labelling(parts), List.of(), most);
  }

  private SteppedItems.Labelling labelling(List<IdxPart> parts) {
    List<int @Nullable []> labels = new ArrayList<>();
    parts.forEach(part -> labels.add(labels(part)));
    return new SteppedItems.Labelling(labels, List.of());
  }

  private SteppedItems.Step step(IdxPart part, @Nullable Part use) {
    return new SteppedItems.Step(
        part.images().path(), use, part.count(), () -> new Images(images(part.images())));
  }

  @Override
  public void close() {
    tree.close();
  }

  /** Images of a file that is open. */
  private record Images(IdxStream stream) implements SteppedItems.Stream {
    @Override
    public Content next() {
      return new Content.Pixels(stream.height(), stream.width(), stream.channels(), stream.next());
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  /**
   * Training or test images.
   *
   * @param labels candidates; empty for none
   */
  private record IdxPart(Leaf images, int count, List<Leaf> labels) {}
}
