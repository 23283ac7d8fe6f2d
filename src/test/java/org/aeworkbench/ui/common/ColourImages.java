package org.aeworkbench.ui.common;

import java.util.List;
import java.util.SplittableRandom;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;

/** Made images of other shapes than MNIST's. */
public final class ColourImages {
  /** What the four classes of {@link #shapes} are called. */
  public static final List<String> CLASSES = List.of("gradient", "disc", "square", "stripes");

  private ColourImages() {}

  /** Gradients, discs, squares and stripes in two colours each, with labels and names. */
  public static DataSplit shapes(ImageShape shape, int training, int test) {
    return new DataSplit(labelled(shape, training, 1), labelled(shape, test, 2));
  }

  /** The same without labels. */
  public static DataSplit unlabelled(ImageShape shape, int training, int test) {
    return new DataSplit(
        Dataset.unlabelled(labelled(shape, training, 3).bytes(0, training), shape),
        Dataset.unlabelled(labelled(shape, test, 4).bytes(0, test), shape));
  }

  private static Dataset labelled(ImageShape shape, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] pixels = new byte[count * shape.size()];
    int[] labels = new int[count];
    for (int n = 0; n < count; n++) {
      labels[n] = random.nextInt(CLASSES.size());
      draw(pixels, n, labels[n], shape, random);
    }
    return new Dataset(pixels, shape, labels, CLASSES);
  }

  private static void draw(
      byte[] pixels, int image, int kind, ImageShape shape, SplittableRandom random) {
    int[] ground = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
    int[] ink = {255 - ground[0], random.nextInt(256), random.nextInt(256)};
    double centreX = random.nextDouble(0.3, 0.7);
    double centreY = random.nextDouble(0.3, 0.7);
    double radius = random.nextDouble(0.15, 0.35);
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          double x = (column + 0.5) / shape.width();
          double y = (row + 0.5) / shape.height();
          double share =
              switch (kind) {
                case 0 -> x * centreX + y * (1 - centreX);
                case 1 -> Math.hypot(x - centreX, y - centreY) < radius ? 1 : 0;
                case 2 -> Math.max(Math.abs(x - centreX), Math.abs(y - centreY)) < radius ? 1 : 0;
                default -> Math.floorMod((int) ((x + y) / radius * 2), 2);
              };
          int at = ((image * shape.channels() + channel) * shape.height() + row) * shape.width();
          pixels[at + column] =
              (byte) Math.round((1 - share) * ground[channel] + share * ink[channel]);
        }
      }
    }
  }
}
