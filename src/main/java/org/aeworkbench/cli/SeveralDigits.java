package org.aeworkbench.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pictures that hold more than one digit, told in one line whatever their number. */
final class SeveralDigits {
  private @Nullable Path first;
  private int digitsOfFirst;
  private int pictures;

  void saw(Path picture, int digits) {
    if (digits > 1) {
      pictures++;
      if (first == null) {
        first = picture;
        digitsOfFirst = digits;
      }
    }
  }

  void tell(Console console) {
    if (pictures == 0) {
      return;
    }
    String holders =
        pictures == 1
            ? first + " seems to hold " + digitsOfFirst + " digits"
            : pictures + " pictures seem to hold several digits, the first is " + first;
    console.note("hint: " + holders + ". " + PictureOptions.EACH_DIGIT + " takes each as its own.");
  }
}
