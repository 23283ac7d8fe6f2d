package org.aeworkbench.pictures;

/**
 * What turns any picture into a digit in MNIST's style, in the order in which it is done. Each step
 * can be left out.
 */
public enum PictureStep {
  /** Lays see-through parts on the sheet's own colour, or on what ink shows on. */
  TRANSPARENCY(
      "Opaque",
      "Lays see-through parts on paper the ink shows on. Without it, transparency is ignored."),
  /** Finds the sheet. */
  PAPER("Paper", "Cuts the sheet out of desk, scanner margin and whatever else is around it."),
  /** Luminance, or the mix of colours with more contrast. */
  GREY(
      "Grey",
      "Takes the luminance, or the mix of colours that shows the ink better. Without it, the"
          + " brightest of red, green and blue."),
  /** Takes out how the light falls. */
  EVENING("Even light", "Takes shadows out: the paper becomes equally bright all over."),
  /** Makes dark-on-light light-on-dark, which MNIST is. */
  INVERSION("Inversion", "Turns dark ink on a light ground into MNIST's light ink on black."),
  /** Leaves nothing but digits. */
  CLEANING(
      "Clean", "Erases ruled lines, frames, specks and what reaches in over the sheet's edge."),
  /** Stretches the grey levels: ground to black, ink to white. */
  CONTRAST("Contrast", "Makes the ground black and the ink white: paper and pencil are grey."),
  /** Thickens thin strokes. */
  STROKE("Stroke", "Makes a fine pen's strokes as thick as MNIST's thin ones."),
  /** Cuts to the smallest box that holds all ink. */
  CROP("Crop", "Cuts to the smallest box that holds all the ink."),
  /** Makes the longer side 20 pixels; without it, the picture fills all 28. */
  SCALE("Scale", "Makes the longer side 20 pixels. Without it, the picture fills all 28."),
  /** Moves the centre of mass of the ink to the middle of 28×28. */
  CENTRE("Centre", "Moves the ink's centre of mass to the middle of 28×28.");

  private final String title;
  private final String description;

  PictureStep(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** A short name for the user. */
  public String title() {
    return title;
  }

  /** One line for the user: what the step does and what happens without it. */
  public String description() {
    return description;
  }
}
