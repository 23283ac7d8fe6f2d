package org.aeworkbench.ui.latent;

/** The ways to come by a code, as the user chooses among them. */
public enum StartKind {
  /** See {@link CodeStart.Digit}. */
  DIGIT("Digit", "The code that the encoder makes of a test digit"),
  /** See {@link CodeStart.Mean}. */
  MEAN("Mean", "The mean of the codes of all test digits"),
  /** See {@link CodeStart.Random}. */
  RANDOM("Random", "A code drawn at random from the ranges of the sliders"),
  /** See {@link CodeStart.Between}. */
  BETWEEN("Between", "A point on the way from one digit's code to another's");

  private final String title;
  private final String description;

  StartKind(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** Which of them a start is. */
  public static StartKind of(CodeStart start) {
    return switch (start) {
      case CodeStart.Digit digit -> DIGIT;
      case CodeStart.Mean mean -> MEAN;
      case CodeStart.Random code -> RANDOM;
      case CodeStart.Between between -> BETWEEN;
    };
  }

  /** A word for a button. */
  public String title() {
    return title;
  }

  /** A sentence for a tooltip. */
  public String description() {
    return description;
  }
}
