package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;

/**
 * What a file holds.
 *
 * @param picture thinned if it was large, as it lies in the file
 * @param orientation how it has to be turned to be seen upright
 */
record Decoded(BufferedImage picture, Orientation orientation) {}
