package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.figures.ReconstructionFigure;

/** The digits that a figure shows, of any number that go by. */
final class FirstDigits {
  private final List<float[]> inputs = new ArrayList<>();
  private final List<float[]> reconstructions = new ArrayList<>();
  private int total;

  void add(float[] input, float[] reconstruction) {
    total++;
    if (inputs.size() < ReconstructionFigure.MOST_DIGITS) {
      inputs.add(input);
      reconstructions.add(reconstruction);
    }
  }

  /** How many went by. */
  int total() {
    return total;
  }

  /** How many of them are shown. */
  int count() {
    return inputs.size();
  }

  boolean areAll() {
    return total == inputs.size();
  }

  BufferedImage figure() {
    return ReconstructionFigure.render(
        inputs.toArray(float[][]::new), reconstructions.toArray(float[][]::new), total);
  }
}
