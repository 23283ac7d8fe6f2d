package org.aeworkbench.figures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorMap;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.network.Autoencoder;

/**
 * The lab's picture: images above their reconstructions, digits white on black as {@code
 * plt.gray()} shows them, on white paper; ten beside each other, then the next ten below. More than
 * a hundred are not drawn but counted: every viewer opens the picture. Needs no display.
 */
public final class ReconstructionFigure {
  /** The lab shows the first ten images of the test set. */
  public static final int LAB_IMAGES = 10;

  /** The most images that are drawn. */
  public static final int MOST_IMAGES = 100;

  private static final int BESIDE = 10;
  private static final int TILE = 112;
  private static final int GAP = 16;
  private static final int PAPER = 0xFFFFFF;
  private static final int INK = 0x404040;

  private final ImageShape shape;
  private final int rowsOfOne;
  private final int scale;
  private final BufferedImage picture;

  private ReconstructionFigure(ImageShape shape, int rowsOfOne, int shown, int total) {
    this.shape = shape;
    this.rowsOfOne = rowsOfOne;
    // Of every shape about as large as MNIST's, whose pixels are squares of four.
    scale = Math.max(1, Math.round((float) TILE / Math.max(shape.height(), shape.width())));
    picture = paper(shown, total);
  }

  /** The lab's own: ten test images over what a network makes of them. */
  public static BufferedImage ofLab(Autoencoder autoencoder, Dataset test) {
    int images = Math.min(LAB_IMAGES, test.size());
    float[][] originals = new float[images][];
    for (int i = 0; i < images; i++) {
      originals[i] = test.image(i);
    }
    return render(test.shape(), originals, autoencoder.reconstruct(originals));
  }

  /**
   * Rows of originals, each above its reconstructions.
   *
   * @param originals [n][values of an image] in 0…1, n at least 1
   * @param reconstructions [n][values of an image] in 0…1
   */
  public static BufferedImage render(
      ImageShape shape, float[][] originals, float[][] reconstructions) {
    return render(shape, originals, reconstructions, originals.length);
  }

  /**
   * The same of the first of many.
   *
   * @param total how many there are; a line below says so if not all of them are drawn
   */
  public static BufferedImage render(
      ImageShape shape, float[][] originals, float[][] reconstructions, int total) {
    int shown = Math.min(MOST_IMAGES, originals.length);
    ReconstructionFigure figure = new ReconstructionFigure(shape, 2, shown, total);
    for (int i = 0; i < shown; i++) {
      figure.draw(originals[i], i, 0);
      figure.draw(reconstructions[i], i, 1);
    }
    return figure.picture;
  }

  /**
   * Rows of originals, each above its reconstructions and their errors.
   *
   * @param originals [n][values of an image] in 0…1, n at least 1
   * @param reconstructions [n][values of an image] in 0…1
   * @param channel whose error is drawn
   */
  public static BufferedImage renderWithErrors(
      ImageShape shape, float[][] originals, float[][] reconstructions, ErrorChannel channel) {
    int shown = Math.min(MOST_IMAGES, originals.length);
    ReconstructionFigure figure = new ReconstructionFigure(shape, 3, shown, originals.length);
    for (int i = 0; i < shown; i++) {
      figure.draw(originals[i], i, 0);
      figure.draw(reconstructions[i], i, 1);
      for (int p = 0; p < shape.height() * shape.width(); p++) {
        float error = channel.error(shape, p, originals[i], reconstructions[i]);
        figure.fill(i, 2, p, ErrorMap.on(255, error));
      }
    }
    return figure.picture;
  }

  /**
   * One image as it is, pixel by pixel: 8-bit grey, or 24-bit colour.
   *
   * @param values [channel][row][column], clamped to 0…1
   */
  public static BufferedImage image(ImageShape shape, float[] values) {
    boolean grey = shape.channels() == 1;
    BufferedImage image =
        new BufferedImage(
            shape.width(),
            shape.height(),
            grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < shape.height() * shape.width(); p++) {
      int x = p % shape.width();
      int y = p / shape.width();
      int rgb = PixelColour.rgb(shape, values, p);
      if (grey) {
        image.getRaster().setSample(x, y, 0, rgb & 0xFF);
      } else {
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  /** The bytes of a PNG file. */
  public static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not the default stream: that keeps a file, which cannot be had any more while a process ends.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }

  private BufferedImage paper(int shown, int total) {
    int columns = Math.min(BESIDE, shown);
    int bands = (shown + BESIDE - 1) / BESIDE;
    int height = bands * bandHeight();
    int caption = total > shown ? FigureText.HEIGHT + GAP : 0;
    BufferedImage paper =
        new BufferedImage(
            columns * (shape.width() * scale + GAP) + GAP,
            height + caption,
            BufferedImage.TYPE_INT_RGB);
    int[] row = new int[paper.getWidth()];
    Arrays.fill(row, PAPER);
    for (int y = 0; y < paper.getHeight(); y++) {
      paper.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    if (total > shown) {
      FigureText.draw(paper, "first " + shown + " of " + total, GAP, height, INK);
    }
    return paper;
  }

  private int bandHeight() {
    return rowsOfOne * (shape.height() * scale + GAP) + GAP;
  }

  private void draw(float[] image, int index, int row) {
    for (int p = 0; p < shape.height() * shape.width(); p++) {
      fill(index, row, p, PixelColour.rgb(shape, image, p));
    }
  }

  private void fill(int index, int row, int pixel, int rgb) {
    int left = GAP + index % BESIDE * (shape.width() * scale + GAP) + pixel % shape.width() * scale;
    int top =
        index / BESIDE * bandHeight()
            + GAP
            + row * (shape.height() * scale + GAP)
            + pixel / shape.width() * scale;
    for (int y = 0; y < scale; y++) {
      for (int x = 0; x < scale; x++) {
        picture.setRGB(left + x, top + y, rgb);
      }
    }
  }
}
