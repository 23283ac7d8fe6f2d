package org.aeworkbench.datasets;

import java.util.List;
import org.aeworkbench.model.ImageShape;

/**
 * A small set of colour images to try things with, drawn by the program: shapes of one colour on a
 * gradient of two others, at any place, size and angle. The same images every time.
 */
public final class SampleShapes {
  /** What the set is called. */
  public static final String NAME = "shapes";

  private static final int SIDE = 32;
  private static final int TRAINING = 5000;
  private static final int TEST = 1000;
  private static final long SEED = 42;
  private static final int SAMPLES = 3;

  private static final List<String> CLASSES =
      List.of("disc", "ring", "square", "triangle", "cross", "star", "stripes", "gradient");

  private SampleShapes() {}

  /** Draws the set; takes less than a second, so never on the FX thread. */
  public static DataSplit make() {
    return new DataSplit(part(0, TRAINING), part(TRAINING, TEST));
  }

  private static Dataset part(int first, int count) {
    ImageShape shape = new ImageShape(SIDE, SIDE, 3);
    byte[] pixels = new byte[count * shape.size()];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (first + i) % CLASSES.size();
      new Drawing(SEED + first + i).into(pixels, i * shape.size(), CLASSES.get(labels[i]));
    }
    return new Dataset(pixels, shape, labels, CLASSES);
  }

  /** One image. */
  private static final class Drawing {
    private final double[] random = new double[16];
    private final double cos;
    private final double sin;
    private final double radius;

    Drawing(long seed) {
      long state = seed * 0x9E3779B97F4A7C15L;
      for (int i = 0; i < random.length; i++) {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        random[i] = ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
      }
      double angle = 2 * Math.PI * random[0];
      cos = StrictMath.cos(angle);
      sin = StrictMath.sin(angle);
      radius = 0.18 + 0.2 * random[1];
    }

    void into(byte[] pixels, int at, String kind) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          double share = covered(x, y, kind);
          double along = ((x * cos + y * sin) / SIDE + 1.5) / 3;
          for (int channel = 0; channel < 3; channel++) {
            double from = random[4 + channel];
            double ground = from + along * (random[7 + channel] - from);
            double value = ground + share * (ink(channel) - ground);
            pixels[at + (channel * SIDE + y) * SIDE + x] = (byte) Math.round(255 * value);
          }
        }
      }
    }

    /** As far from the ground as there is room. */
    private double ink(int channel) {
      double ground = (random[4 + channel] + random[7 + channel]) / 2;
      double far = ground < 0.5 ? 1 : 0;
      return far + (random[10 + channel] - far) * 0.4;
    }

    private double covered(int x, int y, String kind) {
      int inside = 0;
      for (int i = 0; i < SAMPLES * SAMPLES; i++) {
        double px = (x + (i % SAMPLES + 0.5) / SAMPLES) / SIDE - 0.35 - 0.3 * random[2];
        double py = (y + (i / SAMPLES + 0.5) / SAMPLES) / SIDE - 0.35 - 0.3 * random[3];
        inside +=
            isInside((px * cos - py * sin) / radius, (px * sin + py * cos) / radius, kind) ? 1 : 0;
      }
      return (double) inside / (SAMPLES * SAMPLES);
    }

    /** In a shape of radius 1 around the origin. */
    private static boolean isInside(double x, double y, String kind) {
      double distance = Math.sqrt(x * x + y * y);
      return switch (kind) {
        case "disc" -> distance < 1;
        case "ring" -> distance < 1 && distance > 0.6;
        case "square" -> Math.max(Math.abs(x), Math.abs(y)) < 0.8;
        case "triangle" -> y < 0.6 && y > 1.8 * Math.abs(x) - 1;
        case "cross" ->
            Math.min(Math.abs(x), Math.abs(y)) < 0.25 && Math.max(Math.abs(x), Math.abs(y)) < 1;
        case "star" -> Math.sqrt(Math.abs(x)) + Math.sqrt(Math.abs(y)) < 1.1;
        case "stripes" -> distance < 1.2 && Math.floorMod((long) Math.floor(3 * x), 2) == 0;
        default -> false;
      };
    }
  }
}
