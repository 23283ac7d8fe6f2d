package org.aeworkbench.imports.source;

import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.IdxStream;
import org.aeworkbench.datasets.store.Part;
import org.jspecify.annotations.Nullable;

/** Images of IDX files in their order. */
final class IdxItems implements Items {
  private final IdxSource source;
  private final List<Step> steps;
  private final long count;
  private int step = -1;
  private int given;
  private int index;
  private @Nullable IdxStream images;
  private int @Nullable [] labels;

  /** A file, and what its images are for; null if the file does not say. */
  record Step(IdxSource.IdxPart part, @Nullable Part use) {}

  /**
   * @param most so many images at most
   */
  IdxItems(IdxSource source, List<Step> steps, int most) {
    this.source = source;
    this.steps = steps;
    count = Math.min(most, steps.stream().mapToLong(one -> one.part().count()).sum());
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
    IdxStream stream = images;
    while (stream == null || !stream.hasNext()) {
      stream = following();
    }
    Step now = steps.get(step);
    String name = now.part().images().path() + ", image " + index;
    byte[] pixels = stream.next();
    int label = labels == null ? Dataset.NO_LABEL : labels[index];
    given++;
    index++;
    return new Item(
        name,
        now.use(),
        label,
        new Content.Pixels(stream.height(), stream.width(), stream.channels(), pixels));
  }

  private IdxStream following() {
    close();
    IdxSource.IdxPart part = steps.get(++step).part();
    labels = source.labels(part);
    index = 0;
    IdxStream stream = source.images(part.images());
    images = stream;
    return stream;
  }

  @Override
  public void close() {
    if (images != null) {
      images.close();
    }
  }
}
