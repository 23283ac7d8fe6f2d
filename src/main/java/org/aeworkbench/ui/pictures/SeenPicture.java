package org.aeworkbench.ui.pictures;

import org.aeworkbench.model.ImageShape;

/**
 * What the network sees of a picture.
 *
 * @param by what was done
 * @param pixels [channel][row][column] in 0…1; not to be written to
 * @param blank true if ink was looked for and none was found
 * @param digits how many were found in the whole picture
 */
public record SeenPicture(PictureTreatment by, float[] pixels, boolean blank, int digits) {
  static SeenPicture of(PictureTreatment by, PictureTreatment.Treated treated) {
    return new SeenPicture(
        by,
        treated.values(),
        treated.digits() == 0 && by.cleans(),
        by.number() == 0 ? treated.digits() : 1);
  }

  /** The shape of what it sees. */
  ImageShape shape() {
    return by.shape();
  }
}
