package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PNG, JPEG, GIF (first frame) and BMP files, whatever their names end in.
 *
 * <p>No header is believed: sizes are checked before anything is allocated, and large pictures are
 * thinned while they are read, so that a file takes at most some hundred megabytes for a second or
 * two, however it was made. Safe for any thread but the FX thread.
 */
public final class PictureReader {
  /** The largest file that is read: 64 MB. */
  public static final int MAX_BYTES = 64 << 20;

  /** The most pixels of a picture: what today's phones take. */
  public static final long MAX_PIXELS = 50_000_000;

  /** A picture that is returned has no longer side than this. */
  public static final int MAX_SIDE = 1024;

  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");
  private static final String REMEDY = "Use a PNG, JPEG, GIF or BMP file.";

  private PictureReader() {}

  /**
   * Reads a file.
   *
   * @return the picture, its longer side at most {@link #MAX_SIDE} pixels
   * @throws ProblemException if it is not readable, no picture, damaged, or absurdly large
   */
  public static BufferedImage read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ProblemException(file + " is a folder.", "Choose the pictures in it.");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw tooLarge(file.toString(), "has more than " + (MAX_BYTES >> 20) + " MB.");
      }
      return read(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (IOException e) {
      throw new ProblemException(
          file + " cannot be read.", "Check that it is a file you may read.", e);
    }
  }

  /**
   * Reads a picture from memory.
   *
   * @param name stands in error messages
   * @throws ProblemException as {@link #read(Path)}
   */
  public static BufferedImage read(byte[] bytes, String name) {
    if (bytes.length == 0) {
      throw new ProblemException(name + " is empty (0 bytes).", REMEDY);
    }
    ImageReader reader = reader(bytes);
    if (reader == null) {
      throw new ProblemException(name + " is no picture that can be read.", REMEDY);
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return decoded(reader, bytes, name);
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Decoders answer to damaged files with whatever exception they stumble into.
      throw damaged(name, e);
    } finally {
      reader.dispose();
    }
  }

  private static @Nullable ImageReader reader(byte[] bytes) {
    Iterator<ImageReader> readers =
        ImageIO.getImageReaders(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      try {
        if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          return reader;
        }
      } catch (IOException e) {
        // A reader that cannot name its format is none of ours.
      }
      reader.dispose();
    }
    return null;
  }

  private static BufferedImage decoded(ImageReader reader, byte[] bytes, String name)
      throws IOException {
    if (reader.getFormatName().equalsIgnoreCase("png") && !PngChunks.areWhole(bytes)) {
      throw damaged(name, null);
    }
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < 1 || height < 1) {
      throw damaged(name, null);
    }
    if ((long) width * height > MAX_PIXELS) {
      throw tooLarge(name, "announces " + width + "×" + height + " pixels, more than 50 million.");
    }
    AtomicBoolean cutShort = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> cutShort.compareAndSet(false, isDamage(warning)));
    ImageReadParam thinning = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / (2 * MAX_SIDE));
    thinning.setSourceSubsampling(step, step, 0, 0);
    BufferedImage picture = StoredGrey.asColour(reader.read(0, thinning));
    if (cutShort.get()) {
      throw damaged(name, null);
    }
    return Orientation.of(bytes).applyTo(Thumbnails.within(picture, MAX_SIDE));
  }

  // The JPEG decoder only warns of missing data and fills the rest with grey.
  private static boolean isDamage(String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    return text.contains("premature") || text.contains("corrupt");
  }

  private static ProblemException damaged(String name, @Nullable Exception cause) {
    return new ProblemException(
        name + " is damaged or cut short.", "Get the file again, or save it anew.", cause);
  }

  private static ProblemException tooLarge(String name, String what) {
    return new ProblemException(name + " " + what, "Make the picture smaller.");
  }
}
