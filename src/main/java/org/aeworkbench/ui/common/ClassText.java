package org.aeworkbench.ui.common;

import org.aeworkbench.datasets.Dataset;

/** How the class of an image is spoken of: MNIST's by its digit, others by number, none not. */
public final class ClassText {
  private static final int DIGITS = 10;

  private ClassText() {}

  /**
   * What an image shows, for instance {@code a 7}, {@code an 8}, {@code class 14}.
   *
   * @param label as {@link Dataset#label}
   * @param unknown what is said if there is none
   */
  public static String of(int label, String unknown) {
    if (label == Dataset.NO_LABEL) {
      return unknown;
    }
    if (label >= DIGITS) {
      return "class " + label;
    }
    return (label == 8 ? "an " : "a ") + label;
  }

  /** What follows the name of an image, for instance {@code , a 7}; nothing if nobody knows. */
  public static String suffix(int label) {
    return label == Dataset.NO_LABEL ? "" : ", " + of(label, "");
  }
}
