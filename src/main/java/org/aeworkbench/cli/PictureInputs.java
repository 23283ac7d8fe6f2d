package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.aeworkbench.cli.PictureOptions.Taken;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.pictures.FittedPicture;
import org.aeworkbench.pictures.PictureFiles;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;

/**
 * Picture files to what a network takes, some at a time, however many there are. A picture that
 * cannot be had stops none of the others: {@link #tell} names it in the end.
 */
final class PictureInputs {
  /** So many are in memory at a time: as many as the engine takes in one go. */
  private static final int BLOCK = 64;

  /**
   * What a network gets.
   *
   * @param picture its file
   * @param number which of the picture's digits, from 1 on; 0 for the whole picture
   * @param pixels [channel][row][column] in 0…1
   */
  record Input(Path picture, int number, float[] pixels) {}

  private final Console console;
  private final ImageShape shape;
  private final Taken taken;
  private final List<Path> files;
  private final List<ProblemException> problems = new ArrayList<>();
  private final Deque<Input> waiting = new ArrayDeque<>();
  private final SeveralDigits several = new SeveralDigits();
  private final CountLine count;
  private int next;

  /**
   * @param pictures files, and folders for the pictures in them
   * @param shape that the network takes
   */
  PictureInputs(List<Path> pictures, ImageShape shape, Taken taken, Console console) {
    this.shape = shape;
    this.console = console;
    this.taken = taken;
    PictureFiles.Found found = PictureFiles.of(pictures);
    files = found.files();
    problems.addAll(found.problems());
    count = new CountLine(console, "picture", files.size());
  }

  /** All files, those that cannot be read too. */
  List<Path> files() {
    return files;
  }

  /** The next images in the order of the files; empty once there are no more. */
  List<Input> next() {
    while (waiting.size() < BLOCK && next < files.size()) {
      read(files.get(next++));
      count.show(next);
    }
    List<Input> block = new ArrayList<>();
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
      List<float[]> inputs = inputs(file, PictureReader.read(file));
      boolean each = taken instanceof Taken.Cleaned cleaned && cleaned.each();
      for (int i = 0; i < inputs.size(); i++) {
        waiting.add(new Input(file, each ? i + 1 : 0, inputs.get(i)));
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

  private List<float[]> inputs(Path file, BufferedImage picture) {
    return switch (taken) {
      case Taken.AsIs _ -> List.of(asIs(file, picture));
      case Taken.Fitted(Fit fit) -> List.of(FittedPicture.of(picture, shape, fit));
      case Taken.Cleaned(boolean each) ->
          digits(file, picture, each).stream()
              .map(digit -> FittedPicture.ofDigit(digit, shape))
              .toList();
    };
  }

  private List<DigitPicture> digits(Path file, BufferedImage picture, boolean each) {
    List<DigitPicture> digits =
        each
            ? DigitPipeline.each(picture, DigitPipeline.allSteps())
            : List.of(DigitPipeline.apply(picture));
    if (digits.stream().allMatch(DigitPicture::isBlank)) {
      throw new ProblemException(
          "no ink was found in " + file + ".", "Use a picture whose ink differs from its paper.");
    }
    if (!each) {
      several.saw(file, digits.getFirst().digits());
    }
    return digits;
  }

  private float[] asIs(Path file, BufferedImage picture) {
    if (!FittedPicture.isOfSize(picture, shape)) {
      throw new ProblemException(
          file
              + " is not of the network's size, "
              + shape.height()
              + "×"
              + shape.width()
              + " pixels.",
          "Leave " + PictureOptions.AS_IS + " out for it, or bring it to that size.");
    }
    return FittedPicture.asIs(picture, shape);
  }
}
