package org.aeworkbench.pictures.formats;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Makes a large picture smaller while its rows arrive: every pixel is the mean over a square, with
 * colours weighed by opacity, so that a stroke of one pixel in ten thousand becomes paler but is
 * not lost. Holds one row of squares, or all of them if rows come in any order. A decoder that
 * gives the whole picture several times, better each time, may do so: the last time counts.
 */
final class Thinner {
  /** What a pixel consists of, in this order. */
  enum Channels {
    GREY(1, false),
    GREY_ALPHA(2, true),
    RGB(3, false),
    RGB_ALPHA(4, true);

    final int count;
    final boolean alpha;

    Channels(int count, boolean alpha) {
      this.count = count;
      this.alpha = alpha;
    }
  }

  private final int width;
  private final int height;
  private final int step;
  private final int columns;
  private final int rows;
  private final Channels channels;
  private final int most;
  private final boolean anyOrder;
  private final float[] sums;
  private final char[] means;
  private int band = -1;

  /**
   * @param width of the large picture
   * @param height of the large picture
   * @param most the largest sample: 255 or 65 535
   * @param anyOrder false if rows come from top to bottom (some may be missing)
   */
  Thinner(int width, int height, Channels channels, int most, boolean anyOrder) {
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.most = most;
    this.anyOrder = anyOrder;
    step = Limits.step(width, height);
    columns = (int) Limits.thinned(width, step);
    rows = (int) Limits.thinned(height, step);
    sums = new float[(anyOrder ? rows : 1) * columns * channels.count];
    means = new char[anyOrder ? 0 : rows * columns * channels.count];
  }

  /** Rows from top to bottom, eight bits. */
  static Thinner ofRows(int width, int height, Channels channels) {
    return new Thinner(width, height, channels, 255, false);
  }

  /** A picture that is there as a whole. */
  static BufferedImage thinned(BufferedImage picture) {
    int width = picture.getWidth();
    boolean alpha = picture.getColorModel().hasAlpha();
    Thinner thinner = ofRows(width, picture.getHeight(), alpha ? Channels.RGB_ALPHA : Channels.RGB);
    thinner.add(picture, 0, 0);
    return thinner.picture();
  }

  /**
   * Takes pixels of a row; those outside the picture are left out.
   *
   * @param y the row
   * @param left column of the first pixel
   * @param apart columns from one pixel to the next
   * @param samples pixel by pixel, channel by channel
   * @param count of pixels
   */
  void add(int y, int left, int apart, int[] samples, int count) {
    if (y < 0 || y >= height) {
      return;
    }
    if (!anyOrder && y / step != band) {
      flush();
      band = y / step;
    }
    int row = anyOrder ? y / step * columns : 0;
    int first = left < 0 ? (-left + apart - 1) / apart : 0;
    int end = Math.min(count, (width - left + apart - 1) / apart);
    int next = first;
    while (next < end) {
      // A division a square, not a pixel.
      int column = (left + next * apart) / step;
      int from = next;
      next = Math.min(end, ((column + 1) * step - left + apart - 1) / apart);
      sum((row + column) * channels.count, samples, from, next);
    }
  }

  private void sum(int at, int[] samples, int from, int to) {
    int n = channels.count;
    if (channels.alpha) {
      for (int i = from * n; i < to * n; i += n) {
        float opacity = samples[i + n - 1];
        for (int c = 0; c < n - 1; c++) {
          sums[at + c] += opacity * samples[i + c];
        }
        sums[at + n - 1] += opacity;
      }
    } else if (n == 1) {
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum += samples[i];
      }
      sums[at] += sum;
    } else {
      for (int i = from * n; i < to * n; i += 3) {
        sums[at] += samples[i];
        sums[at + 1] += samples[i + 1];
        sums[at + 2] += samples[i + 2];
      }
    }
  }

  /** Takes a part of the picture that is there as a whole. */
  void add(BufferedImage part, int left, int top) {
    boolean grey = GreyPicture.isOfJavasTypes(part);
    int count = part.getWidth();
    int[] argb = new int[count];
    int[] samples = new int[channels.count * count];
    for (int y = 0; y < part.getHeight(); y++) {
      if (grey) {
        GreyPicture.row(part, y, argb);
      } else {
        part.getRGB(0, y, count, 1, argb, 0, count);
      }
      for (int i = 0, to = 0; i < count; i++) {
        samples[to++] = argb[i] >> 16 & 0xFF;
        samples[to++] = argb[i] >> 8 & 0xFF;
        samples[to++] = argb[i] & 0xFF;
        if (channels.alpha) {
          samples[to++] = argb[i] >>> 24;
        }
      }
      add(top + y, left, 1, samples, count);
    }
  }

  private void flush() {
    if (band >= 0) {
      int start = band * columns * channels.count;
      for (int i = 0; i < columns * channels.count; i++) {
        means[start + i] = (char) mean(i, band, i / channels.count);
      }
      Arrays.fill(sums, 0);
      band = -1;
    }
  }

  private int mean(int at, int row, int column) {
    int n = channels.count;
    int c = at % n;
    float weight;
    if (channels.alpha && c < n - 1) {
      weight = sums[at - c + n - 1];
    } else {
      int across = Math.min(step, width - column * step);
      weight = (float) across * Math.min(step, height - row * step);
    }
    return weight == 0 ? 0 : Math.min(most, Math.round(sums[at] / weight));
  }

  /** The small picture, when all rows are there. */
  BufferedImage picture() {
    flush();
    SampleRange range = most == 255 ? SampleRange.EIGHT_BITS : range();
    return channels == Channels.GREY ? grey(range) : colour(range);
  }

  private SampleRange range() {
    int colours = channels.alpha ? channels.count - 1 : channels.count;
    return SampleRange.of(this::value, rows * columns, colours, channels.alpha ? colours : -1);
  }

  private int value(int cell, int channel) {
    int at = cell * channels.count + channel;
    return anyOrder ? mean(at, cell / columns, cell % columns) : means[at];
  }

  private BufferedImage grey(SampleRange range) {
    BufferedImage picture = GreyPicture.of(columns, rows);
    byte[] levels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) range.level(value(i, 0));
    }
    return picture;
  }

  private BufferedImage colour(SampleRange range) {
    boolean alpha = channels.alpha;
    BufferedImage picture =
        new BufferedImage(
            columns, rows, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] argb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    boolean coloured = channels.count > 2;
    for (int i = 0; i < argb.length; i++) {
      int red = range.level(value(i, 0));
      int green = coloured ? range.level(value(i, 1)) : red;
      int blue = coloured ? range.level(value(i, 2)) : red;
      int opacity = alpha ? SampleRange.eightBits(value(i, channels.count - 1), most) : 0;
      argb[i] = opacity << 24 | red << 16 | green << 8 | blue;
    }
    return picture;
  }
}
