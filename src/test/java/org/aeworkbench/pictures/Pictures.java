package org.aeworkbench.pictures;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to test with. */
public final class Pictures {
  private Pictures() {}

  /** A drawn 2 in the left upper part of a sheet; a ground without alpha makes it opaque. */
  public static BufferedImage two(int width, int height, Color ground, Color ink) {
    boolean transparent = ground.getAlpha() < 255;
    BufferedImage picture =
        new BufferedImage(
            width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setComposite(AlphaComposite.Src);
    graphics.setColor(ground);
    graphics.fillRect(0, 0, width, height);
    double unit = Math.min(width, height) / 100.0;
    graphics.scale(unit, unit);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D two = new Path2D.Double();
    two.moveTo(20, 28);
    two.curveTo(25, 8, 52, 12, 48, 32);
    two.curveTo(45, 45, 25, 55, 18, 66);
    two.lineTo(54, 66);
    graphics.draw(two);
    graphics.dispose();
    return picture;
  }

  /** A picture with a black frame around it. */
  static BufferedImage framed(BufferedImage picture, int margin) {
    BufferedImage framed =
        new BufferedImage(
            picture.getWidth() + 2 * margin,
            picture.getHeight() + 2 * margin,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = framed.createGraphics();
    graphics.drawImage(picture, margin, margin, null);
    graphics.dispose();
    return framed;
  }

  /** A picture of which the lower right lies in the shade. */
  static BufferedImage shaded(BufferedImage picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        double light = 1 - 0.7 * (x + y) / (picture.getWidth() + picture.getHeight());
        int level = (int) ((picture.getRGB(x, y) & 0xFF) * light);
        picture.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    return picture;
  }

  /** A 7 drawn with strokes of one pixel. */
  static BufferedImage finePen(int width, int height) {
    BufferedImage picture = two(width, height, Color.WHITE, Color.WHITE);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.drawLine(width / 3, height / 4, width / 2, height / 4);
    graphics.drawLine(width / 2, height / 4, width / 3, height * 3 / 4);
    graphics.dispose();
    return picture;
  }

  /** Twos beside each other. */
  public static BufferedImage twos(int count) {
    BufferedImage two = two(120, 120, Color.WHITE, Color.BLACK);
    BufferedImage row = new BufferedImage(count * 120, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = row.createGraphics();
    for (int i = 0; i < count; i++) {
      graphics.drawImage(two, i * 120, 0, null);
    }
    graphics.dispose();
    return row;
  }

  /** A MNIST image as a picture. */
  public static BufferedImage of(float[] digit) {
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < digit.length; i++) {
      int grey = Math.round(digit[i] * 255);
      picture.setRGB(i % 28, i / 28, grey << 16 | grey << 8 | grey);
    }
    return picture;
  }

  /** The bytes of an image file. */
  public static byte[] file(BufferedImage picture, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(picture, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
