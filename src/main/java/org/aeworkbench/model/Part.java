package org.aeworkbench.model;

import java.util.Locale;

/** Where in an autoencoder a layer stands. */
public enum Part {
  /** From the image to the code. */
  ENCODER,
  /** Mean and log-variance of a code that is a distribution. */
  CODE,
  /** From the code back to the image. */
  DECODER;

  /** For messages: {@code encoder}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
