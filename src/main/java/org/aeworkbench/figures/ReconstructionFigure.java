package org.aeworkbench.figures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.aeworkbench.analysis.ErrorMap;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Autoencoder;

/**
 * The lab's picture: digits above their reconstructions, white on black as {@code plt.gray()} shows
 * them, on white paper; ten beside each other, then the next ten below. More than a hundred are not
 * drawn but counted: every viewer opens the picture. Needs no display.
 */
public final class ReconstructionFigure {
  /** The lab shows the first ten digits of the test set. */
  public static final int LAB_DIGITS = 10;

  /** The most digits that are drawn. */
  public static final int MOST_DIGITS = 100;

  private static final int DIGITS_BESIDE = 10;
  private static final int SCALE = 4;
  private static final int TILE = Dataset.ROWS * SCALE;
  private static final int GAP = 16;
  private static final int PAPER = 0xFFFFFF;
  private static final int INK = 0x404040;

  private ReconstructionFigure() {}

  /** The lab's own: ten test digits over what a network makes of them. */
  public static BufferedImage ofLab(Autoencoder autoencoder, Dataset test) {
    int digits = Math.min(LAB_DIGITS, test.size());
    float[][] originals = new float[digits][];
    for (int i = 0; i < digits; i++) {
      originals[i] = test.image(i);
    }
    return render(originals, autoencoder.reconstruct(originals));
  }

  /**
   * Rows of originals, each above its reconstructions.
   *
   * @param originals [n][784] in 0…1, n at least 1
   * @param reconstructions [n][784] in 0…1
   */
  public static BufferedImage render(float[][] originals, float[][] reconstructions) {
    return render(originals, reconstructions, originals.length);
  }

  /**
   * The same of the first of many.
   *
   * @param total how many there are; a line below says so if not all of them are drawn
   */
  public static BufferedImage render(float[][] originals, float[][] reconstructions, int total) {
    int shown = Math.min(MOST_DIGITS, originals.length);
    BufferedImage figure = paper(shown, 2, total);
    for (int i = 0; i < shown; i++) {
      drawGrey(figure, originals[i], i, top(i, 0, 2));
      drawGrey(figure, reconstructions[i], i, top(i, 1, 2));
    }
    return figure;
  }

  /**
   * Rows of originals, each above its reconstructions and their errors.
   *
   * @param originals [n][784] in 0…1, n at least 1
   * @param reconstructions [n][784] in 0…1
   */
  public static BufferedImage renderWithErrors(float[][] originals, float[][] reconstructions) {
    int shown = Math.min(MOST_DIGITS, originals.length);
    BufferedImage figure = paper(shown, 3, originals.length);
    for (int i = 0; i < shown; i++) {
      drawGrey(figure, originals[i], i, top(i, 0, 3));
      drawGrey(figure, reconstructions[i], i, top(i, 1, 3));
      for (int p = 0; p < Dataset.PIXELS; p++) {
        float error = reconstructions[i][p] - originals[i][p];
        fill(figure, i, top(i, 2, 3), p, ErrorMap.on(255, error));
      }
    }
    return figure;
  }

  /**
   * One digit as it is: 28×28 pixels, light ink on black, 8-bit grey.
   *
   * @param pixels 784 numbers, clamped to 0…1
   */
  public static BufferedImage digit(float[] pixels) {
    BufferedImage image =
        new BufferedImage(Dataset.COLUMNS, Dataset.ROWS, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < pixels.length; i++) {
      int level = Math.round(Math.clamp(pixels[i], 0f, 1f) * 255);
      image.getRaster().setSample(i % Dataset.COLUMNS, i / Dataset.COLUMNS, 0, level);
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

  private static BufferedImage paper(int shown, int rowsOfOne, int total) {
    int columns = Math.min(DIGITS_BESIDE, shown);
    int bands = (shown + DIGITS_BESIDE - 1) / DIGITS_BESIDE;
    int height = bands * bandHeight(rowsOfOne);
    int caption = total > shown ? FigureText.HEIGHT + GAP : 0;
    BufferedImage paper =
        new BufferedImage(
            columns * (TILE + GAP) + GAP, height + caption, BufferedImage.TYPE_INT_RGB);
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

  private static int bandHeight(int rowsOfOne) {
    return rowsOfOne * (TILE + GAP) + GAP;
  }

  private static int top(int digit, int row, int rowsOfOne) {
    return digit / DIGITS_BESIDE * bandHeight(rowsOfOne) + GAP + row * (TILE + GAP);
  }

  private static void drawGrey(BufferedImage figure, float[] image, int digit, int top) {
    for (int p = 0; p < Dataset.PIXELS; p++) {
      int grey = Math.round(Math.clamp(image[p], 0f, 1f) * 255);
      fill(figure, digit, top, p, grey << 16 | grey << 8 | grey);
    }
  }

  private static void fill(BufferedImage figure, int digit, int tileTop, int pixel, int rgb) {
    int left = GAP + digit % DIGITS_BESIDE * (TILE + GAP) + pixel % Dataset.COLUMNS * SCALE;
    int top = tileTop + pixel / Dataset.COLUMNS * SCALE;
    for (int y = 0; y < SCALE; y++) {
      for (int x = 0; x < SCALE; x++) {
        figure.setRGB(left + x, top + y, rgb);
      }
    }
  }
}
