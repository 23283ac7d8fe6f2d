package org.aeworkbench.model;

/** The numbers of one image at a boundary between layers. */
public sealed interface Shape {
  /** How many numbers. */
  int size();

  /** For people: {@code 784}, or {@code 14×14×16} (rows, columns, channels). */
  String text();

  /**
   * Numbers in a row, as dense layers give them.
   *
   * @param size at least 1
   */
  record Flat(int size) implements Shape {
    @Override
    public String text() {
      return Integer.toString(size);
    }
  }

  /**
   * Maps, as convolutions take and give them; in memory channel, row, column.
   *
   * @param channels number of maps, at least 1
   * @param height rows of a map, at least 1
   * @param width columns of a map, at least 1
   */
  record Maps(int channels, int height, int width) implements Shape {
    @Override
    public int size() {
      return channels * height * width;
    }

    /** Positions of a map. */
    public int area() {
      return height * width;
    }

    @Override
    public String text() {
      return height + "×" + width + "×" + channels;
    }
  }
}
