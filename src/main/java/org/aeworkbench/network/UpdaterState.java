package org.aeworkbench.network;

import java.util.List;

/**
 * What an optimizer remembers between batches, in the order of the parameters.
 *
 * @param iterations batches done so far (Adam corrects its bias by it)
 * @param slots arrays as long as the parameters: Adadelta has the mean squared gradient and the
 *     mean squared update, Adam the mean gradient and the mean squared gradient, SGD the velocity;
 *     empty before the first batch. Not to be written to.
 */
public record UpdaterState(long iterations, List<float[]> slots) {
  /** Copies the list (not the arrays). */
  public UpdaterState {
    slots = List.copyOf(slots);
  }

  /** Nothing remembered: before the first batch. */
  public static UpdaterState initial() {
    return new UpdaterState(0, List.of());
  }
}
