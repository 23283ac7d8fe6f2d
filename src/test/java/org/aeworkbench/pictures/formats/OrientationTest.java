package org.aeworkbench.pictures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  /** Where the file's pixel (0, 0) and (1, 0) are seen, by Exif's table, on a side of n. */
  private static int[] seen(int tag, int n) {
    int far = n - 1;
    return switch (tag) {
      case 1 -> new int[] {0, 0, 1, 0};
      case 2 -> new int[] {far, 0, far - 1, 0};
      case 3 -> new int[] {far, far, far - 1, far};
      case 4 -> new int[] {0, far, 1, far};
      case 5 -> new int[] {0, 0, 0, 1};
      case 6 -> new int[] {far, 0, far, 1};
      case 7 -> new int[] {far, far, far, far - 1};
      default -> new int[] {0, far, 0, far - 1};
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyTagTurnsAsExifSays(int tag) {
    BufferedImage picture = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 0xFF0000);
    picture.setRGB(1, 0, 0x00FF00);
    BufferedImage upright = new Orientation(tag).applyTo(picture);
    int[] seen = seen(tag, 3);
    assertThat(upright.getRGB(seen[0], seen[1])).isEqualTo(0xFFFF0000);
    assertThat(upright.getRGB(seen[2], seen[3])).isEqualTo(0xFF00FF00);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void aJpegKeepsItInItsExifSegmentWhereverThatStands(int tag) throws IOException {
    byte[] jpeg = lopsidedJpeg();
    BufferedImage expected = new Orientation(tag).applyTo(PictureFormat.JPEG.read(jpeg));
    byte[] xmp =
        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(StandardCharsets.UTF_8));
    byte[] profile = segment(0xE2, new byte[3000]);
    byte[] comment = segment(0xFE, new byte[] {'h', 'i', (byte) 0xFF, (byte) 0xDA});
    byte[] fill = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      for (int type : new int[] {SHORT, LONG}) {
        byte[] exif =
            segment(
                0xE1,
                concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff(order, type, tag)));
        for (byte[] before : new byte[][] {{}, xmp, profile, comment, fill, concat(xmp, fill)}) {
          assertSame(PictureFormat.JPEG.read(inserted(jpeg, 2, concat(before, exif))), expected);
          // Behind JFIF's segment of 18 bytes.
          assertSame(PictureFormat.JPEG.read(inserted(jpeg, 20, concat(before, exif))), expected);
        }
      }
    }
  }

  private static byte[] lopsidedJpeg() throws IOException {
    BufferedImage picture = new BufferedImage(48, 40, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 48; x++) {
        int grey = 2 * x + 3 * y;
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", out);
    return out.toByteArray();
  }

  @Test
  void aPngKeepsItBeforeOrBehindTheData() throws IOException {
    int[][] samples = {{0, 80, 160}, {40, 120, 250}};
    byte[] data = TestPng.data(samples, 1, 8, false, false);
    byte[] exif = tiff(ByteOrder.BIG_ENDIAN, SHORT, 6);
    byte[] before =
        new TestPng().header(3, 2, 8, 0, false).chunk("eXIf", exif).chunk("IDAT", data).end();
    byte[] behind =
        new TestPng().header(3, 2, 8, 0, false).chunk("IDAT", data).chunk("eXIf", exif).end();
    for (byte[] file : new byte[][] {before, behind}) {
      BufferedImage upright = PictureFormat.PNG.read(file);
      assertThat(upright.getWidth()).isEqualTo(2);
      assertThat(upright.getRGB(1, 2) & 255).isEqualTo(160);
      assertThat(upright.getRGB(0, 0) & 255).isEqualTo(40);
    }
  }

  @Test
  void nonsenseIsUpright() {
    assertThat(Orientation.ofTiff(new byte[0])).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.ofTiff(tiff(ByteOrder.BIG_ENDIAN, SHORT, 9)))
        .isEqualTo(Orientation.UPRIGHT);
    byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, LONG, 6);
    for (int length = 0; length < tiff.length; length++) {
      assertThat(Orientation.ofTiff(java.util.Arrays.copyOf(tiff, length)).tag()).isIn(1, 6);
    }
    tiff[4] = (byte) 0xFF;
    tiff[7] = (byte) 0xFF;
    assertThat(Orientation.ofTiff(tiff)).isEqualTo(Orientation.UPRIGHT);
  }

  private static byte[] tiff(ByteOrder order, int type, int tag) {
    ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
    tiff.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010F).putShort((short) 2).putInt(3).putInt(0x41420000);
    tiff.putShort((short) 0x0112).putShort((short) type).putInt(1);
    if (type == SHORT) {
      tiff.putShort((short) tag).putShort((short) 0);
    } else {
      tiff.putInt(tag);
    }
    return tiff.array();
  }

  private static byte[] segment(int marker, byte[] content) {
    return concat(
        new byte[] {
          (byte) 0xFF, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)
        },
        content);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  private static byte[] inserted(byte[] file, int at, byte[] part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    out.writeBytes(part);
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  private static void assertSame(BufferedImage seen, BufferedImage expected) {
    assertThat(seen.getWidth()).isEqualTo(expected.getWidth());
    assertThat(seen.getHeight()).isEqualTo(expected.getHeight());
    for (int y = 0; y < seen.getHeight(); y++) {
      for (int x = 0; x < seen.getWidth(); x++) {
        assertThat(seen.getRGB(x, y)).isEqualTo(expected.getRGB(x, y));
      }
    }
  }
}
