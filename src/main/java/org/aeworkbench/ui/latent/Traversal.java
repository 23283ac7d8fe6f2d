package org.aeworkbench.ui.latent;

import java.util.Arrays;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.network.Autoencoder;

/**
 * What the decoder makes of a walk through code space: one dimension from its lowest to its highest
 * value with all others as they are, or the way from one image to another.
 *
 * @param shape of the images
 * @param dimension that is walked along, {@link #BETWEEN_IMAGES} for the way between two images
 * @param values at the stops: of the dimension, or the share of the way
 * @param images at the stops, [stop][channel, row, column]
 */
public record Traversal(ImageShape shape, int dimension, float[] values, float[][] images) {
  /** Not a dimension: the way between two images. */
  public static final int BETWEEN_IMAGES = -1;

  /** Images of a walk. */
  public static final int STOPS = 9;

  /** The value at a share of the way, 0…1. */
  float value(double share) {
    return (float) (values[0] + share * (values[STOPS - 1] - values[0]));
  }

  /** The share of the way, 0…1, at which a value is reached. */
  double share(double value) {
    return Math.clamp((value - values[0]) / (values[STOPS - 1] - values[0]), 0.0, 1.0);
  }

  /** The stop that a value is nearest to. */
  int nearestStop(double value) {
    return (int) Math.round(share(value) * (STOPS - 1));
  }

  /** The codes of a walk that are to be decoded. */
  record Walk(Autoencoder network, int dimension, float[] values, float[][] codes) {
    /** True if the same pictures would come of it. */
    boolean isSameAs(Walk other) {
      return network == other.network
          && dimension == other.dimension
          && Arrays.equals(values, other.values)
          && Arrays.deepEquals(codes, other.codes);
    }

    Traversal decode() {
      return new Traversal(network.spec().image(), dimension, values, network.decode(codes));
    }
  }

  static Walk along(CodeDimension dimension, Decoded now) {
    float[] values = new float[STOPS];
    float[][] codes = new float[STOPS][];
    for (int i = 0; i < STOPS; i++) {
      values[i] = dimension.stop(i, STOPS);
      codes[i] = now.code().clone();
      codes[i][dimension.index()] = values[i];
    }
    return new Walk(now.network(), dimension.index(), values, codes);
  }

  static Walk between(Decoded now) {
    float[] from = now.images().get(0).code();
    float[] to = now.images().get(1).code();
    float[] values = new float[STOPS];
    float[][] codes = new float[STOPS][];
    for (int i = 0; i < STOPS; i++) {
      values[i] = i / (STOPS - 1f);
      codes[i] = now.chosen().applyTo(CodeDecoder.between(from, to, values[i]));
    }
    return new Walk(now.network(), BETWEEN_IMAGES, values, codes);
  }
}
