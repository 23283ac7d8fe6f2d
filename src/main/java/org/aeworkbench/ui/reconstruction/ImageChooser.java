package org.aeworkbench.ui.reconstruction;

import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.datasets.Dataset;
import org.jspecify.annotations.Nullable;

/** Turns a choice into indices of the test set. */
final class ImageChooser {
  private ImageChooser() {}

  /**
   * @param draw which of the random draws; the same draw gives the same images
   * @param typed for {@link ImageChoice#BY_INDEX}
   * @param ranking for worst and best; while there is none, the first images are shown
   * @throws org.aeworkbench.problem.UsageException if what is typed is no list of numbers
   */
  static int[] choose(
      ImageChoice choice,
      Dataset data,
      int count,
      long draw,
      String typed,
      @Nullable ErrorRanking ranking) {
    int n = Math.min(count, data.size());
    return switch (choice) {
      case FIRST -> first(n);
      case RANDOM -> new SplittableRandom(draw).ints(0, data.size()).distinct().limit(n).toArray();
      case EACH_CLASS -> oneOfEachClass(data, n, draw);
      case BY_INDEX -> IndexList.parse(typed, data.size(), ReconstructionViewModel.MAX_COUNT);
      case WORST -> ranking == null ? first(n) : ranking.worst(n);
      case BEST -> ranking == null ? first(n) : ranking.best(n);
    };
  }

  private static int[] first(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** In the order of the classes; without labels the first images. */
  private static int[] oneOfEachClass(Dataset data, int count, long draw) {
    if (!data.hasLabels()) {
      return first(count);
    }
    SortedMap<Integer, Integer> chosen = new TreeMap<>();
    int start = draw == 0 ? 0 : new SplittableRandom(draw).nextInt(data.size());
    for (int i = 0; i < data.size(); i++) {
      int index = (start + i) % data.size();
      if (data.label(index) != Dataset.NO_LABEL) {
        chosen.putIfAbsent(data.label(index), index);
      }
    }
    return chosen.values().stream()
        .limit(ReconstructionViewModel.MAX_COUNT)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
