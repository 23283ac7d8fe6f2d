package org.aeworkbench.ui.common;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;

/** How the class of an image is spoken of: by its name, MNIST's by its digit, others by number. */
public final class ClassText {
  private static final int DIGITS = 10;

  private ClassText() {}

  /**
   * What an image shows, for instance {@code cat}, {@code a 7}, {@code an 8}, {@code class 14}.
   *
   * @param unknown what is said if nobody knows
   */
  public static String of(Dataset data, int index, String unknown) {
    int label = data.label(index);
    if (label == Dataset.NO_LABEL) {
      return unknown;
    }
    if (label < data.classes().size()) {
      return data.classes().get(label);
    }
    if (label >= DIGITS || !data.shape().equals(ImageShape.MNIST)) {
      return "class " + label;
    }
    return (label == 8 ? "an " : "a ") + label;
  }
}
