package org.aeworkbench.analysis;

import java.util.HashMap;
import java.util.Map;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Computes baselines from the data, and remembers them. The first call takes a few seconds, for the
 * principal components; never on the FX thread. Safe for any thread, one at a time.
 */
public final class BaselineCalculator {
  /** What PCA's answers are confined to, so that their cross-entropy is finite (as Keras does). */
  private static final double CLIP = 1e-7;

  private final Mnist data;
  private final Map<Key, Baselines> known = new HashMap<>();
  private @Nullable PixelPca pca;

  private record Key(Loss loss, int codeSize) {}

  /** The data to learn from and to judge by. */
  public BaselineCalculator(Mnist data) {
    this.data = data;
  }

  /**
   * The baselines of a network.
   *
   * @param loss that it makes small
   * @param codeSize numbers in its code, 1…784
   */
  public synchronized Baselines of(Loss loss, int codeSize) {
    return known.computeIfAbsent(new Key(loss, codeSize), key -> compute(loss, codeSize));
  }

  private Baselines compute(Loss loss, int codeSize) {
    if (pca == null) {
      pca = PixelPca.fit(data.training());
    }
    PixelPca components = pca;
    float[] mean = components.meanImage();
    Dataset test = data.test();
    double floor = 0;
    double linear = 0;
    double constant = 0;
    for (int n = 0; n < test.size(); n++) {
      float[] image = test.image(n);
      floor += loss(loss, image, image);
      linear += loss(loss, image, components.reconstruct(image, codeSize));
      constant += loss(loss, image, mean);
    }
    return new Baselines(floor / test.size(), linear / test.size(), constant / test.size());
  }

  /** Mean loss of an image's reconstruction over its pixels. */
  static double loss(Loss loss, float[] image, float[] reconstruction) {
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      double x = image[i];
      double p = Math.clamp(reconstruction[i], CLIP, 1 - CLIP);
      sum +=
          switch (loss) {
            case BINARY_CROSS_ENTROPY -> -x * Math.log(p) - (1 - x) * Math.log1p(-p);
            case MEAN_SQUARED_ERROR -> (x - p) * (x - p);
          };
    }
    return sum / image.length;
  }
}
