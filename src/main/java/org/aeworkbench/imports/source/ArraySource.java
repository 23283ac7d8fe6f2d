package org.aeworkbench.imports.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's arrays: a single one, or those of an archive as Keras' ({@code x_train}, {@code y_train},
 * {@code x_test}, {@code y_test}) under whatever names that say so.
 */
public final class ArraySource implements DataSource {
  private static final String NPY = ".npy";
  private static final String NPZ = ".npz";
  private static final int NAMED = 10;

  private final Tree tree;
  private final List<Tree> archives;
  private final Path path;
  private final List<Step> steps;
  private final List<String> notes;
  private final boolean saysParts;

  /**
   * Images of one array.
   *
   * @param labels theirs; null for none
   * @param part null if its name does not say
   */
  private record Step(
      NpyArray images, PixelLayout layout, @Nullable NpyArray labels, @Nullable Part part) {
    SteppedItems.Step opened() {
      return new SteppedItems.Step(
          images.name(), part, images.header().count(), () -> new NpyImages(images, layout));
    }
  }

  private ArraySource(
      Tree tree, List<Tree> archives, Path path, List<Step> steps, List<String> notes) {
    this.tree = tree;
    this.archives = archives;
    this.path = path;
    this.steps = steps;
    this.notes = notes;
    saysParts = steps.stream().map(Step::part).filter(Objects::nonNull).distinct().count() == 2;
  }

  /**
   * Looks for arrays.
   *
   * @param path of the archive or the array
   * @param wanted shape that is asked for; null for any
   * @return empty if there are none
   * @throws ProblemException if they hold no images
   */
  static Optional<DataSource> in(Tree tree, Path path, @Nullable ImageShape wanted) {
    Found found = new Found();
    ending(tree, NPY).forEach(leaf -> found.add(tree, leaf, stem(leaf, NPY)));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.source(tree, List.of(), path, wanted));
  }

  /**
   * Looks for several archives of arrays in a folder, of which each holds a part: {@code
   * kmnist-train-imgs.npz}, {@code kmnist-train-labels.npz} …
   *
   * @return empty if there are not several
   */
  static Optional<DataSource> inArchives(
      FolderTree folder, List<Leaf> files, @Nullable ImageShape wanted) {
    List<Leaf> packed = ending(folder, NPZ);
    if (packed.size() < 2 || packed.size() < files.size()) {
      return Optional.empty();
    }
    Found found = new Found();
    List<Tree> archives = new ArrayList<>();
    try {
      for (Leaf file : packed) {
        Tree archive = ZipTree.of(folder.file(file));
        archives.add(archive);
        List<Leaf> arrays = ending(archive, NPY);
        for (Leaf array : arrays) {
          String name = stem(file, NPZ) + (arrays.size() == 1 ? "" : "_" + stem(array, NPY));
          found.add(archive, array, name);
        }
      }
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(found.source(folder, archives, folder.root(), wanted));
    } catch (ProblemException e) {
      archives.forEach(Tree::close);
      throw e;
    }
  }

  private static List<Leaf> ending(Tree tree, String ending) {
    return tree.leaves().stream()
        .filter(leaf -> leaf.name().toLowerCase(Locale.ROOT).endsWith(ending))
        .toList();
  }

  private static String stem(Leaf leaf, String ending) {
    return leaf.name().substring(0, leaf.name().length() - ending.length());
  }

  /** Arrays, and what is none. */
  private static final class Found {
    private final List<NpyArray> arrays = new ArrayList<>();
    private final List<ProblemException> problems = new ArrayList<>();

    void add(Tree tree, Leaf leaf, String name) {
      try {
        arrays.add(NpyArray.of(tree, leaf, name));
      } catch (ProblemException e) {
        problems.add(e);
      }
    }

    boolean isEmpty() {
      return arrays.isEmpty() && problems.isEmpty();
    }

    ArraySource source(Tree tree, List<Tree> archives, Path path, @Nullable ImageShape wanted) {
      List<Step> steps = steps(arrays, wanted);
      if (steps.isEmpty()) {
        throw !problems.isEmpty()
            ? problems.getFirst()
            : new ProblemException(
                path + " holds no array of images (n, rows, columns).",
                "Save one of the shape (n, rows, columns), (n, rows, columns, channels), or"
                    + " (n, pixels) with the image size given.");
      }
      return new ArraySource(tree, archives, path, steps, notes(arrays, steps, problems));
    }
  }

  private static List<Step> steps(List<NpyArray> arrays, @Nullable ImageShape wanted) {
    List<Step> all = new ArrayList<>();
    for (NpyArray array : arrays) {
      if (!array.says().isLabels()) {
        array
            .layout(wanted)
            .ifPresent(
                layout -> {
                  Part part = PartNames.within(array.name()).orElse(null);
                  all.add(new Step(array, layout, labels(array, part, arrays), part));
                });
      }
    }
    List<Step> parts = all.stream().filter(step -> step.part() != null).toList();
    if (parts.stream().map(Step::part).distinct().count() == 2) {
      return parts;
    }
    return all.stream()
        .filter(step -> step.images().says().isImages())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(List::of)
        .orElse(List.of());
  }

  /** Those whose name differs in nothing else, or the only column of as many that may be meant. */
  private static @Nullable NpyArray labels(
      NpyArray images, @Nullable Part part, List<NpyArray> arrays) {
    List<NpyArray> asMany =
        arrays.stream()
            .filter(array -> array.header().count() == images.header().count())
            .filter(array -> ArrayLabels.mayBe(array.header()))
            .toList();
    List<NpyArray> called =
        asMany.stream()
            .filter(array -> array.says().isLabels())
            .filter(array -> array.says().others().equals(images.says().others()))
            .toList();
    List<NpyArray> columns =
        asMany.stream()
            .filter(array -> array.header().isColumn() && !array.says().isImages())
            .filter(array -> PartNames.within(array.name()).orElse(null) == part)
            .toList();
    List<NpyArray> meant = called.isEmpty() ? columns : called;
    return meant.size() == 1 ? meant.getFirst() : null;
  }

  private static List<String> notes(
      List<NpyArray> arrays, List<Step> steps, List<ProblemException> problems) {
    List<String> notes = new ArrayList<>();
    problems.forEach(problem -> notes.add(problem.getMessage()));
    List<String> left =
        arrays.stream()
            .filter(
                array ->
                    steps.stream()
                        .noneMatch(
                            step -> array.equals(step.images()) || array.equals(step.labels())))
            .map(NpyArray::name)
            .toList();
    if (!left.isEmpty()) {
      notes.add(
          "Not used: "
              + String.join(", ", left.subList(0, Math.min(NAMED, left.size())))
              + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more." : "."));
    }
    return notes;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String kind() {
    return "NumPy arrays";
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of(tree.leaves());
  }

  @Override
  public long count() {
    return steps.stream().mapToLong(step -> step.images().header().count()).sum();
  }

  @Override
  public boolean saysParts() {
    return saysParts;
  }

  @Override
  public Items items(long seed) {
    return itemsOf(Long.MAX_VALUE);
  }

  @Override
  public Items sample(int most) {
    return itemsOf(most);
  }

  private Items itemsOf(long most) {
    List<@Nullable NpyArray> labels = new ArrayList<>();
    steps.forEach(step -> labels.add(step.labels()));
    return new SteppedItems(
        steps.stream().map(Step::opened).toList(), () -> ArrayLabels.of(labels), notes, most);
  }

  @Override
  public void close() {
    archives.forEach(Tree::close);
    tree.close();
  }
}
