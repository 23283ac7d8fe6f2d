package org.aeworkbench.ui.pictures;

import org.aeworkbench.pictures.DigitPicture;

/**
 * What the network sees of a picture.
 *
 * @param by what was done
 * @param pixels 784 numbers in 0…1; not to be written to
 * @param blank true if no ink was found
 * @param digits how many were found in the whole picture
 */
public record SeenDigit(PictureTreatment by, float[] pixels, boolean blank, int digits) {
  static SeenDigit of(PictureTreatment by, DigitPicture digit) {
    return new SeenDigit(
        by, digit.pixels(), digit.isBlank() && !by.asIs(), by.number() == 0 ? digit.digits() : 1);
  }
}
