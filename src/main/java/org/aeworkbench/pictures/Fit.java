package org.aeworkbench.pictures;

import java.util.Locale;

/** How a picture of one shape becomes an image of another. */
public enum Fit {
  /** Fills the image; what is too long is cut off on both sides. */
  CROP("Crop", "Fills the image, and cuts off on both sides what is too long."),
  /** All of the picture, with its edge's colour beside it. */
  PAD("Pad", "Shows all of the picture, and fills the rest with the colour of its edge."),
  /** All of the picture in all of the image. */
  STRETCH("Stretch", "Shows all of the picture, drawn out to the image's shape.");

  private final String title;
  private final String description;

  Fit(String title, String description) {
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

  /** The word on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
