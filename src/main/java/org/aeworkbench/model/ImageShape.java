package org.aeworkbench.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeworkbench.problem.UsageException;

/**
 * The size of the images of a data set or network. In memory an image is its channels one after the
 * other, each row by row.
 *
 * @param height rows, 1…{@value #MAX_SIDE}
 * @param width columns, 1…{@value #MAX_SIDE}
 * @param channels 1 (grey) to {@value #MAX_CHANNELS} (red, green, blue)
 */
public record ImageShape(int height, int width, int channels) {
  /** The most rows and the most columns. */
  public static final int MAX_SIDE = 64;

  /** The most channels. */
  public static final int MAX_CHANNELS = 3;

  /** MNIST's: 28×28, grey. */
  public static final ImageShape MNIST = new ImageShape(28, 28, 1);

  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,9})[x×]([0-9]{1,9})[x×]([0-9]{1,9})", Pattern.CASE_INSENSITIVE);

  /**
   * Checks the ranges.
   *
   * @throws UsageException naming the range that is left
   */
  public ImageShape {
    if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
      throw new UsageException(
          "Images of " + height + "×" + width + " pixels cannot be learned.",
          "Choose 1 to " + MAX_SIDE + " rows and columns.");
    }
    if (channels < 1 || channels > MAX_CHANNELS) {
      throw new UsageException(
          "Images of " + channels + " channels cannot be learned.",
          "Choose 1 (grey) to " + MAX_CHANNELS + " (colour).");
    }
  }

  /**
   * Reads {@code HxWxC}.
   *
   * @throws UsageException if the text is none, or a number is out of range
   */
  public static ImageShape parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UsageException(
          "\"" + text.strip() + "\" is no image size.",
          "Write rows x columns x channels, for instance 28x28x1 or 32x32x3.");
    }
    return new ImageShape(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** Numbers in an image. */
  public int size() {
    return height * width * channels;
  }

  /** The image as the input of a layer. */
  public Shape.Maps maps() {
    return new Shape.Maps(channels, height, width);
  }

  /** What {@link #parse} reads, for instance {@code 28x28x1}. */
  public String text() {
    return height + "x" + width + "x" + channels;
  }
}
