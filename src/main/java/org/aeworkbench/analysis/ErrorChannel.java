package org.aeworkbench.analysis;

import java.util.List;
import org.aeworkbench.model.ImageShape;

/** Which channels of a colour image an error map shows; a grey image has one and the same map. */
public enum ErrorChannel {
  /** All of them as one. */
  ALL("All", "The error of red, green and blue as one: its mean size, its sign that of their sum."),
  /** The first. */
  RED("Red", "The error of red alone."),
  /** The second. */
  GREEN("Green", "The error of green alone."),
  /** The third. */
  BLUE("Blue", "The error of blue alone.");

  private final String title;
  private final String description;

  ErrorChannel(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** A word for a button. */
  public String title() {
    return title;
  }

  /** A sentence for a tooltip. */
  public String description() {
    return description;
  }

  /** Those that images of a shape have. */
  public static List<ErrorChannel> of(ImageShape shape) {
    return shape.channels() == 1
        ? List.of(ALL)
        : List.of(values()).subList(0, shape.channels() + 1);
  }

  /**
   * The error at a pixel.
   *
   * @param pixel row · width + column
   * @param original [channel][row][column]
   * @param reconstruction [channel][row][column]
   * @return reconstruction − original, −1…1
   */
  public float error(ImageShape shape, int pixel, float[] original, float[] reconstruction) {
    int area = shape.height() * shape.width();
    if (this != ALL && ordinal() <= shape.channels()) {
      int at = (ordinal() - 1) * area + pixel;
      return reconstruction[at] - original[at];
    }
    if (shape.channels() == 1) {
      return reconstruction[pixel] - original[pixel];
    }
    float sum = 0;
    float size = 0;
    for (int at = pixel; at < original.length; at += area) {
      float error = reconstruction[at] - original[at];
      sum += error;
      size += Math.abs(error);
    }
    return Math.copySign(size / shape.channels(), sum);
  }
}
