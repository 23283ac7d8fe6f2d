package org.aeworkbench.imports.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.Reason;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Pictures of a tree, in an order. */
final class PictureItems implements Items {
  private final Tree tree;
  private final List<Leaf> pictures;
  private final List<Placement> placements;
  private final List<String> classes;
  private final int[] order;
  private final List<String> skipped;
  private final List<String> notes;
  private final Map<String, Integer> numbers = new HashMap<>();
  private int next;

  /**
   * @param order numbers of pictures, each that is wanted once
   */
  PictureItems(
      Tree tree,
      List<Leaf> pictures,
      List<Placement> placements,
      List<String> classes,
      int[] order,
      List<String> skipped,
      List<String> notes) {
    this.tree = tree;
    this.pictures = pictures;
    this.placements = placements;
    this.classes = classes;
    this.order = order;
    this.skipped = skipped;
    this.notes = notes;
    for (String name : classes) {
      numbers.put(name, numbers.size());
    }
  }

  @Override
  public long count() {
    return order.length;
  }

  @Override
  public @Nullable Item next() {
    if (next == order.length) {
      return null;
    }
    int index = order[next++];
    Leaf leaf = pictures.get(index);
    Placement placement = placements.get(index);
    int label = numbers.getOrDefault(placement.label(), Dataset.NO_LABEL);
    Content.Picture content = () -> read(leaf);
    return new Item(leaf.path(), placement.part(), label, content);
  }

  private BufferedImage read(Leaf leaf) {
    try (InputStream in = tree.open(leaf)) {
      byte[] bytes = in.readNBytes(PictureReader.MAX_BYTES + 1);
      if (bytes.length > PictureReader.MAX_BYTES) {
        throw new ProblemException(
            leaf.path() + " has more than " + (PictureReader.MAX_BYTES >> 20) + " MB.",
            "Make the picture smaller.");
      }
      return PictureReader.read(bytes, leaf.path());
    } catch (IOException e) {
      throw new ProblemException(
          leaf.path() + " cannot be read: " + Reason.of(e) + ".",
          "Check that it is a file you may read.",
          e);
    }
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public List<String> skipped() {
    return skipped;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    // The tree belongs to the source.
  }
}
