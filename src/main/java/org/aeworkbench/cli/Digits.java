package org.aeworkbench.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureReader;

/** Picture files to what a network takes, and what it gives back to picture files. */
final class Digits {
  private Digits() {}

  /** Every picture as 784 numbers in MNIST's style; all are read before anything is written. */
  static float[][] read(List<Path> pictures) {
    return pictures.stream()
        .map(picture -> DigitPipeline.apply(PictureReader.read(picture)).pixels())
        .toArray(float[][]::new);
  }

  /** 28×28 pixels, light ink on black, 8-bit grey. */
  static void writePng(float[] pixels, Path file) {
    writePng(ReconstructionFigure.digit(pixels), file);
  }

  static void writePng(BufferedImage image, Path file) {
    byte[] png = ReconstructionFigure.png(image);
    AtomicFile.write(file, out -> out.write(png));
  }

  /** A file's name without its ending. */
  static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
