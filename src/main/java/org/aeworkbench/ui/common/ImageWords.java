package org.aeworkbench.ui.common;

import java.util.List;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;

/**
 * What the images of a data set are called: digits where they are like MNIST's, else images.
 *
 * @param areDigits true for 28×28 grey pixels, light ink on a dark ground, with no classes but
 *     digits: pictures are then cleaned as digits
 */
public record ImageWords(boolean areDigits) {
  /** Before there is data: MNIST comes with the workbench. */
  public static final ImageWords DIGITS = new ImageWords(true);

  private static final int LOOKED_AT = 16;
  private static final double DARK = 0.25;

  /** Looks at a few images; quick enough for the FX thread. */
  public static ImageWords of(DataSplit data) {
    Dataset training = data.training();
    return new ImageWords(
        training.shape().equals(ImageShape.MNIST)
            && areDigits(training.classes())
            && border(training) < DARK);
  }

  /** {@code digit} or {@code image}. */
  public String one() {
    return areDigits ? "digit" : "image";
  }

  /** {@code digits} or {@code images}. */
  public String many() {
    return one() + "s";
  }

  /** {@code Digit} or {@code Image}. */
  public String title() {
    return areDigits ? "Digit" : "Image";
  }

  private static boolean areDigits(List<String> classes) {
    return classes.stream().allMatch(name -> name.matches("[0-9]"));
  }

  /** The mean of the outermost pixels. */
  private static double border(Dataset data) {
    int side = ImageShape.MNIST.height();
    int images = Math.min(LOOKED_AT, data.size());
    double sum = 0;
    for (int n = 0; n < images; n++) {
      float[] image = data.image((int) ((long) n * data.size() / images));
      for (int i = 0; i < side; i++) {
        sum +=
            image[i] + image[(side - 1) * side + i] + image[i * side] + image[i * side + side - 1];
      }
    }
    return images == 0 ? 0 : sum / (4.0 * side * images);
  }
}
