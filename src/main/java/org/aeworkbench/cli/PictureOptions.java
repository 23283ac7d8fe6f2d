package org.aeworkbench.cli;

import java.util.List;
import java.util.stream.Stream;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is taken of each picture. */
final class PictureOptions {
  /** The option's name, for messages. */
  static final String EACH_DIGIT = "--each-digit";

  /** The option's name, for messages. */
  static final String AS_IS = "--as-is";

  private static final String CLEAN = "--clean";
  private static final String FIT = "--fit";

  @Option(
      names = EACH_DIGIT,
      description =
          "Take every digit of a picture by itself: a row of four becomes four pictures, line by"
              + " line from left to right.")
  private boolean eachDigit;

  @Option(
      names = AS_IS,
      description =
          "Take the pictures as they are, for digits light ink on black, nothing turned, moved or"
              + " scaled: they have to be of the network's size.")
  private boolean asIs;

  @Option(
      names = CLEAN,
      description =
          "Bring the pictures into the style of MNIST's digits. Done without asking for models of"
              + " 28×28 grey pixels.")
  private boolean clean;

  @Option(
      names = FIT,
      paramLabel = "HOW",
      converter = Converters.OfFit.class,
      description =
          "Merely bring the pictures to the network's size, colours kept: crop (fill it, cut off"
              + " what is too long), pad (all of the picture) or stretch. Done without asking, with"
              + " crop, for models of other images than MNIST's.")
  private @Nullable Fit fit;

  /** How much of a picture is taken, and what is done with it. */
  sealed interface Taken {
    /**
     * Brought into MNIST's style.
     *
     * @param each true for every digit of the picture by itself
     */
    record Cleaned(boolean each) implements Taken {}

    /** Brought to the network's size, no more. */
    record Fitted(Fit fit) implements Taken {}

    /** Its very pixels. */
    record AsIs() implements Taken {}
  }

  /** Sees to it that no two were asked for that contradict each other. */
  void check() {
    List<String> given =
        Stream.of(
                asIs ? AS_IS : "",
                eachDigit ? EACH_DIGIT : clean ? CLEAN : "",
                fit == null ? "" : FIT)
            .filter(name -> !name.isEmpty())
            .toList();
    if (given.size() > 1) {
      throw new UsageException(
          given.get(0) + " and " + given.get(1) + " contradict each other.",
          "Leave one of them out.");
    }
  }

  /**
   * The choice, or what is done without one.
   *
   * @param shape that the network takes
   */
  Taken taken(ImageShape shape) {
    if (asIs) {
      return new Taken.AsIs();
    }
    if (fit != null) {
      return new Taken.Fitted(fit);
    }
    return eachDigit || clean || shape.equals(ImageShape.MNIST)
        ? new Taken.Cleaned(eachDigit)
        : new Taken.Fitted(Fit.CROP);
  }

  /** True if one of those was given that only pictures have. */
  boolean areGiven() {
    return asIs || eachDigit || clean;
  }

  /** How the images of a data set are brought to the network's size. */
  Fit fitOfData() {
    return fit == null ? Fit.CROP : fit;
  }
}
