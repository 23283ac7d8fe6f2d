package org.aeworkbench.analysis;

import java.util.HashMap;
import java.util.Map;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Computes baselines from the data, and remembers them. The first call takes a few seconds, for the
 * principal components; never on the FX thread. Safe for any thread, one at a time.
 */
public final class BaselineCalculator {
  /** Of large images so many components are found in seconds; more would take minutes. */
  private static final int MOST = 512;

  private final DataSplit data;
  private final Map<Key, Baselines> known = new HashMap<>();
  private @Nullable PixelPca pca;

  private record Key(Loss loss, int codeSize) {}

  /** The data to learn from and to judge by. */
  public BaselineCalculator(DataSplit data) {
    this.data = data;
  }

  /**
   * The baselines of a network.
   *
   * @param loss that it makes small
   * @param codeSize numbers in its code, at least 1
   */
  public synchronized Baselines of(Loss loss, int codeSize) {
    return known.computeIfAbsent(new Key(loss, codeSize), key -> compute(loss, codeSize));
  }

  private Baselines compute(Loss loss, int codeSize) {
    int components = Math.min(codeSize, data.training().shape().size());
    boolean linear = data.training().shape().size() <= PixelPca.MOST_EXACT || components <= MOST;
    if (pca == null || linear && pca.count() < components) {
      pca = PixelPca.fit(data.training(), linear ? components : 1);
    }
    return judged(loss, pca, linear ? components : 0);
  }

  /**
   * @param components 0 if there is no linear code to compare with
   */
  private Baselines judged(Loss loss, PixelPca pca, int components) {
    float[] mean = pca.meanImage();
    Dataset test = data.test();
    double floor = 0;
    double linear = components == 0 ? Double.NaN : 0;
    double constant = 0;
    for (int n = 0; n < test.size(); n++) {
      float[] image = test.image(n);
      floor += ReconstructionLoss.of(loss, image, image);
      if (components > 0) {
        linear += ReconstructionLoss.of(loss, image, confined(pca.reconstruct(image, components)));
      }
      constant += ReconstructionLoss.of(loss, image, mean);
    }
    return new Baselines(floor / test.size(), linear / test.size(), constant / test.size());
  }

  /** PCA's answers leave 0…1; no network's do, so they are judged as if they did not either. */
  private static float[] confined(float[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.clamp(pixels[i], 0f, 1f);
    }
    return pixels;
  }
}
