package org.aeworkbench.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * How much ink a digit has at each pixel of a square: drawn with a pen, or a MNIST digit enlarged.
 *
 * @param side of the square
 * @param ink row-major in 0…1
 */
record Glyph(int side, float[] ink) {
  /** A digit drawn with a round pen, leaning a little; the digit fills most of the square. */
  static Glyph drawn(int digit, double pen, double lean, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(
        new BasicStroke((float) (pen * side), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    AffineTransform transform = new AffineTransform();
    transform.translate(side / 2.0, side / 2.0);
    transform.shear(-lean, 0);
    transform.scale(0.8 * side, 0.8 * side);
    transform.translate(-0.5, -0.5);
    graphics.draw(transform.createTransformedShape(path(digit)));
    graphics.dispose();
    float[] ink = new float[side * side];
    int[] sample = new int[side * side];
    image.getRaster().getSamples(0, 0, side, side, 0, sample);
    for (int i = 0; i < ink.length; i++) {
      ink[i] = sample[i] / 255f;
    }
    return new Glyph(side, ink);
  }

  /** A MNIST digit, enlarged with soft edges. */
  static Glyph enlarged(float[] mnist, int side) {
    BufferedImage small = Pictures.of(mnist);
    BufferedImage large = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(small, 0, 0, side, side, null);
    graphics.dispose();
    float[] ink = new float[side * side];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (large.getRGB(i % side, i / side) & 0xFF) / 255f;
    }
    return new Glyph(side, ink);
  }

  static Glyph any(SplittableRandom random, float[][] mnist, int side) {
    return random.nextInt(3) == 0
        ? drawn(
            random.nextInt(10), random.nextDouble(0.05, 0.11), random.nextDouble(-0.2, 0.3), side)
        : enlarged(mnist[random.nextInt(mnist.length)], side);
  }

  private static Path2D path(int digit) {
    Path2D path = new Path2D.Double();
    switch (digit) {
      case 0 -> path.append(new Ellipse2D.Double(0.22, 0, 0.56, 1), false);
      case 1 -> line(path, 0.38, 0.2, 0.55, 0, 0.55, 1);
      case 2 -> {
        path.moveTo(0.25, 0.25);
        path.curveTo(0.25, -0.1, 0.85, -0.1, 0.72, 0.35);
        path.lineTo(0.22, 1);
        path.lineTo(0.8, 1);
      }
      case 3 -> {
        path.moveTo(0.25, 0.1);
        path.curveTo(0.9, -0.15, 0.9, 0.5, 0.45, 0.47);
        path.curveTo(1, 0.5, 0.85, 1.15, 0.22, 0.9);
      }
      case 4 -> {
        line(path, 0.65, 1, 0.65, 0, 0.2, 0.65);
        path.lineTo(0.85, 0.65);
      }
      case 5 -> {
        line(path, 0.75, 0, 0.3, 0.02, 0.26, 0.42);
        path.curveTo(0.95, 0.25, 0.9, 1.15, 0.2, 0.95);
      }
      case 6 -> {
        path.moveTo(0.65, 0);
        path.curveTo(0.3, 0.15, 0.2, 0.5, 0.23, 0.7);
        path.append(new Ellipse2D.Double(0.23, 0.48, 0.52, 0.52), false);
      }
      case 7 -> line(path, 0.2, 0, 0.8, 0, 0.4, 1);
      case 8 -> {
        path.append(new Ellipse2D.Double(0.28, 0, 0.44, 0.45), false);
        path.append(new Ellipse2D.Double(0.22, 0.45, 0.56, 0.55), false);
      }
      default -> {
        path.append(new Ellipse2D.Double(0.25, 0, 0.5, 0.5), false);
        path.moveTo(0.75, 0.25);
        path.lineTo(0.6, 1);
      }
    }
    return path;
  }

  private static void line(Path2D path, double... points) {
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
  }
}
