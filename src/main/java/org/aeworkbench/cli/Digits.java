package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;

/** What a network gives back to picture files. */
final class Digits {
  private Digits() {}

  /** 28×28 pixels, light ink on black, 8-bit grey. */
  static void writePng(float[] pixels, Path file) {
    writePng(ReconstructionFigure.digit(pixels), file);
  }

  static void writePng(BufferedImage image, Path file) {
    byte[] png = ReconstructionFigure.png(image);
    AtomicFile.write(file, out -> out.write(png));
  }
}
