package org.aeworkbench.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the bytes of a text are to be read.
 *
 * @param charset its characters
 * @param mark bytes of the byte-order mark at its start
 */
record Encoding(Charset charset, int mark) {
  /**
   * Recognises an encoding by its first bytes: a byte-order mark, the zeros of UTF-16, UTF-8, and
   * whatever else is text as Windows' Western European.
   *
   * @return empty for what is no text
   */
  static Optional<Encoding> of(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new Encoding(StandardCharsets.UTF_8, 3));
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2));
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2));
    }
    int[] zeros = new int[2];
    int controls = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros[i % 2]++;
      } else if (head[i] > 0 && head[i] < ' ' && "\t\n\r\f".indexOf(head[i]) < 0) {
        controls++;
      }
    }
    if (controls > head.length / 100) {
      return Optional.empty();
    }
    if (zeros[0] + zeros[1] > 0) {
      int half = head.length / 2;
      return zeros[1] > half * 0.9 && zeros[0] == 0
          ? Optional.of(new Encoding(StandardCharsets.UTF_16LE, 0))
          : zeros[0] > half * 0.9 && zeros[1] == 0
              ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 0))
              : Optional.empty();
    }
    return Optional.of(
        new Encoding(isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0));
  }

  /** What is not in the encoding is replaced: only names can have it, and they are only shown. */
  CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  private static boolean isUtf8(byte[] head) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    // A character that is cut off at the end is no fault: more input would follow.
    return !strict
        .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
        .isError();
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
