package org.aeworkbench.files;

import java.io.IOException;

/**
 * Takes something and may fail at reading or writing.
 *
 * @param <T> what is taken
 */
@FunctionalInterface
public interface IoConsumer<T> {
  /** Does it. */
  void accept(T value) throws IOException;
}
