package org.aeworkbench.ui.reconstruction;

/** Which digits of the test set are looked at. */
public enum DigitChoice {
  /** The first ones, as in the lab. */
  FIRST("First", "The first digits of the test set, as in the lab"),
  /** Drawn anew with every click. */
  RANDOM("Random", "Digits drawn at random; choose again for others"),
  /** A 0, a 1, … a 9. */
  EACH_CLASS("0 to 9", "One digit of each class, 0 to 9; choose again for others"),
  /** Those that are typed in. */
  BY_INDEX("Index", "Digits by their number in the test set, for instance 0-9, 42, 9999"),
  /** Those with the largest loss. */
  WORST("Worst", "The digits with the largest loss of all 10 000"),
  /** Those with the smallest loss. */
  BEST("Best", "The digits with the smallest loss of all 10 000");

  private final String title;
  private final String description;

  DigitChoice(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** A word for a button. */
  public String title() {
    return title;
  }

  /** A sentence for a tooltip. */
  public String description() {
    return description;
  }

  /** True if the whole test set has to be ranked by loss for it. */
  public boolean needsRanking() {
    return this == WORST || this == BEST;
  }

  /** True if the user says how many. */
  public boolean hasCount() {
    return this != EACH_CLASS && this != BY_INDEX;
  }
}
