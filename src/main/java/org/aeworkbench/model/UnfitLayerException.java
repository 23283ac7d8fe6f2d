package org.aeworkbench.model;

/** A layer that cannot take its input; {@link NetworkSpec} says which one it is. */
final class UnfitLayerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param problem what is wrong, to be read after the layer's name
   * @param remedy what would fit, a sentence
   */
  UnfitLayerException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
