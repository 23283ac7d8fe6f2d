package org.aeworkbench.imports.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aeworkbench.datasets.IdxName;
import org.aeworkbench.datasets.IdxName.Kind;
import org.aeworkbench.datasets.IdxName.Split;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The IDX files of a tree that belong together: of one data set by their names, and of one folder,
 * unless training and test images have a folder each.
 *
 * @param folder that they lie in; empty for the tree itself
 * @param name of the data set, empty for MNIST's own names
 * @param files plain ones first
 */
record IdxSet(String folder, String name, List<Found> files) {
  /** A file whose name says what it is. */
  record Found(Leaf leaf, IdxName name) {
    String folder() {
      String path = leaf.path();
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    boolean isImages(Split split) {
      return name.kind() == Kind.IMAGES && name.split() == split;
    }
  }

  /**
   * The files that are meant.
   *
   * @param chosen one of them; null for the only set there is
   * @return empty if there are no training images
   * @throws ProblemException if there are several sets
   */
  static Optional<IdxSet> in(Tree tree, @Nullable Path chosen) {
    List<Found> all =
        tree.leaves().stream()
            .flatMap(leaf -> IdxName.parse(leaf.name()).map(n -> new Found(leaf, n)).stream())
            .sorted(
                Comparator.comparing((Found found) -> found.name().zipped())
                    .thenComparing(found -> found.leaf().path()))
            .toList();
    List<IdxSet> sets = sets(all).stream().filter(set -> set.has(Split.TRAIN)).toList();
    if (chosen != null) {
      String name =
          IdxName.parse(String.valueOf(chosen.getFileName())).map(IdxName::set).orElse("");
      return sets.stream().filter(set -> set.name().equals(name)).findFirst();
    }
    return sets.isEmpty() ? Optional.empty() : Optional.of(only(tree, sets));
  }

  /** True if there are images to judge by, and none to learn from. */
  static boolean areTestImagesAlone(Tree tree) {
    List<IdxName> images =
        tree.leaves().stream()
            .flatMap(leaf -> IdxName.parse(leaf.name()).stream())
            .filter(name -> name.kind() == Kind.IMAGES)
            .toList();
    return !images.isEmpty() && images.stream().noneMatch(name -> name.split() == Split.TRAIN);
  }

  private static List<IdxSet> sets(List<Found> all) {
    List<IdxSet> sets = new ArrayList<>();
    for (Found file : all) {
      if (sets.stream().noneMatch(set -> set.holds(file))) {
        sets.add(
            new IdxSet(
                file.folder(),
                file.name().set(),
                all.stream()
                    .filter(other -> other.folder().equals(file.folder()))
                    .filter(other -> other.name().set().equals(file.name().set()))
                    .toList()));
      }
    }
    return sets.stream().anyMatch(IdxSet::isWhole) ? sets : joined(all, sets);
  }

  /** Of parts in a folder each: all files of a name, if there is one folder of training images. */
  private static List<IdxSet> joined(List<Found> all, List<IdxSet> sets) {
    return sets.stream()
        .map(
            set -> {
              List<IdxSet> same = sets.stream().filter(s -> s.name().equals(set.name())).toList();
              boolean alone = same.stream().filter(s -> s.has(Split.TRAIN)).count() == 1;
              return alone && set.has(Split.TRAIN)
                  ? new IdxSet(
                      set.folder(),
                      set.name(),
                      all.stream().filter(file -> file.name().set().equals(set.name())).toList())
                  : set;
            })
        .toList();
  }

  /** Whole ones go before halves, those further up before others, MNIST's own names before all. */
  private static IdxSet only(Tree tree, List<IdxSet> sets) {
    List<IdxSet> left = preferred(sets, IdxSet::isWhole);
    int depth = left.stream().mapToInt(IdxSet::depth).min().orElse(0);
    left = preferred(preferred(left, set -> set.depth() == depth), set -> set.name().isEmpty());
    if (left.size() > 1) {
      throw new ProblemException(
          tree.root()
              + " holds several data sets: "
              + left.stream().map(IdxSet::text).sorted().collect(Collectors.joining(", "))
              + ".",
          "Name the file of training images of the one that is meant.");
    }
    return left.getFirst();
  }

  private static List<IdxSet> preferred(List<IdxSet> sets, Predicate<IdxSet> which) {
    List<IdxSet> preferred = sets.stream().filter(which).toList();
    return preferred.isEmpty() ? sets : preferred;
  }

  private boolean holds(Found file) {
    return folder.equals(file.folder()) && name.equals(file.name().set());
  }

  private boolean has(Split split) {
    return files.stream().anyMatch(file -> file.isImages(split));
  }

  private boolean isWhole() {
    return has(Split.TRAIN) && (has(Split.T10K) || has(Split.TEST));
  }

  private int depth() {
    return folder.isEmpty() ? 0 : folder.split("/").length;
  }

  private String text() {
    return name.isEmpty() ? folder : folder.isEmpty() ? name : folder + "/" + name;
  }
}
