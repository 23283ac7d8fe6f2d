package org.aeworkbench.imports.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the name of an array says: {@code x_train}, {@code train_images}, {@code y}, {@code labels}.
 *
 * @param isLabels true if it is called as labels are
 * @param isImages true if it is called as images are
 * @param others its other words, which images and their labels have in common
 */
record ArrayName(boolean isLabels, boolean isImages, Set<String> others) {
  private static final Set<String> LABELS =
      Set.of("y", "label", "labels", "lbl", "lbls", "target", "targets", "class", "classes");
  private static final Set<String> IMAGES =
      Set.of("x", "image", "images", "img", "imgs", "data", "pixels");

  /** Reads a name. */
  static ArrayName of(String name) {
    Set<String> words =
        new TreeSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    boolean labels = words.removeAll(LABELS);
    boolean images = words.removeAll(IMAGES);
    return new ArrayName(labels, images || words.equals(Set.of("arr", "0")), Set.copyOf(words));
  }
}
