package org.aeworkbench.pictures.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BmpDecoderTest {
  private static final int WIDTH = 19;
  private static final int HEIGHT = 11;

  private final SplittableRandom random = new SplittableRandom(12);

  @ParameterizedTest
  @CsvSource({
    "1, false",
    "4, false",
    "8, false",
    "8, true",
    "16, false",
    "24, false",
    "24, true",
    "32, true"
  })
  void allDepthsFromTheTopAndFromTheBottom(int bits, boolean fromTop) throws IOException {
    int[] palette = new int[bits <= 8 ? 1 << bits : 0];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = random.nextInt(1 << 24);
    }
    long[][] stored = new long[HEIGHT][WIDTH];
    int[][] expected = new int[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        stored[y][x] = random.nextLong(1L << Math.min(bits, bits == 16 ? 15 : 24));
        expected[y][x] = colour((int) stored[y][x], bits, palette);
      }
    }
    byte[] file = file(bits, 0, fromTop, palette, rows(stored, bits, fromTop));
    assertPixels(PictureFormat.BMP.read(file), expected);
    // The last row's padding may be missing, nothing else.
    int padding = new BmpHeader(0, WIDTH, HEIGHT, bits, 0).padding();
    assertPixels(PictureFormat.BMP.read(Arrays.copyOf(file, file.length - padding)), expected);
    byte[] cut = Arrays.copyOf(file, file.length - padding - 1);
    assertThatThrownBy(() -> PictureFormat.BMP.read(cut)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void aGreyPaletteIsAsDarkAsItIsStored(int bits) throws IOException {
    int[] palette = new int[1 << bits];
    Arrays.setAll(palette, i -> i * 255 / (palette.length - 1) * 0x010101);
    long[][] stored = new long[HEIGHT][WIDTH];
    int[][] expected = new int[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        stored[y][x] = random.nextInt(palette.length);
        expected[y][x] = palette[(int) stored[y][x]];
      }
    }
    byte[] file = file(bits, 0, false, palette, rows(stored, bits, false));
    assertPixels(PictureFormat.BMP.read(file), expected);
  }

  private static int colour(int stored, int bits, int[] palette) {
    if (bits <= 8) {
      return palette[stored];
    }
    if (bits == 16) {
      return five(stored >> 10) << 16 | five(stored >> 5) << 8 | five(stored);
    }
    return stored;
  }

  private static int five(int bits) {
    return Math.round((bits & 31) * 255 / 31f);
  }

  @Test
  void runLengthsOfEightBits() throws IOException {
    int[] palette = new int[256];
    Arrays.setAll(palette, i -> i * 0x010101);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    int[][] expected = new int[HEIGHT][WIDTH];
    for (int y = HEIGHT - 1; y >= 0; y--) {
      // A run, three pixels one by one with a byte to fill up, and a run to the end.
      rows.writeBytes(new byte[] {10, (byte) (100 + y), 0, 3, 1, 2, (byte) 200, 0});
      rows.writeBytes(new byte[] {WIDTH - 13, 50, 0, (byte) (y == 0 ? 1 : 0)});
      for (int x = 0; x < WIDTH; x++) {
        int level = x < 10 ? 100 + y : x < 13 ? new int[] {1, 2, 200}[x - 10] : 50;
        expected[y][x] = level * 0x010101;
      }
    }
    assertPixels(PictureFormat.BMP.read(file(8, 1, false, palette, rows.toByteArray())), expected);
  }

  @Test
  void sizesAreNotBelieved() {
    byte[] file = file(24, 0, false, new int[0], new byte[100]);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 20_000).putInt(22, 14_000);
    assertThatThrownBy(() -> PictureFormat.BMP.read(file)).isInstanceOf(IOException.class);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 90_000).putInt(22, 90_000);
    assertThatThrownBy(() -> PictureFormat.BMP.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessage("announces 90000×90000 pixels, more than 300 million.");
    byte[] runs = file(8, 1, false, new int[256], new byte[100]);
    ByteBuffer.wrap(runs).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 9000).putInt(22, 9000);
    assertThatThrownBy(() -> PictureFormat.BMP.read(runs)).isInstanceOf(RefusedException.class);
  }

  private static byte[] rows(long[][] stored, int bits, boolean fromTop) {
    int rowBytes = (WIDTH * bits + 31) / 32 * 4;
    byte[] rows = new byte[rowBytes * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      int start = rowBytes * (fromTop ? y : HEIGHT - 1 - y);
      for (int x = 0; x < WIDTH; x++) {
        if (bits < 8) {
          rows[start + x * bits / 8] |= (byte) (stored[y][x] << 8 - bits - x * bits % 8);
        } else {
          for (int b = 0; b < bits / 8; b++) {
            rows[start + x * bits / 8 + b] = (byte) (stored[y][x] >> 8 * b);
          }
        }
      }
    }
    return rows;
  }

  private static byte[] file(
      int bits, int compression, boolean fromTop, int[] palette, byte[] rows) {
    int offset = 54 + 4 * palette.length;
    ByteBuffer file = ByteBuffer.allocate(offset + rows.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(offset);
    file.putInt(40).putInt(WIDTH).putInt(fromTop ? -HEIGHT : HEIGHT);
    file.putShort((short) 1).putShort((short) bits).putInt(compression).putInt(rows.length);
    file.putInt(2835).putInt(2835).putInt(palette.length).putInt(0);
    for (int colour : palette) {
      file.putInt(colour);
    }
    return file.put(rows).array();
  }

  private static void assertPixels(BufferedImage picture, int[][] expected) {
    assertThat(picture.getWidth()).isEqualTo(WIDTH);
    assertThat(picture.getHeight()).isEqualTo(HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(picture.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(0xFF000000 | expected[y][x]);
      }
    }
  }
}
