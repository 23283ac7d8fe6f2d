package org.aeworkbench.pictures.formats;

/**
 * Where a picture of an animation lies on its screen, and what becomes of it.
 *
 * @param left column of its first pixel
 * @param top its first row
 * @param after what is done before the next one
 * @param blended false if it replaces what lies under it, transparent pixels too
 */
record Frame(int left, int top, int width, int height, After after, boolean blended) {
  /** Before the next frame. */
  enum After {
    STAY,
    CLEAR,
    BACK
  }
}
