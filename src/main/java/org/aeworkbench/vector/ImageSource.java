package org.aeworkbench.vector;

/** Images that do not stand in one array. */
@FunctionalInterface
public interface ImageSource {
  /** The bytes of {@code count} images from the given one on. */
  byte[] bytes(int first, int count);
}
