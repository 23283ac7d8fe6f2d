package org.aeworkbench.pictures.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngDecoderTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 29;
  private static final int[] NO_KEY = {};

  private final SplittableRandom random = new SplittableRandom(8);

  @ParameterizedTest
  @CsvSource({
    "0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16", "4, 8", "4, 16", "6, 8", "6, 16"
  })
  void allTypesWithAndWithoutInterlaceAndKeyColour(int type, int bits) throws IOException {
    int channels = type == 0 ? 1 : type == 2 ? 3 : type == 4 ? 2 : 4;
    int[][] samples = samples(channels, bits);
    for (boolean interlaced : new boolean[] {false, true}) {
      TestPng png = new TestPng().header(WIDTH, HEIGHT, bits, type, interlaced);
      byte[] data = TestPng.data(samples, channels, bits, interlaced, false);
      assertPixels(png.chunk("IDAT", data).end(), samples, channels, bits, NO_KEY);
      if (type == 0 || type == 2) {
        int[] key = Arrays.copyOf(samples[5], channels);
        byte[] chunk = new byte[2 * channels];
        for (int c = 0; c < channels; c++) {
          chunk[2 * c] = (byte) (key[c] >> 8);
          chunk[2 * c + 1] = (byte) key[c];
        }
        png = new TestPng().header(WIDTH, HEIGHT, bits, type, interlaced).chunk("tRNS", chunk);
        assertPixels(png.chunk("IDAT", data).end(), samples, channels, bits, key);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "4, 9", "8, 200"})
  void palettesMayBeShortAndPartlyTransparent(int bits, int colours) throws IOException {
    int[][] samples = samples(1, bits);
    byte[] palette = new byte[3 * colours];
    random.nextBytes(palette);
    byte[] alpha = {(byte) 200, 0};
    byte[] file =
        new TestPng()
            .header(WIDTH, HEIGHT, bits, 3, false)
            .chunk("PLTE", palette)
            .chunk("tRNS", alpha)
            .chunk("IDAT", TestPng.data(samples, 1, bits, false, false))
            .end();
    BufferedImage picture = PictureFormat.PNG.read(file);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int index = samples[y][x];
        int rgb =
            index >= colours
                ? 0
                : (palette[3 * index] & 255) << 16
                    | (palette[3 * index + 1] & 255) << 8
                    | palette[3 * index + 2] & 255;
        int opacity = index == 0 ? 200 : index == 1 ? 0 : 255;
        int expected = opacity == 0 ? 0 : opacity << 24 | rgb;
        assertThat(picture.getRGB(x, y)).as("%d at %d %d", index, x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void appleStoresBlueFirstAndMultipliedByOpacity() throws IOException {
    int[][] samples = new int[1][4 * 256];
    for (int i = 0; i < 256; i++) {
      int opacity = 255 - i / 2;
      samples[0][4 * i] = i * opacity / 255;
      samples[0][4 * i + 1] = 40 * opacity / 255;
      samples[0][4 * i + 2] = 200 * opacity / 255;
      samples[0][4 * i + 3] = opacity;
    }
    byte[] file =
        new TestPng()
            .chunk("CgBI", new byte[] {0x50, 0, 0x20, 6})
            .header(256, 1, 8, 6, false)
            .chunk("IDAT", TestPng.data(samples, 4, 8, false, true))
            .end();
    BufferedImage picture = PictureFormat.PNG.read(file);
    for (int i = 0; i < 256; i++) {
      int argb = picture.getRGB(i, 0);
      assertThat(argb >>> 24).isEqualTo(255 - i / 2);
      assertThat(argb >> 16 & 255).isBetween(197, 200);
      assertThat(argb >> 8 & 255).isBetween(37, 40);
      assertThat(argb & 255).isBetween(i - 3, i);
    }
  }

  @Test
  void whatIsMissingOrWrongBehindTheRowsDoesNotMatter() throws IOException {
    int[][] samples = samples(1, 8);
    byte[] data = TestPng.data(samples, 1, 8, false, false);
    byte[] whole = new TestPng().header(WIDTH, HEIGHT, 8, 0, false).chunk("IDAT", data).end();
    int withoutEnd = whole.length - 12;
    // The rows end before zlib's checksum of four bytes; behind that is the chunk's.
    for (int cut = 0; cut <= 8; cut++) {
      assertPixels(Arrays.copyOf(whole, withoutEnd - cut), samples, 1, 8, NO_KEY);
    }
    byte[] wrong = whole.clone();
    wrong[withoutEnd - 1] ^= 1;
    assertPixels(wrong, samples, 1, 8, NO_KEY);
    byte[] longer = Arrays.copyOf(whole, whole.length + 5000);
    assertPixels(longer, samples, 1, 8, NO_KEY);
    for (int cut = 30; cut < withoutEnd - 60; cut += 17) {
      byte[] part = Arrays.copyOf(whole, whole.length - 12 - cut);
      assertThatThrownBy(() -> PictureFormat.PNG.read(part)).isInstanceOf(IOException.class);
    }
    byte[] changed = whole.clone();
    changed[withoutEnd - 4 - 4 - 1] ^= 1;
    assertThatThrownBy(() -> PictureFormat.PNG.read(changed))
        .as("rows that are not those that were packed")
        .isInstanceOf(IOException.class);
  }

  @Test
  void dataMayStandInManyChunksAndOthersBetweenThem() throws IOException {
    int[][] samples = samples(3, 8);
    byte[] data = TestPng.data(samples, 3, 8, false, false);
    TestPng png = new TestPng().header(WIDTH, HEIGHT, 8, 2, false);
    for (int i = 0; i < data.length; i += 11) {
      png.chunk("IDAT", Arrays.copyOfRange(data, i, Math.min(data.length, i + 11)));
      png.chunk("IDAT", new byte[0]);
    }
    assertPixels(png.chunk("zTXt", new byte[5]).end(), samples, 3, 8, NO_KEY);
  }

  @Test
  void textsAndProfilesAreNotUnpacked() throws IOException {
    int[][] samples = samples(1, 8);
    byte[] bomb = new byte[1 << 20];
    random.nextBytes(bomb);
    byte[] file =
        new TestPng()
            .header(WIDTH, HEIGHT, 8, 0, false)
            .chunk("iCCP", bomb)
            .chunk("zTXt", bomb)
            .chunk("IDAT", TestPng.data(samples, 1, 8, false, false))
            .end();
    assertPixels(file, samples, 1, 8, NO_KEY);
  }

  private int[][] samples(int channels, int bits) {
    int[][] samples = new int[HEIGHT][WIDTH * channels];
    for (int[] row : samples) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(1 << bits);
      }
    }
    samples[0][0] = (1 << bits) - 1;
    return samples;
  }

  private static void assertPixels(byte[] file, int[][] samples, int channels, int bits, int[] key)
      throws IOException {
    BufferedImage picture = PictureFormat.PNG.read(file);
    float most = (1 << bits) - 1;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int[] pixel = Arrays.copyOfRange(samples[y], x * channels, (x + 1) * channels);
        int opacity = channels % 2 == 0 ? Math.round(pixel[channels - 1] * 255 / most) : 255;
        if (Arrays.equals(pixel, key)) {
          opacity = 0;
        }
        int[] argb = new int[] {opacity, 0, 0, 0};
        for (int c = 0; c < 3; c++) {
          argb[c + 1] = Math.round(pixel[channels < 3 ? 0 : c] * 255 / most);
        }
        int seen = picture.getRGB(x, y);
        assertThat(seen >>> 24).as("opacity at %d, %d", x, y).isEqualTo(argb[0]);
        // A transparent pixel has no colour.
        if (opacity > 0) {
          assertThat(seen & 0xFFFFFF)
              .as("colour at %d, %d", x, y)
              .isEqualTo(argb[1] << 16 | argb[2] << 8 | argb[3]);
        }
      }
    }
  }
}
