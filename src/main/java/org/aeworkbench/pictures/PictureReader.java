package org.aeworkbench.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.aeworkbench.pictures.formats.PictureFormat;
import org.aeworkbench.pictures.formats.RefusedException;
import org.aeworkbench.pictures.formats.UnreadFormat;
import org.aeworkbench.problem.ProblemException;

/**
 * Reads files of pictures, whatever their names end in.
 *
 * <p>A file takes at most some hundred megabytes for a second or two, however it was made. Safe for
 * any thread but the FX thread.
 */
public final class PictureReader {
  /** The largest file that is read: 96 MB. */
  public static final int MAX_BYTES = 96 << 20;

  private static final String REMEDY = "Use a PNG, JPEG, WebP, GIF, BMP or TIFF file.";

  private PictureReader() {}

  /**
   * Reads a file.
   *
   * @return upright; large pictures as {@link PictureFormat#read} thins them
   * @throws ProblemException if it is not readable, no picture, damaged, or absurdly large
   */
  public static BufferedImage read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ProblemException(file + " is a folder.", "Choose the pictures in it.");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new ProblemException(
            file + " has more than " + (MAX_BYTES >> 20) + " MB.", "Make the picture smaller.");
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
    Optional<PictureFormat> format = PictureFormat.of(bytes);
    if (format.isEmpty()) {
      throw UnreadFormat.name(bytes)
          .map(
              kind ->
                  new ProblemException(
                      name + " is " + kind + ", which is not read.", "Save it as JPEG or PNG."))
          .orElseGet(() -> new ProblemException(name + " is no picture that can be read.", REMEDY));
    }
    try {
      return format.get().read(bytes);
    } catch (RefusedException e) {
      throw new ProblemException(name + " " + e.getMessage(), e.remedy(), e);
    } catch (IOException e) {
      throw new ProblemException(
          name + " is damaged or cut short.", "Get the file again, or save it anew.", e);
    }
  }
}
