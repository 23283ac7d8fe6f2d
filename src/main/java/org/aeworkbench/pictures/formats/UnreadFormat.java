package org.aeworkbench.pictures.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Names of formats that are not read, so that a message can say more than that. */
public final class UnreadFormat {
  private static final int LOOKED_AT = 4096;

  private UnreadFormat() {}

  /**
   * What a file is, with its article: “an SVG drawing”. Empty if it is unknown.
   *
   * @param file that is of no {@link PictureFormat}
   */
  public static Optional<String> name(byte[] file) {
    if (PictureFormat.begins(file, 4, "ftyp")) {
      return Optional.of(ofBoxes(file));
    }
    if (PictureFormat.begins(file, 0, "8BPS")) {
      return Optional.of("a Photoshop file");
    }
    if (PictureFormat.begins(file, 0, "\0\0\1\0")) {
      return Optional.of("an icon");
    }
    if (PictureFormat.begins(file, 0, "\0\0\0\14jP  ")
        || PictureFormat.begins(file, 0, "\u00FF\u004F\u00FF\u0051")) {
      return Optional.of("a JPEG 2000 picture");
    }
    if (PictureFormat.begins(file, 0, "\0\0\0\14JXL ")
        || PictureFormat.begins(file, 0, "\u00FF\n")) {
      return Optional.of("a JPEG XL picture");
    }
    if (PictureFormat.begins(file, 128, "DICM")) {
      return Optional.of("a DICOM file");
    }
    return ofText(file);
  }

  private static String ofBoxes(byte[] file) {
    String brands = text(file, 64);
    if (brands.contains("avif") || brands.contains("avis")) {
      return "an AVIF picture";
    }
    if (brands.contains("hei") || brands.contains("hev") || brands.contains("mif1")) {
      return "a HEIC picture";
    }
    return brands.contains("crx") ? "a camera's raw picture" : "a video";
  }

  private static Optional<String> ofText(byte[] file) {
    String start = text(file, LOOKED_AT);
    if (start.contains("%PDF-")) {
      return Optional.of("a PDF document");
    }
    if (start.startsWith("%!PS")) {
      return Optional.of("a PostScript document");
    }
    if (start.toLowerCase(Locale.ROOT).replace("\0", "").contains("<svg")) {
      return Optional.of("an SVG drawing");
    }
    boolean portable =
        start.length() > 2
            && start.charAt(0) == 'P'
            && start.charAt(1) >= '1'
            && start.charAt(1) <= '7'
            && Character.isWhitespace(start.charAt(2));
    return portable ? Optional.of("a picture of the PNM family") : Optional.empty();
  }

  private static String text(byte[] file, int bytes) {
    return new String(file, 0, Math.min(file.length, bytes), StandardCharsets.ISO_8859_1);
  }
}
