package org.aeworkbench.cli;

import org.aeworkbench.problem.UsageException;
import picocli.CommandLine.Option;

/** What is taken of each picture. */
final class PictureOptions {
  /** The option's name, for messages. */
  static final String EACH_DIGIT = "--each-digit";

  /** The option's name, for messages. */
  static final String AS_IS = "--as-is";

  @Option(
      names = EACH_DIGIT,
      description =
          "Take every digit of a picture by itself: a row of four becomes four pictures, line by"
              + " line from left to right.")
  private boolean eachDigit;

  @Option(
      names = AS_IS,
      description =
          "Take the pictures as they are, light ink on black, nothing turned, moved or scaled: they"
              + " have to be of the network's size, 28×28 pixels.")
  private boolean asIs;

  /** How much of a picture is taken, and whether it is brought into MNIST's style. */
  enum Taken {
    /** The whole picture as one digit. */
    WHOLE,
    /** Every digit in it. */
    EACH_DIGIT,
    /** Its very pixels. */
    AS_IS
  }

  /**
   * The choice.
   *
   * @throws UsageException if both were asked for
   */
  Taken taken() {
    if (asIs && eachDigit) {
      throw new UsageException(
          AS_IS + " and " + EACH_DIGIT + " contradict each other.", "Leave one of them out.");
    }
    return asIs ? Taken.AS_IS : eachDigit ? Taken.EACH_DIGIT : Taken.WHOLE;
  }

  /** True if one of them was given. */
  boolean areGiven() {
    return asIs || eachDigit;
  }
}
