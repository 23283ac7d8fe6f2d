package org.aeworkbench.network;

import java.util.Arrays;
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
   * The first half: images to codes, the means of a gaussian code.
   *
   * @param images [n][values] in 0…1
   * @return codes [n][encoding_dim]; of a conv net in the order [channel][y][x]
   */
  public float[][] encode(float[][] images) {
    return run(images, spec.image().size(), 0, decoderStart(), spec.encodingDim());
  }

  /**
   * The second half: codes to images.
   *
   * @param codes [n][encoding_dim]
   * @return images [n][values] in 0…1
   */
  public float[][] decode(float[][] codes) {
    return run(codes, spec.encodingDim(), decoderStart(), layers(), spec.image().size());
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

  /**
   * Images to the distributions of a gaussian code.
   *
   * @param images [n][values] in 0…1
   * @throws IllegalArgumentException if the code is a plain one
   */
  public CodeDistributions distributions(float[][] images) {
    int dimension = spec.encodingDim();
    float[][] means = new float[images.length][];
    float[][] logVariances = new float[images.length][];
    for (int start = 0; start < images.length; start += BLOCK) {
      int count = Math.min(BLOCK, images.length - start);
      float[] flat = flat(images, start, count, spec.image().size());
      float[] logs = new float[count * dimension];
      float[] mean;
      synchronized (engineLock) {
        mean = engine().encode(flat, count, logs);
      }
      for (int i = 0; i < count; i++) {
        int from = i * dimension;
        means[start + i] = Arrays.copyOfRange(mean, from, from + dimension);
        logVariances[start + i] = Arrays.copyOfRange(logs, from, from + dimension);
      }
    }
    return new CodeDistributions(means, logVariances);
  }

  /** The first layer behind the code. */
  private int decoderStart() {
    return layers() - spec.decoder().size();
  }

  private int layers() {
    return spec.layers().size();
  }

  private float[][] run(float[][] rows, int inputs, int from, int to, int outputs) {
    float[][] results = new float[rows.length][outputs];
    // Block by block: arrays as large as a test set would make the collector work all the time.
    for (int start = 0; start < rows.length; start += BLOCK) {
      int count = Math.min(BLOCK, rows.length - start);
      float[] flat = flat(rows, start, count, inputs);
      float[] result;
      synchronized (engineLock) {
        result = engine().run(flat, count, from, to);
      }
      for (int i = 0; i < count; i++) {
        System.arraycopy(result, i * outputs, results[start + i], 0, outputs);
      }
    }
    return results;
  }

  private static float[] flat(float[][] rows, int start, int count, int inputs) {
    float[] flat = new float[count * inputs];
    for (int i = 0; i < count; i++) {
      float[] row = rows[start + i];
      if (row.length != inputs) {
        throw new IllegalArgumentException(
            "row " + (start + i) + " has " + row.length + " numbers, " + inputs + " expected");
      }
      System.arraycopy(row, 0, flat, i * inputs, inputs);
    }
    return flat;
  }

  /** Called with the lock held. */
  private Inference engine() {
    if (engine == null) {
      engine = new Inference(spec, parameters);
    }
    return engine;
  }
}
