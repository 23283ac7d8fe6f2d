package org.aeworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeworkbench.datasets.Dataset;

/**
 * How many images of each class there are.
 *
 * @param names of the classes that have some
 * @param counts of each
 */
record ClassCounts(List<String> names, List<Integer> counts) {
  static ClassCounts of(Dataset... parts) {
    Map<Integer, Integer> counts = new TreeMap<>();
    Map<Integer, String> names = new TreeMap<>();
    for (Dataset part : parts) {
      for (int i = 0; i < part.size(); i++) {
        if (part.label(i) != Dataset.NO_LABEL) {
          counts.merge(part.label(i), 1, Integer::sum);
          names.putIfAbsent(part.label(i), part.className(i));
        }
      }
    }
    return new ClassCounts(new ArrayList<>(names.values()), new ArrayList<>(counts.values()));
  }

  int images(int index) {
    return counts.get(index);
  }
}
