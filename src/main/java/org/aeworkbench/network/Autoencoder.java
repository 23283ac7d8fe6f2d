package org.aeworkbench.network;

import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.vector.Inference;
import org.jspecify.annotations.Nullable;

/**
 * A trained (or untrained) autoencoder that can be run: an architecture with its parameters.
 * Immutable and safe for any thread (which take turns); runs on the vector engine and needs neither
 * DL4J nor a display.
 */
public final class Autoencoder {
  private static final int BLOCK = 64;

  private final NetworkSpec spec;
  private final float[] parameters;
  private final Object engineLock = new Object();
  private @Nullable Inference engine;

  /**
   * @param parameters layer by layer, weights then biases; dense weights [in][out], convolution
   *     weights [out][in][ky][kx]; not copied, not to be written to any more
   */
  public Autoencoder(NetworkSpec spec, float[] parameters) {
    if (parameters.length != spec.parameterCount()) {
      throw new IllegalArgumentException(
          parameters.length + " parameters, " + spec.parameterCount() + " expected for " + spec);
    }
    this.spec = spec;
    this.parameters = parameters;
  }

  /** Which network this is. */
  public NetworkSpec spec() {
    return spec;
  }

  /** The parameters in canonical order; not a copy, not to be written to. */
  public float[] parameters() {
    return parameters;
  }

  /**
   * The first half: images to codes.
   *
   * @param images [n][values] in 0…1
   * @return codes [n][encoding_dim]; of a conv net in the order [channel][y][x]
   */
  public float[][] encode(float[][] images) {
    return run(images, spec.image().size(), 0, encoderLayers(), spec.encodingDim());
  }

  /**
   * The second half: codes to images.
   *
   * @param codes [n][encoding_dim]
   * @return images [n][values] in 0…1
   */
  public float[][] decode(float[][] codes) {
    return run(codes, spec.encodingDim(), encoderLayers(), layers(), spec.image().size());
  }

  /**
   * The whole network.
   *
   * @param images [n][values] in 0…1
   * @return their reconstructions [n][values] in 0…1
   */
  public float[][] reconstruct(float[][] images) {
    return run(images, spec.image().size(), 0, layers(), spec.image().size());
  }

  private int encoderLayers() {
    return spec.encoder().size();
  }

  private int layers() {
    return spec.layers().size();
  }

  private float[][] run(float[][] rows, int inputs, int from, int to, int outputs) {
    float[][] results = new float[rows.length][outputs];
    // Block by block: arrays as large as a test set would make the collector work all the time.
    float[] flat = new float[Math.min(rows.length, BLOCK) * inputs];
    for (int start = 0; start < rows.length; start += BLOCK) {
      int count = Math.min(BLOCK, rows.length - start);
      for (int i = 0; i < count; i++) {
        float[] row = rows[start + i];
        if (row.length != inputs) {
          throw new IllegalArgumentException(
              "row " + (start + i) + " has " + row.length + " numbers, " + inputs + " expected");
        }
        System.arraycopy(row, 0, flat, i * inputs, inputs);
      }
      float[] result = run(flat, count, from, to);
      for (int i = 0; i < count; i++) {
        System.arraycopy(result, i * outputs, results[start + i], 0, outputs);
      }
    }
    return results;
  }

  private float[] run(float[] flat, int count, int from, int to) {
    synchronized (engineLock) {
      if (engine == null) {
        engine = new Inference(spec, parameters);
      }
      return engine.run(flat, count, from, to);
    }
  }
}
