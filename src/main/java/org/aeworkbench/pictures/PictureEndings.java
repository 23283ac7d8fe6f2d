package org.aeworkbench.pictures;

import java.util.List;

/**
 * What the names of pictures end in that can be read. Only for choosing among files: a picture is
 * read by its content, whatever its name.
 */
public final class PictureEndings {
  /** Endings with their dot, in lower case; on disks they stand in any case. */
  public static final List<String> ALL =
      List.of(
          ".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".pjp", ".gif", ".bmp",
          ".dib", ".rle", ".webp", ".tif", ".tiff");

  private PictureEndings() {}
}
