package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.aeworkbench.cli.PictureOptions.Taken;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureFiles;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;

/**
 * Picture files to what a network takes, some at a time, however many there are. A picture that
 * cannot be had stops none of the others: {@link #tell} names it in the end.
 */
final class PictureDigits {
  /** So many are in memory at a time: as many as the engine takes in one go. */
  private static final int BLOCK = 64;

  /**
   * A digit.
   *
   * @param picture its file
   * @param number which of the picture's digits, from 1 on; 0 for the whole picture
   * @param pixels 784 numbers in MNIST's style
   */
  record Digit(Path picture, int number, float[] pixels) {}

  private final Console console;
  private final Taken taken;
  private final List<Path> files;
  private final List<ProblemException> problems = new ArrayList<>();
  private final Deque<Digit> waiting = new ArrayDeque<>();
  private final SeveralDigits several = new SeveralDigits();
  private final CountLine count;
  private int next;

  /**
   * @param pictures files, and folders for the pictures in them
   */
  PictureDigits(List<Path> pictures, Taken taken, Console console) {
    this.console = console;
    this.taken = taken;
    PictureFiles.Found found = PictureFiles.of(pictures);
    files = found.files();
    problems.addAll(found.problems());
    count = new CountLine(console, "picture", files.size());
  }

  /**
   * Sees to it that a network takes what pictures are made.
   *
   * @throws ProblemException if it has learned images of another size
   */
  static void check(NetworkSpec spec) {
    if (!spec.image().equals(ImageShape.MNIST)) {
      throw new ProblemException(
          "The model takes images of "
              + spec.image().text()
              + ", pictures are brought to "
              + ImageShape.MNIST.text()
              + ".",
          "Use a model that has learned images of that size.");
    }
  }

  /** All files, those that cannot be read too. */
  List<Path> files() {
    return files;
  }

  /** The next digits in the order of the files; empty once there are no more. */
  List<Digit> next() {
    while (waiting.size() < BLOCK && next < files.size()) {
      read(files.get(next++));
      count.show(next);
    }
    List<Digit> block = new ArrayList<>();
    while (block.size() < BLOCK && !waiting.isEmpty()) {
      block.add(waiting.remove());
    }
    if (block.isEmpty()) {
      count.clear();
    }
    return block;
  }

  /**
   * Says which pictures hold several digits, then a line for each that could not be had.
   *
   * @return the command's exit code: 0, or 1 if there is one that could not
   */
  int tell() {
    count.clear();
    several.tell(console);
    problems.forEach(problem -> console.note("error: " + problem.getMessage()));
    return problems.isEmpty() ? 0 : 1;
  }

  private void read(Path file) {
    try {
      List<DigitPicture> digits = digits(file, PictureReader.read(file));
      for (int i = 0; i < digits.size(); i++) {
        int number = taken == Taken.EACH_DIGIT ? i + 1 : 0;
        waiting.add(new Digit(file, number, digits.get(i).pixels()));
      }
    } catch (ProblemException e) {
      problems.add(e);
    } catch (OutOfMemoryError e) {
      problems.add(
          new ProblemException(
              file + " is too large for the memory.", "Make the picture smaller.", e));
    } catch (RuntimeException e) {
      problems.add(
          new ProblemException(
              file + " could not be taken (" + e + ").", "Report it, with the picture.", e));
    }
  }

  private List<DigitPicture> digits(Path file, BufferedImage picture) {
    if (taken == Taken.AS_IS) {
      return List.of(asIs(file, picture));
    }
    List<DigitPicture> digits =
        taken == Taken.EACH_DIGIT
            ? DigitPipeline.each(picture, DigitPipeline.allSteps())
            : List.of(DigitPipeline.apply(picture));
    if (digits.stream().allMatch(DigitPicture::isBlank)) {
      throw new ProblemException(
          "no ink was found in " + file + ".", "Use a picture whose ink differs from its paper.");
    }
    if (taken == Taken.WHOLE) {
      several.saw(file, digits.getFirst().digits());
    }
    return digits;
  }

  private static DigitPicture asIs(Path file, BufferedImage picture) {
    if (!DigitPipeline.isNetworkSize(picture)) {
      throw new ProblemException(
          file + " is not of the network's size, 28×28 pixels.",
          "Leave " + PictureOptions.AS_IS + " out for it, or bring it to that size.");
    }
    return DigitPipeline.asIs(picture);
  }
}
