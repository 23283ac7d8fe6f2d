package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.model.ImageShape;

/** What a network gives back to picture files. */
final class ImageFiles {
  private ImageFiles() {}

  /** Pixel by pixel, 8-bit grey or 24-bit colour. */
  static void writePng(ImageShape shape, float[] values, Path file) {
    writePng(ReconstructionFigure.image(shape, values), file);
  }

  /** Of a command that leaves nothing else; {@code -} is standard output. */
  static void writeOnlyPng(BufferedImage image, Path file) {
    if (Converters.STANDARD_OUTPUT.equals(file.toString())) {
      byte[] png = ReconstructionFigure.png(image);
      new StandardOutput().write(png, 0, png.length);
    } else {
      writePng(image, file);
    }
  }

  static void writePng(BufferedImage image, Path file) {
    byte[] png = ReconstructionFigure.png(image);
    AtomicFile.writeOneOfMany(file, out -> out.write(png));
  }
}
