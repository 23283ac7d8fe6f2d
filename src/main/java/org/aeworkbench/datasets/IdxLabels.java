package org.aeworkbench.datasets;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * The body of an IDX file of labels, of any element type: a number an image, or a row of numbers an
 * image, of which the first is the class (QMNIST) unless all rows have a single one among zeros
 * (then its place is the class).
 */
final class IdxLabels {
  private final IdxType type;
  private final int columns;
  private final int[] first;
  private final int[] place;
  private boolean oneHot;

  private IdxLabels(IdxType type, int count, int columns) {
    this.type = type;
    this.columns = columns;
    first = new int[count];
    place = new int[count];
    oneHot = columns > 1;
  }

  /**
   * Reads labels.
   *
   * @param count of images
   * @param columns numbers an image, at least 1
   * @return a class an image, {@link Dataset#NO_LABEL} where it is negative
   * @throws BadLabelException if a class is no whole number
   * @throws EOFException if there are fewer
   */
  static int[] read(DataInputStream in, IdxType type, int count, int columns) throws IOException {
    IdxLabels labels = new IdxLabels(type, count, columns);
    for (int i = 0; i < count; i++) {
      labels.row(in, i);
    }
    return labels.oneHot ? labels.place : labels.first;
  }

  private void row(DataInputStream in, int image) throws IOException {
    int ones = 0;
    int zeros = 0;
    for (int column = 0; column < columns; column++) {
      double number = type.read(in);
      if (column == 0) {
        first[image] = label(number);
      }
      if (number == 1) {
        ones++;
        place[image] = column;
      } else if (number == 0) {
        zeros++;
      }
    }
    oneHot &= ones == 1 && zeros == columns - 1;
  }

  private static int label(double number) throws BadLabelException {
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new BadLabelException(number);
    }
    return number < 0 ? Dataset.NO_LABEL : (int) number;
  }

  /** A class that is no whole number. */
  static final class BadLabelException extends IOException {
    private static final long serialVersionUID = 1L;

    BadLabelException(double number) {
      super("the label " + number + ", labels are whole numbers");
    }
  }
}
