package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeworkbench.datasets.IdxName;
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
 * download) the first counts that begins as it should.
 */
public final class IdxSource implements DataSource {
  private final Tree tree;
  private final Path path;
  private final String set;
  private final List<Found> files;
  private final IdxPart training;
  private final @Nullable IdxPart test;

  private record Found(Leaf leaf, IdxName name) {}

  private IdxSource(Tree tree, Path path, String set, List<Found> files) {
    this.tree = tree;
    this.path = path;
    this.set = set;
    this.files = files;
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
    List<Found> all =
        tree.leaves().stream()
            .flatMap(leaf -> IdxName.parse(leaf.name()).map(n -> new Found(leaf, n)).stream())
            .sorted(
                Comparator.comparing((Found found) -> found.name().zipped())
                    .thenComparing(found -> found.leaf().path()))
            .toList();
    List<String> sets =
        all.stream()
            .filter(found -> found.name().kind() == Kind.IMAGES)
            .filter(found -> found.name().split() == Split.TRAIN)
            .map(found -> found.name().set())
            .distinct()
            .toList();
    if (sets.isEmpty()) {
      return Optional.empty();
    }
    String set =
        chosen == null
            ? only(tree, sets)
            : IdxName.parse(String.valueOf(chosen.getFileName())).map(IdxName::set).orElse("");
    return Optional.of(
        new IdxSource(
            tree,
            chosen == null ? tree.root() : chosen,
            set,
            all.stream().filter(found -> found.name().set().equals(set)).toList()));
  }

  /** MNIST's own names go before a data set's that lies beside them. */
  private static String only(Tree tree, List<String> sets) {
    if (sets.size() > 1 && !sets.contains("")) {
      throw new ProblemException(
          tree.root() + " holds several data sets: " + String.join(", ", sets) + ".",
          "Name the file of training images of the one that is meant.");
    }
    return sets.contains("") ? "" : sets.getFirst();
  }

  private boolean has(Split split) {
    return !leaves(split, Kind.IMAGES).isEmpty();
  }

  private List<Leaf> leaves(Split split, Kind kind) {
    return files.stream()
        .filter(found -> found.name().split() == split && found.name().kind() == kind)
        .map(Found::leaf)
        .toList();
  }

  private IdxPart part(Split split) {
    ProblemException first = null;
    for (Leaf leaf : leaves(split, Kind.IMAGES)) {
      try (IdxStream images = images(leaf)) {
        return new IdxPart(leaf, images.count(), leaves(split, Kind.LABELS));
      } catch (ProblemException e) {
        first = first == null ? e : first;
      }
    }
    throw Objects.requireNonNull(first);
  }

  /** Images of a file, open. */
  IdxStream images(Leaf leaf) {
    return IdxStream.open(open(leaf), tree.describe(leaf));
  }

  /** The labels of a part; null if there are none. */
  int @Nullable [] labels(IdxPart part) {
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
    return Fingerprint.of(files.stream().map(Found::leaf).toList());
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
    List<IdxItems.Step> steps = new ArrayList<>();
    steps.add(new IdxItems.Step(training, test == null ? null : Part.TRAINING));
    if (test != null) {
      steps.add(new IdxItems.Step(test, Part.TEST));
    }
    return new IdxItems(this, steps, Integer.MAX_VALUE);
  }

  @Override
  public Items sample(int most) {
    return new IdxItems(this, List.of(new IdxItems.Step(training, null)), most);
  }

  @Override
  public void close() {
    tree.close();
  }

  /**
   * Training or test images.
   *
   * @param labels candidates; empty for none
   */
  record IdxPart(Leaf images, int count, List<Leaf> labels) {}
}
