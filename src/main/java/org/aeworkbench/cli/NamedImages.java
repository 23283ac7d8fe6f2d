package org.aeworkbench.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;

/** Images with names, some at a time, however many there are. */
interface NamedImages {
  /** So many images of a data set are in memory at a time. */
  int BLOCK = 256;

  /**
   * An image.
   *
   * @param name a file's, or the number in a data set
   * @param label its class, or {@link Dataset#NO_LABEL}
   * @param pixels [channel][row][column] in 0…1
   */
  record Image(String name, int label, float[] pixels) {}

  /** The next ones; none at the end. */
  List<Image> next();

  /** The images of a data set in their order, called by their numbers. */
  static NamedImages of(Dataset data) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int from = next.getAndAdd(BLOCK);
      return IntStream.range(from, Math.min(from + BLOCK, data.size()))
          .mapToObj(i -> new Image("" + i, data.label(i), data.image(i)))
          .toList();
    };
  }
}
