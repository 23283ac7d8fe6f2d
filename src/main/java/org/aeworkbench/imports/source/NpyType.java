package org.aeworkbench.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The elements of an array.
 *
 * @param kind {@code u}, {@code i}, {@code f} or {@code b}; {@code U} or {@code S} for texts
 * @param bytes of each
 */
record NpyType(char kind, int bytes, ByteOrder order) {
  /** True for texts, which only labels are. */
  boolean isText() {
    return kind == 'U' || kind == 'S';
  }

  /** The number at a place. */
  double number(ByteBuffer buffer, int at) {
    return switch (kind) {
      case 'b' -> buffer.get(at) == 0 ? 0 : 1;
      case 'f' ->
          switch (bytes) {
            case 2 -> Float.float16ToFloat(buffer.getShort(at));
            case 4 -> buffer.getFloat(at);
            default -> buffer.getDouble(at);
          };
      default -> whole(buffer, at);
    };
  }

  private double whole(ByteBuffer buffer, int at) {
    boolean signed = kind == 'i';
    return switch (bytes) {
      case 1 -> signed ? buffer.get(at) : buffer.get(at) & 0xFF;
      case 2 -> signed ? buffer.getShort(at) : buffer.getShort(at) & 0xFFFF;
      case 4 -> signed ? buffer.getInt(at) : buffer.getInt(at) & 0xFFFFFFFFL;
      default -> {
        long number = buffer.getLong(at);
        yield !signed && number < 0 ? 0x1.0p64 + number : number;
      }
    };
  }

  /** True if its numbers are the bytes of images as they stand. */
  boolean isByte() {
    return kind == 'u' && bytes == 1;
  }
}
