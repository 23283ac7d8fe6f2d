package org.aeworkbench.ui.latent;

/** How the sliders are sorted. */
public enum DimensionOrder {
  /** Those that vary most first. */
  VARIANCE(
      "Variance", "Those first whose number varies most over the test images; dead units last"),
  /** As in the code. */
  INDEX("Index", "In the order of the code");

  private final String title;
  private final String description;

  DimensionOrder(String title, String description) {
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
}
