package org.aeworkbench.ui.latent;

import java.util.SplittableRandom;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.ui.common.WorkbenchSession;

/**
 * Where the code starts: keeps in step with the digit that is chosen everywhere. Only for the FX
 * thread.
 */
public final class StartChooser {
  private final WorkbenchSession session;
  private final CodeEditor editor;
  private final SplittableRandom random = new SplittableRandom();

  StartChooser(WorkbenchSession session, CodeEditor editor) {
    this.session = session;
    this.editor = editor;
    editor.chosenProperty().subscribe(code -> follow(code.start()));
    session.selectedDigitProperty().subscribe(index -> onSelectedDigit(index.intValue()));
  }

  /** Starts in one of the ways; what a way leaves open is drawn at random. */
  public void start(StartKind kind) {
    int digit = clamp(session.selectedDigitProperty().get());
    editor.start(
        switch (kind) {
          case DIGIT -> new CodeStart.Digit(digit);
          case MEAN -> new CodeStart.Mean();
          case RANDOM -> new CodeStart.Random(random.nextLong());
          case BETWEEN -> new CodeStart.Between(digit, ofAnotherClass(digit), 0.5);
        });
  }

  /** Starts in the same way from another digit, random code or pair of digits. */
  public void startElsewhere() {
    switch (editor.chosen().start()) {
      case CodeStart.Digit digit -> editor.start(new CodeStart.Digit(random.nextInt(digits())));
      case CodeStart.Mean mean -> {
        // There is one only.
      }
      case CodeStart.Random code -> start(StartKind.RANDOM);
      case CodeStart.Between between -> {
        int from = random.nextInt(digits());
        editor.start(new CodeStart.Between(from, ofAnotherClass(from), between.share()));
      }
    }
  }

  /**
   * Starts from a test digit, which becomes the chosen one everywhere.
   *
   * @param index is clamped to those there are
   */
  public void startFromDigit(int index) {
    editor.browse(new CodeStart.Digit(clamp(index)));
  }

  /**
   * Walks between two digits; what was set stays set.
   *
   * @param from index in the test set, clamped to those there are
   * @param to index in the test set, clamped to those there are
   * @param share of the way, clamped to 0…1
   */
  public void walk(int from, int to, double share) {
    editor.walk(new CodeStart.Between(clamp(from), clamp(to), Math.clamp(share, 0.0, 1.0)));
  }

  private void follow(CodeStart start) {
    if (start instanceof CodeStart.Digit(int index)) {
      session.selectedDigitProperty().set(index);
    }
  }

  private void onSelectedDigit(int index) {
    CodeStart digit = new CodeStart.Digit(index);
    if (!editor.chosen().start().equals(digit)) {
      editor.browse(digit);
    }
  }

  private int digits() {
    DataSplit data = session.dataProperty().get();
    return data == null ? 1 : data.test().size();
  }

  private int clamp(int index) {
    return Math.clamp(index, 0, digits() - 1);
  }

  private int ofAnotherClass(int digit) {
    DataSplit data = session.dataProperty().get();
    if (data == null) {
      return digit;
    }
    Dataset test = data.test();
    int first = random.nextInt(test.size());
    for (int i = 0; i < test.size(); i++) {
      int candidate = (first + i) % test.size();
      if (candidate != digit && (!test.hasLabels() || test.label(candidate) != test.label(digit))) {
        return candidate;
      }
    }
    return digit;
  }
}
