package org.aeworkbench.pictures.formats;

import java.io.IOException;
import java.util.Arrays;
import org.aeworkbench.pictures.formats.Thinner.Channels;

/** What the bytes of a PNG's row mean: grey, colours or a palette, with or without opacity. */
final class PngColours {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private final int type;
  private final int bits;
  private final int stored;
  private final Channels channels;
  private final boolean ofApple;
  private final int[] transparent;
  private final int[] palette;

  /**
   * @throws IOException if the specification knows no such type
   */
  PngColours(PngChunks chunks) throws IOException {
    bits = chunks.header().get(8);
    type = chunks.header().get(9);
    ofApple = chunks.ofApple();
    boolean known =
        switch (type) {
          case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
          case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
          case RGB, GREY_ALPHA, RGB_ALPHA -> bits == 8 || bits == 16;
          default -> false;
        };
    if (!known || type == PALETTE && chunks.palette().length < 3) {
      throw new IOException("colour type " + type + " of " + bits + " bits");
    }
    stored = type == RGB ? 3 : type == GREY_ALPHA ? 2 : type == RGB_ALPHA ? 4 : 1;
    palette = type == PALETTE ? palette(chunks) : new int[0];
    transparent = type == GREY || type == RGB ? keyColour(chunks.transparency()) : new int[0];
    channels = channels();
  }

  private Channels channels() {
    return switch (type) {
      case GREY -> transparent.length == 0 ? Channels.GREY : Channels.GREY_ALPHA;
      case GREY_ALPHA -> Channels.GREY_ALPHA;
      case RGB -> transparent.length == 0 ? Channels.RGB : Channels.RGB_ALPHA;
      case RGB_ALPHA -> Channels.RGB_ALPHA;
      default -> paletteChannels();
    };
  }

  private Channels paletteChannels() {
    if (Arrays.stream(palette).anyMatch(colour -> colour >>> 24 < 255)) {
      return Channels.RGB_ALPHA;
    }
    boolean grey =
        Arrays.stream(palette)
            .allMatch(
                colour ->
                    (colour & 0xFF) == (colour >> 8 & 0xFF)
                        && (colour & 0xFF) == (colour >> 16 & 0xFF));
    return grey ? Channels.GREY : Channels.RGB;
  }

  private int[] palette(PngChunks chunks) {
    byte[] rgb = chunks.palette();
    byte[] alpha = chunks.transparency();
    // An index beyond the palette is black, as in other readers.
    int[] argb = new int[1 << bits];
    Arrays.fill(argb, 0xFF000000);
    for (int i = 0; i < Math.min(argb.length, rgb.length / 3); i++) {
      int opacity = i < alpha.length ? alpha[i] & 0xFF : 255;
      argb[i] =
          opacity << 24
              | (rgb[3 * i] & 0xFF) << 16
              | (rgb[3 * i + 1] & 0xFF) << 8
              | rgb[3 * i + 2] & 0xFF;
    }
    return argb;
  }

  private int[] keyColour(byte[] chunk) {
    if (chunk.length < 2 * stored) {
      return new int[0];
    }
    int[] key = new int[stored];
    for (int c = 0; c < stored; c++) {
      key[c] = ((chunk[2 * c] & 0xFF) << 8 | chunk[2 * c + 1] & 0xFF) & (1 << bits) - 1;
    }
    return key;
  }

  Channels asChannels() {
    return channels;
  }

  /** The largest sample that {@link #samples} makes. */
  int most() {
    return bits == 16 ? 65_535 : 255;
  }

  /** The bits of a pixel in the file. */
  int pixelBits() {
    return stored * bits;
  }

  /** A row's samples, in the order of its channels. */
  void samples(byte[] row, int pixels, int[] into) {
    int count = channels.count;
    if (bits < 8) {
      int most = (1 << bits) - 1;
      for (int i = 0; i < pixels; i++) {
        int bit = i * bits;
        int sample = row[bit >> 3] >> 8 - bits - (bit & 7) & most;
        if (type == PALETTE) {
          colour(palette[sample], into, i * count);
        } else {
          into[i * count] = sample * 255 / most;
          if (count == 2) {
            into[2 * i + 1] = sample == transparent[0] ? 0 : 255;
          }
        }
      }
    } else if (type == PALETTE) {
      for (int i = 0; i < pixels; i++) {
        colour(palette[row[i] & 0xFF], into, i * count);
      }
    } else {
      wholeBytes(row, pixels, into);
    }
  }

  private void colour(int argb, int[] into, int at) {
    if (channels == Channels.GREY) {
      into[at] = argb & 0xFF;
      return;
    }
    into[at] = argb >> 16 & 0xFF;
    into[at + 1] = argb >> 8 & 0xFF;
    into[at + 2] = argb & 0xFF;
    if (channels == Channels.RGB_ALPHA) {
      into[at + 3] = argb >>> 24;
    }
  }

  private void wholeBytes(byte[] row, int pixels, int[] into) {
    int count = channels.count;
    for (int i = 0; i < pixels; i++) {
      boolean key = transparent.length > 0;
      for (int c = 0; c < stored; c++) {
        int at = i * stored + c;
        int sample =
            bits == 8 ? row[at] & 0xFF : (row[2 * at] & 0xFF) << 8 | row[2 * at + 1] & 0xFF;
        into[i * count + c] = sample;
        key &= transparent.length > 0 && sample == transparent[c];
      }
      if (transparent.length > 0) {
        into[i * count + stored] = key ? 0 : most();
      }
      if (ofApple && stored >= 3) {
        asOthersStoreIt(into, i * count);
      }
    }
  }

  private void asOthersStoreIt(int[] bgra, int at) {
    int blue = bgra[at];
    bgra[at] = bgra[at + 2];
    bgra[at + 2] = blue;
    int opacity = stored == 4 ? bgra[at + 3] : most();
    if (opacity > 0 && opacity < most()) {
      for (int c = at; c < at + 3; c++) {
        long colour = ((long) bgra[c] * most() + opacity / 2) / opacity;
        bgra[c] = (int) Math.min(most(), colour);
      }
    }
  }
}
