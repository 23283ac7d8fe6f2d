package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/** What training makes small; always the mean over batch and pixels, as in Keras. */
public enum Loss {
  /** Binary cross-entropy of the sigmoid output, the lab's loss. */
  BINARY_CROSS_ENTROPY("bce"),
  /** Mean squared error of the sigmoid output. */
  MEAN_SQUARED_ERROR("mse");

  private final String id;

  Loss(String id) {
    this.id = id;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }

  /**
   * The loss of a name.
   *
   * @throws UsageException if there is none of that name
   */
  public static Loss of(String id) {
    for (Loss loss : values()) {
      if (loss.id.equalsIgnoreCase(id)) {
        return loss;
      }
    }
    throw new UsageException("There is no loss \"" + id + "\".", "Choose bce or mse.");
  }
}
