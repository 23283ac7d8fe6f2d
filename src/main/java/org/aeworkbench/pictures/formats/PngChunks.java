package org.aeworkbench.pictures.formats;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a PNG file that make the picture, as they are found: no checksum and no order is
 * asked for, the last chunk may be cut short and the end may be missing. Whether all rows are there
 * shows when they are unpacked. Texts and profiles are not looked into.
 *
 * @param header of 13 bytes: width, height, bits, colour type, compression, filter, interlace
 * @param palette red, green, blue of each colour; empty if there is none
 * @param transparency the tRNS chunk; empty if there is none
 * @param exif the eXIf chunk; empty if there is none
 * @param data the IDAT chunks
 * @param ofApple true if Apple's tools have rearranged the file (CgBI): no zlib header, blue before
 *     red, colours multiplied by their opacity
 */
record PngChunks(
    ByteBuffer header,
    byte[] palette,
    byte[] transparency,
    byte[] exif,
    List<ByteBuffer> data,
    boolean ofApple) {
  private static final int SIGNATURE_BYTES = 8;
  private static final int FRAME_BYTES = 12;
  private static final int HEADER_BYTES = 13;
  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int TRNS = 0x74524E53;
  private static final int EXIF = 0x65584966;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int CGBI = 0x43674249;
  private static final int LONGEST_PALETTE = 3 * 256;

  /** Null if there is no header. */
  static @Nullable PngChunks of(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    ByteBuffer header = null;
    byte[] palette = {};
    byte[] transparency = {};
    byte[] exif = {};
    List<ByteBuffer> data = new ArrayList<>();
    boolean ofApple = false;
    int position = SIGNATURE_BYTES;
    while (position + SIGNATURE_BYTES <= png.length) {
      int length = in.getInt(position);
      int type = in.getInt(position + 4);
      int start = position + SIGNATURE_BYTES;
      int end = length < 0 ? png.length : (int) Math.min(png.length, (long) start + length);
      switch (type) {
        case IHDR -> header = end - start >= HEADER_BYTES ? in.slice(start, HEADER_BYTES) : null;
        case PLTE ->
            palette = Arrays.copyOfRange(png, start, Math.min(end, start + LONGEST_PALETTE));
        case TRNS -> transparency = Arrays.copyOfRange(png, start, Math.min(end, start + 256));
        case EXIF -> exif = Arrays.copyOfRange(png, start, end);
        case IDAT -> data.add(in.slice(start, end - start));
        case CGBI -> ofApple = true;
        default -> {}
      }
      if (type == IEND || length < 0 || (long) position + FRAME_BYTES + length > png.length) {
        break;
      }
      position += FRAME_BYTES + length;
    }
    return header == null
        ? null
        : new PngChunks(header, palette, transparency, exif, data, ofApple);
  }
}
