package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.ink.ColourMix;
import org.aeworkbench.pictures.ink.Transparency;
import org.aeworkbench.pictures.raster.Box;
import org.aeworkbench.pictures.raster.ColourImage;
import org.aeworkbench.pictures.raster.GreyImage;

/**
 * Any picture as an image of a network's shape: brought to its size, colours kept, nothing looked
 * for in it. Safe for any thread.
 */
public final class FittedPicture {
  private static final int WHITE = 0xFFFFFF;

  /** More than that is thinned first: ten times the largest image. */
  private static final int SIDE = 640;

  private FittedPicture() {}

  /**
   * Brings a picture to a shape: grey is the luminance, see-through parts lie on white.
   *
   * @param picture of any size and type, not written to
   * @return numbers in 0…1, [channel][row][column]
   */
  public static float[] of(BufferedImage picture, ImageShape shape, Fit fit) {
    int square = ColourImage.square(picture.getWidth(), picture.getHeight(), SIDE);
    ColourImage colours =
        ColourImage.of(picture, Box.of(picture.getWidth(), picture.getHeight()), square);
    if (!colours.isOpaque()) {
      colours = new Transparency(WHITE).laid(colours);
    }
    float[] values = new float[shape.size()];
    int area = shape.height() * shape.width();
    for (int channel = 0; channel < shape.channels(); channel++) {
      GreyImage grey =
          shape.channels() == 1
              ? ColourMix.LUMINANCE.of(colours)
              : colours.channel(16 - 8 * channel);
      System.arraycopy(fitted(grey, shape, fit), 0, values, channel * area, area);
    }
    return values;
  }

  /**
   * A cleaned digit as an image of a shape: of MNIST's as it is, of any other scaled and, in
   * colour, grey.
   */
  public static float[] ofDigit(DigitPicture digit, ImageShape shape) {
    if (shape.equals(ImageShape.MNIST)) {
      return digit.pixels();
    }
    GreyImage grey =
        new GreyImage(ImageShape.MNIST.width(), ImageShape.MNIST.height(), digit.pixels());
    return of(grey.toPicture(), shape, Fit.PAD);
  }

  /** True if {@link #asIs} takes the picture. */
  public static boolean isOfSize(BufferedImage picture, ImageShape shape) {
    return picture.getWidth() == shape.width() && picture.getHeight() == shape.height();
  }

  /**
   * The very pixels of a picture of the shape's size.
   *
   * @throws IllegalArgumentException if it has another size
   */
  public static float[] asIs(BufferedImage picture, ImageShape shape) {
    if (!isOfSize(picture, shape)) {
      throw new IllegalArgumentException(
          picture.getWidth() + "×" + picture.getHeight() + " pixels, not " + shape.text());
    }
    return shape.equals(ImageShape.MNIST)
        ? DigitPipeline.asIs(picture).pixels()
        : of(picture, shape, Fit.STRETCH);
  }

  private static float[] fitted(GreyImage image, ImageShape shape, Fit fit) {
    return switch (fit) {
      case STRETCH -> image.scaled(shape.width(), shape.height()).values();
      case CROP -> cropped(image, shape).scaled(shape.width(), shape.height()).values();
      case PAD -> padded(image, shape);
    };
  }

  private static GreyImage cropped(GreyImage image, ImageShape shape) {
    double scale =
        Math.min((double) image.width() / shape.width(), (double) image.height() / shape.height());
    int width = Math.clamp(Math.round(scale * shape.width()), 1, image.width());
    int height = Math.clamp(Math.round(scale * shape.height()), 1, image.height());
    int left = (image.width() - width) / 2;
    int top = (image.height() - height) / 2;
    return image.part(new Box(left, top, left + width, top + height));
  }

  private static float[] padded(GreyImage image, ImageShape shape) {
    double scale =
        Math.max((double) image.width() / shape.width(), (double) image.height() / shape.height());
    int width = Math.clamp(Math.round(image.width() / scale), 1, shape.width());
    int height = Math.clamp(Math.round(image.height() / scale), 1, shape.height());
    float[] inner = image.scaled(width, height).values();
    float[] all = new float[shape.height() * shape.width()];
    Arrays.fill(all, edge(image));
    int left = (shape.width() - width) / 2;
    int top = (shape.height() - height) / 2;
    for (int y = 0; y < height; y++) {
      System.arraycopy(inner, y * width, all, (top + y) * shape.width() + left, width);
    }
    return all;
  }

  /** The mean over the outermost pixels. */
  private static float edge(GreyImage image) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y++) {
      boolean row = y == 0 || y == image.height() - 1;
      for (int x = 0; x < image.width(); x += row ? 1 : Math.max(1, image.width() - 1)) {
        sum += image.values()[y * image.width() + x];
        count++;
      }
    }
    return (float) (sum / count);
  }
}
