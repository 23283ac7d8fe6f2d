package org.aeworkbench.network;

/**
 * A trained (or untrained) autoencoder that can be run: an architecture with its parameters.
 * Immutable and safe for any thread; needs neither DL4J nor a display.
 */
public final class Autoencoder {
  private final AutoencoderSpec spec;
  private final float[] parameters;

  /**
   * @param parameters layer by layer, weights then biases; dense weights [in][out], convolution
   *     weights [out][in][ky][kx]; not copied, not to be written to any more
   */
  public Autoencoder(AutoencoderSpec spec, float[] parameters) {
    if (parameters.length != spec.parameterCount()) {
      throw new IllegalArgumentException(
          parameters.length + " parameters, " + spec.parameterCount() + " expected for " + spec);
    }
    this.spec = spec;
    this.parameters = parameters;
  }

  /** Which network this is. */
  public AutoencoderSpec spec() {
    return spec;
  }

  /** The parameters in canonical order; not a copy, not to be written to. */
  public float[] parameters() {
    return parameters;
  }

  /**
   * @param images [n][784] in 0…1
   * @return codes [n][encoding_dim]; of a conv net in the order [channel][y][x]
   */
  public float[][] encode(float[][] images) {
    throw new UnsupportedOperationException("TODO engine");
  }

  /**
   * @param codes [n][encoding_dim]
   * @return images [n][784] in 0…1
   */
  public float[][] decode(float[][] codes) {
    throw new UnsupportedOperationException("TODO engine");
  }

  /**
   * @param images [n][784] in 0…1
   * @return their reconstructions [n][784] in 0…1
   */
  public float[][] reconstruct(float[][] images) {
    throw new UnsupportedOperationException("TODO engine");
  }
}
