package org.aeworkbench.imports;

import java.awt.image.BufferedImage;
import org.aeworkbench.imports.source.Content;
import org.aeworkbench.imports.source.Item;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.pictures.FittedPicture;
import org.aeworkbench.problem.ProblemException;

/** Makes images of one shape. Safe for any thread. */
record Conversion(ImageShape shape, Fit fit, boolean invert) {
  /** What has become of an item. */
  sealed interface Result {}

  /**
   * An image.
   *
   * @param bytes [channel][row][column]
   */
  record Converted(Item item, byte[] bytes) implements Result {}

  /**
   * None.
   *
   * @param reason a line with the item's name
   */
  record Refused(String reason) implements Result {}

  /** Reads and converts an item; whatever is wrong with it is a line. */
  Result of(Item item) {
    try {
      return new Converted(item, bytes(item.content()));
    } catch (ProblemException e) {
      return new Refused(e.getMessage());
    } catch (OutOfMemoryError e) {
      return new Refused(item.name() + " is too large for the memory.");
    } catch (RuntimeException e) {
      return new Refused(item.name() + " could not be taken (" + e + ").");
    }
  }

  private byte[] bytes(Content content) {
    byte[] bytes =
        switch (content) {
          case Content.Picture picture -> fitted(picture.read());
          case Content.Row row -> bytesOf(row.read());
          case Content.Pixels pixels -> bytesOf(pixels);
        };
    if (invert) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
    }
    return bytes;
  }

  private byte[] bytesOf(Content.Pixels pixels) {
    return isOfShape(pixels) ? planes(pixels) : fitted(picture(pixels));
  }

  private boolean isOfShape(Content.Pixels pixels) {
    return pixels.height() == shape.height()
        && pixels.width() == shape.width()
        && pixels.channels() == shape.channels();
  }

  private byte[] fitted(BufferedImage picture) {
    float[] values = FittedPicture.of(picture, shape, fit);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(values[i] * 255), 0, 255);
    }
    return bytes;
  }

  /** Channels of a pixel beside each other become planes. */
  private static byte[] planes(Content.Pixels pixels) {
    int channels = pixels.channels();
    int area = pixels.height() * pixels.width();
    byte[] planes = new byte[pixels.bytes().length];
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < area; i++) {
        planes[channel * area + i] = pixels.bytes()[i * channels + channel];
      }
    }
    return planes;
  }

  /** One or two numbers a pixel are grey and opacity, three or four a colour and opacity. */
  static BufferedImage picture(Content.Pixels pixels) {
    BufferedImage picture =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
    int channels = pixels.channels();
    boolean colour = channels > 2;
    byte[] bytes = pixels.bytes();
    int[] argb = new int[pixels.height() * pixels.width()];
    for (int i = 0; i < argb.length; i++) {
      int at = i * channels;
      int red = bytes[at] & 0xFF;
      int green = colour ? bytes[at + 1] & 0xFF : red;
      int blue = colour ? bytes[at + 2] & 0xFF : red;
      int opacity = channels % 2 == 0 ? bytes[at + channels - 1] & 0xFF : 255;
      argb[i] = opacity << 24 | red << 16 | green << 8 | blue;
    }
    picture.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), argb);
    return picture;
  }
}
