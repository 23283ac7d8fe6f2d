package org.aeworkbench.ui.latent;

import org.aeworkbench.ui.common.ImageWords;

/** The ways to come by a code, as the user chooses among them. */
public enum StartKind {
  /** See {@link CodeStart.Image}. */
  IMAGE("Image", "The code that the encoder makes of a test %s"),
  /** See {@link CodeStart.Mean}. */
  MEAN("Mean", "The mean of the codes of all test %ss"),
  /** See {@link CodeStart.Random}. */
  RANDOM("Random", "A code drawn at random from the ranges of the sliders"),
  /** See {@link CodeStart.Between}. */
  BETWEEN("Between", "A point on the way from the code of one %s to that of another");

  private final String title;
  private final String description;

  StartKind(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** Which of them a start is. */
  public static StartKind of(CodeStart start) {
    return switch (start) {
      case CodeStart.Image image -> IMAGE;
      case CodeStart.Mean mean -> MEAN;
      case CodeStart.Random code -> RANDOM;
      case CodeStart.Between between -> BETWEEN;
    };
  }

  /** A word for a button. */
  public String title(ImageWords words) {
    return this == IMAGE ? words.title() : title;
  }

  /** A sentence for a tooltip. */
  public String description(ImageWords words) {
    return description.replace("%s", words.one());
  }
}
