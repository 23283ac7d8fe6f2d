package org.aeworkbench.ui.pictures;

import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.ui.common.ImageWords;

/** The ways from any picture to an image of the network's shape. */
public enum PictureWay {
  /** As MNIST's digits were made. */
  CLEAN("Clean"),
  /** See {@link Fit#CROP}. */
  CROP("Crop"),
  /** See {@link Fit#PAD}. */
  PAD("Pad"),
  /** See {@link Fit#STRETCH}. */
  STRETCH("Stretch");

  private final String title;

  PictureWay(String title) {
    this.title = title;
  }

  /** A word for a choice. */
  public String title() {
    return title;
  }

  /** How a picture is fitted that is not cleaned; cropped where nothing else was chosen. */
  Fit fit() {
    return switch (this) {
      case CLEAN, CROP -> Fit.CROP;
      case PAD -> Fit.PAD;
      case STRETCH -> Fit.STRETCH;
    };
  }

  /** What is done with pictures for a network that has learned such images. */
  static PictureWay of(ImageWords words, ImageShape shape) {
    return words.areDigits() && shape.equals(ImageShape.MNIST) ? CLEAN : CROP;
  }
}
