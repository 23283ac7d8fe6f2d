package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.model.ImageShape;

/** The images that a figure shows, of any number that go by. */
final class FirstImages {
  private final ImageShape shape;
  private final List<float[]> inputs = new ArrayList<>();
  private final List<float[]> reconstructions = new ArrayList<>();
  private int total;

  FirstImages(ImageShape shape) {
    this.shape = shape;
  }

  void add(float[] input, float[] reconstruction) {
    total++;
    if (inputs.size() < ReconstructionFigure.MOST_IMAGES) {
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
        shape, inputs.toArray(float[][]::new), reconstructions.toArray(float[][]::new), total);
  }
}
