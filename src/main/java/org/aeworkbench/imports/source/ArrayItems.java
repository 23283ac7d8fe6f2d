package org.aeworkbench.imports.source;

import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.jspecify.annotations.Nullable;

/** Images of arrays in their order. */
final class ArrayItems implements Items {
  private final List<ArraySource.Step> steps;
  private final long count;
  private int step = -1;
  private long given;
  private int index;
  private @Nullable NpyImages images;
  private int @Nullable [] labels;

  /**
   * @param most so many images at most
   */
  ArrayItems(List<ArraySource.Step> steps, long most) {
    this.steps = steps;
    count = Math.min(most, steps.stream().mapToLong(one -> one.images().header().count()).sum());
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public @Nullable Item next() {
    if (given == count) {
      return null;
    }
    NpyImages open = images;
    while (open == null || !open.hasNext()) {
      open = following();
    }
    ArraySource.Step now = steps.get(step);
    String name = now.images().name() + ", image " + index;
    int label = labels == null ? Dataset.NO_LABEL : labels[index];
    given++;
    index++;
    return new Item(name, now.part(), label, open.next());
  }

  private NpyImages following() {
    close();
    ArraySource.Step next = steps.get(++step);
    NpyArray column = next.labels();
    labels = column == null ? null : column.labels();
    index = 0;
    NpyImages open = new NpyImages(next.images(), next.layout());
    images = open;
    return open;
  }

  @Override
  public void close() {
    if (images != null) {
      images.close();
    }
  }
}
