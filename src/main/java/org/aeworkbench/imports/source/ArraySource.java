package org.aeworkbench.imports.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's arrays: a single one, or those of an archive as Keras' ({@code x_train}, {@code y_train},
 * {@code x_test}, {@code y_test}) under whatever names that say so.
 */
public final class ArraySource implements DataSource {
  private static final Set<String> IMAGES = Set.of("x", "images", "imgs", "data", "arr_0");

  private final Tree tree;
  private final Path path;
  private final List<Step> steps;
  private final boolean saysParts;

  /**
   * Images of one array.
   *
   * @param labels theirs; null for none
   * @param part null if its name does not say
   */
  record Step(
      NpyArray images, PixelLayout layout, @Nullable NpyArray labels, @Nullable Part part) {}

  private ArraySource(Tree tree, Path path, List<Step> steps) {
    this.tree = tree;
    this.path = path;
    this.steps = steps;
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
    List<Leaf> leaves =
        tree.leaves().stream()
            .filter(leaf -> leaf.name().toLowerCase(Locale.ROOT).endsWith(".npy"))
            .toList();
    if (leaves.isEmpty()) {
      return Optional.empty();
    }
    List<NpyArray> arrays = new ArrayList<>();
    ProblemException first = null;
    for (Leaf leaf : leaves) {
      try {
        arrays.add(NpyArray.of(tree, leaf));
      } catch (ProblemException e) {
        first = first == null ? e : first;
      }
    }
    List<Step> steps = steps(arrays, wanted);
    if (steps.isEmpty()) {
      throw first != null
          ? first
          : new ProblemException(
              path + " holds no array of images (n, rows, columns).",
              "Save one of the shape (n, rows, columns), (n, rows, columns, channels), or"
                  + " (n, pixels) with the image size given.");
    }
    return Optional.of(new ArraySource(tree, path, steps));
  }

  private static List<Step> steps(List<NpyArray> arrays, @Nullable ImageShape wanted) {
    List<Step> all = new ArrayList<>();
    for (NpyArray array : arrays) {
      array
          .layout(wanted)
          .ifPresent(
              layout -> {
                Part part = PartNames.within(array.name()).orElse(null);
                all.add(new Step(array, layout, labels(array, part, arrays), part));
              });
    }
    List<Step> parts = all.stream().filter(step -> step.part() != null).toList();
    if (parts.stream().map(Step::part).distinct().count() == 2) {
      return parts;
    }
    return all.stream()
        .filter(step -> IMAGES.contains(step.images().name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(List::of)
        .orElse(List.of());
  }

  private static @Nullable NpyArray labels(
      NpyArray images, @Nullable Part part, List<NpyArray> arrays) {
    return arrays.stream()
        .filter(array -> array.header().isColumn())
        .filter(array -> array.header().count() == images.header().count())
        .filter(array -> PartNames.within(array.name()).orElse(null) == part)
        .findFirst()
        .orElse(null);
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
    return new ArrayItems(steps, Long.MAX_VALUE);
  }

  @Override
  public Items sample(int most) {
    return new ArrayItems(steps, most);
  }

  @Override
  public void close() {
    tree.close();
  }
}
