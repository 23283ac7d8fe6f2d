package org.aeworkbench.ui.incoming;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a {@code data:} address holds (RFC 2397), as browsers hand it over. */
final class DataAddress {
  private static final String SCHEME = "data:";

  // Percent-encoded a byte takes up to three characters, in base64 four thirds and some line
  // breaks.
  private static final long MAX_LENGTH = 3L * PictureReader.MAX_BYTES;
  private static final long MAX_BASE64_LENGTH = 3L * PictureReader.MAX_BYTES / 2;
  private static final String REMEDY = "Save the picture in the other program, then drop the file.";

  private DataAddress() {}

  /** True if it is one; nothing of it is decoded. */
  static boolean is(String address) {
    return address.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /**
   * The bytes. Takes up to a second; not for the FX thread.
   *
   * @throws ProblemException if it is damaged or holds more than a picture file may have
   */
  static byte[] decode(String address) {
    int comma = address.indexOf(',');
    if (!is(address) || comma < 0) {
      throw damaged(null);
    }
    String type = address.substring(SCHEME.length(), comma).strip().toLowerCase(Locale.ROOT);
    boolean base64 = type.endsWith(";base64");
    if (address.length() > (base64 ? MAX_BASE64_LENGTH : MAX_LENGTH)) {
      throw tooLarge();
    }
    byte[] bytes = percentDecoded(address, comma + 1);
    if (base64) {
      bytes = base64Decoded(bytes);
    }
    if (bytes.length > PictureReader.MAX_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static byte[] percentDecoded(String address, int from) {
    if (address.indexOf('%', from) < 0) {
      return address.substring(from).getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length() - from);
    for (int i = from; i < address.length(); i++) {
      char letter = address.charAt(i);
      int high = i + 2 < address.length() ? Character.digit(address.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(address.charAt(i + 2), 16);
      if (letter == '%' && low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else if (letter < 0x80) {
        bytes.write(letter);
      } else {
        bytes.writeBytes(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Line breaks, the alphabet for addresses and missing padding are all taken. */
  private static byte[] base64Decoded(byte[] encoded) {
    byte[] plain = new byte[encoded.length];
    int length = 0;
    for (byte letter : encoded) {
      if (letter != ' ' && letter != '\t' && letter != '\r' && letter != '\n') {
        plain[length++] = letter == '-' ? (byte) '+' : letter == '_' ? (byte) '/' : letter;
      }
    }
    try {
      return Base64.getDecoder().decode(Arrays.copyOf(plain, length));
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static ProblemException damaged(@Nullable Throwable cause) {
    return new ProblemException("The picture's data: address is damaged.", REMEDY, cause);
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        "The picture's data: address holds more than " + (PictureReader.MAX_BYTES >> 20) + " MB.",
        REMEDY);
  }
}
