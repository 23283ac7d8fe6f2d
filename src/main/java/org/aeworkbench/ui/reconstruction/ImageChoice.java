package org.aeworkbench.ui.reconstruction;

import org.aeworkbench.ui.common.ImageWords;

/** Which images of the test set are looked at. */
public enum ImageChoice {
  /** The first ones, as in the lab. */
  FIRST("First", "The first %s of the test set, as in the lab"),
  /** Drawn anew with every click. */
  RANDOM("Random", "%s drawn at random; choose again for others"),
  /** A 0, a 1, … a 9. */
  EACH_CLASS("Each class", "One of each class; choose again for others"),
  /** Those that are typed in. */
  BY_INDEX("Index", "%s by their number in the test set, for instance 0-9, 42"),
  /** Those with the largest loss. */
  WORST("Worst", "The %s with the largest loss of the whole test set"),
  /** Those with the smallest loss. */
  BEST("Best", "The %s with the smallest loss of the whole test set");

  private final String title;
  private final String description;

  ImageChoice(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** A word or two for a button. */
  public String title(ImageWords words) {
    return this == EACH_CLASS && words.areDigits() ? "0 to 9" : title;
  }

  /** A sentence for a tooltip. */
  public String description(ImageWords words) {
    if (this == EACH_CLASS && words.areDigits()) {
      return "One digit of each class, 0 to 9; choose again for others";
    }
    String many = description.startsWith("%s") ? words.title() + "s" : words.many();
    return description.replace("%s", many);
  }

  /** True if the whole test set has to be ranked by loss for it. */
  public boolean needsRanking() {
    return this == WORST || this == BEST;
  }

  /** True if it means nothing without labels. */
  public boolean needsLabels() {
    return this == EACH_CLASS;
  }

  /** True if the user says how many. */
  public boolean hasCount() {
    return this != EACH_CLASS && this != BY_INDEX;
  }
}
