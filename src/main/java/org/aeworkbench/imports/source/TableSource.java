package org.aeworkbench.imports.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.files.Reason;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.tables.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Tables with an image a row: whole numbers of 0…255 or fractions of 0…1, in the order rows,
 * columns, channels, with a label if a row is one longer. One table, or one of training and one of
 * test images.
 */
public final class TableSource implements DataSource {
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".amat");
  private static final String REMEDY =
      "Use a table with an image a row, for instance Kaggle's train.csv.";

  private final Tree tree;
  private final Path path;
  private final @Nullable ImageShape wanted;
  private final List<Step> steps;

  /** A table, and what its images are for; null if its name does not say. */
  record Step(Leaf table, @Nullable Part part) {}

  private TableSource(Tree tree, Path path, @Nullable ImageShape wanted, List<Step> steps) {
    this.tree = tree;
    this.path = path;
    this.wanted = wanted;
    this.steps = steps;
  }

  /** A table by itself. */
  static DataSource of(Tree tree, Path path, @Nullable ImageShape wanted) {
    return new TableSource(tree, path, wanted, List.of(new Step(tree.leaves().getFirst(), null)));
  }

  /**
   * Looks for tables in a folder or an archive.
   *
   * @return empty if there are none
   * @throws ProblemException if there are several and nothing says which are meant
   */
  static Optional<DataSource> in(Tree tree, @Nullable ImageShape wanted) {
    List<Step> all =
        tree.leaves().stream()
            .filter(leaf -> isTable(leaf.name()))
            .map(leaf -> new Step(leaf, PartNames.within(stem(leaf.name())).orElse(null)))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Step> training = all.stream().filter(step -> step.part() == Part.TRAINING).toList();
    List<Step> test = all.stream().filter(step -> step.part() == Part.TEST).toList();
    if (training.size() == 1 && test.size() == 1) {
      return Optional.of(
          new TableSource(
              tree, tree.root(), wanted, List.of(training.getFirst(), test.getFirst())));
    }
    Step only =
        all.size() == 1 ? all.getFirst() : training.size() == 1 ? training.getFirst() : null;
    if (only == null) {
      throw new ProblemException(
          tree.root() + " holds " + all.size() + " tables.", "Name the one that is meant.");
    }
    return Optional.of(
        new TableSource(tree, tree.root(), wanted, List.of(new Step(only.table(), null))));
  }

  private static boolean isTable(String name) {
    return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  TableReader open(Step step) {
    try {
      return TableReader.open(tree.open(step.table()), describe(step), REMEDY);
    } catch (IOException e) {
      throw new ProblemException(
          describe(step) + " cannot be read: " + Reason.of(e) + ".",
          "Check that it is a file you may read.",
          e);
    }
  }

  String describe(Step step) {
    return tree.describe(step.table());
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String kind() {
    return "table of pixels";
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of(tree.leaves());
  }

  @Override
  public long count() {
    return -1;
  }

  @Override
  public boolean saysParts() {
    return steps.size() == 2;
  }

  @Override
  public Items items(long seed) {
    return new TableItems(this, steps, wanted, Long.MAX_VALUE);
  }

  @Override
  public Items sample(int most) {
    return new TableItems(this, steps, wanted, most);
  }

  @Override
  public void close() {
    tree.close();
  }
}
