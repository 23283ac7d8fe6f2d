import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Makes data sets of any size to measure with; what it makes is the same every time.
 *
 * <pre>
 * java src/bench/made/MadeSet.java array made.npy 814000 64x64x3
 * java src/bench/made/MadeSet.java pictures folder 50000 64x64x3
 * </pre>
 */
final class MadeSet {
  private static final int CLASSES = 10;

  private MadeSet() {}

  /** Kind, where to, how many, and rows x columns x channels. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println("MadeSet array|pictures PATH COUNT HxWxC");
      System.exit(2);
    }
    Path path = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    String[] sizes = arguments[3].split("x");
    int height = Integer.parseInt(sizes[0]);
    int width = Integer.parseInt(sizes[1]);
    int channels = Integer.parseInt(sizes[2]);
    if (arguments[0].equals("array")) {
      array(path, count, height, width, channels);
    } else {
      pictures(path, count, height, width, channels);
    }
  }

  /** NumPy's format: unsigned bytes [n][row][column][channel]. */
  private static void array(Path file, int count, int height, int width, int channels)
      throws IOException {
    String header =
        "{'descr': '|u1', 'fortran_order': False, 'shape': (%d, %d, %d, %d), }\n"
            .formatted(count, height, width, channels);
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(0x93);
      out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
      ByteBuffer rest = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      out.write(rest.put((byte) 1).put((byte) 0).putShort((short) text.length).array());
      out.write(text);
      for (int i = 0; i < count; i++) {
        out.write(image(i, height, width, channels));
      }
    }
  }

  /** PNG files in a folder for each of ten classes. */
  private static void pictures(Path folder, int count, int height, int width, int channels)
      throws IOException {
    for (int c = 0; c < CLASSES; c++) {
      Files.createDirectories(folder.resolve("class " + c));
    }
    int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    for (int i = 0; i < count; i++) {
      BufferedImage picture = new BufferedImage(width, height, type);
      byte[] image = image(i, height, width, channels);
      for (int p = 0; p < height * width; p++) {
        for (int k = 0; k < channels; k++) {
          picture.getRaster().setSample(p % width, p / width, k, image[p * channels + k] & 0xFF);
        }
      }
      ImageIO.write(
          picture, "png", folder.resolve("class " + i % CLASSES + "/" + i + ".png").toFile());
    }
  }

  /** A disc of one colour on a gradient of another, with some noise. */
  private static byte[] image(int index, int height, int width, int channels) {
    byte[] image = new byte[height * width * channels];
    long state = index * 0x9E3779B97F4A7C15L + 42;
    state = (state ^ state >>> 31) * 0xBF58476D1CE4E5B9L;
    int x0 = (int) (state >>> 40) % width;
    int y0 = (int) (state >>> 17 & 0xFFFF) % height;
    int radius = 2 + (int) (state >>> 7 & 0xFF) % Math.max(1, width / 3);
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inside = (x - x0) * (x - x0) + (y - y0) * (y - y0) < radius * radius;
        for (int k = 0; k < channels; k++) {
          int ground = (int) (state >>> 8 * k & 0x7F) + x + (int) (y * (state >>> 60));
          int noise = (x * 31 + y * 17 + index) * 0x9E3779B1 >>> 28;
          image[at++] = (byte) Math.min(255, (inside ? 255 - ground : ground) % 256 + noise);
        }
      }
    }
    return image;
  }
}
