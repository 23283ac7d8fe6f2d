package org.aeworkbench.pictures.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks of a WebP file (RFC 9649) that make the picture, each picture of an animation as a
 * file of its own; profiles and texts are left out.
 */
final class WebpChunks {
  private static final int VP8X = fourCc("VP8X");
  private static final int VP8 = fourCc("VP8 ");
  private static final int VP8L = fourCc("VP8L");
  private static final int ALPH = fourCc("ALPH");
  private static final int ANMF = fourCc("ANMF");
  private static final int EXIF = fourCc("EXIF");
  private static final int FILE_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FRAME_HEADER_BYTES = 16;
  private static final int CANVAS_BYTES = 10;
  private static final int BEHIND = 16_000_000 / 2048 * 4;
  private static final byte HAS_ALPHA = 0x10;

  /**
   * A picture of an animation.
   *
   * @param frame where it lies
   * @param input a file of it alone
   */
  record Picture(Frame frame, SlicedInput input) {}

  private final ByteBuffer file;
  private final List<Picture> animation = new ArrayList<>();
  private final List<ByteBuffer> still;
  private Orientation orientation = Orientation.UPRIGHT;
  private int width;
  private int height;

  /** Takes what lies wholly within the file. */
  WebpChunks(byte[] webp) {
    file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    still = walk(FILE_HEADER_BYTES, file.limit(), false);
  }

  private static int fourCc(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }

  /** The picture's chunks between two positions; everything else is noted. */
  private List<ByteBuffer> walk(int from, int to, boolean withinFrame) {
    List<ByteBuffer> chunks = new ArrayList<>();
    long at = from;
    while (at + CHUNK_HEADER_BYTES <= to) {
      int start = (int) at + CHUNK_HEADER_BYTES;
      int type = file.getInt((int) at);
      long length = file.getInt((int) at + 4) & 0xFFFFFFFFL;
      at = start + length + (length & 1);
      if (start + length > to) {
        break;
      }
      if (type == ALPH || type == VP8 || type == VP8L) {
        chunks.add(file.slice(start - CHUNK_HEADER_BYTES, CHUNK_HEADER_BYTES + (int) length));
        chunks.add(ByteBuffer.allocate((int) (length & 1)));
      } else if (!withinFrame) {
        other(type, start, (int) length);
      }
    }
    return chunks;
  }

  private void other(int type, int start, int length) {
    if (type == VP8X && length >= CANVAS_BYTES) {
      width = 1 + threeBytes(start + 4);
      height = 1 + threeBytes(start + 7);
    } else if (type == EXIF) {
      byte[] exif = new byte[length];
      file.get(start, exif);
      orientation = Orientation.ofTiff(exif);
    } else if (type == ANMF && length >= FRAME_HEADER_BYTES) {
      int flags = file.get(start + 15);
      Frame frame =
          new Frame(
              2 * threeBytes(start),
              2 * threeBytes(start + 3),
              1 + threeBytes(start + 6),
              1 + threeBytes(start + 9),
              (flags & 1) == 0 ? Frame.After.STAY : Frame.After.CLEAR,
              (flags & 2) == 0);
      List<ByteBuffer> chunks = walk(start + FRAME_HEADER_BYTES, start + length, true);
      animation.add(new Picture(frame, input(chunks, frame.width(), frame.height())));
    }
  }

  private int threeBytes(int at) {
    return file.getShort(at) & 0xFFFF | (file.get(at + 2) & 0xFF) << 16;
  }

  /** Alpha in a chunk of its own is only looked for where a header announces it. */
  private static SlicedInput input(List<ByteBuffer> chunks, int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    int bytes = 4 + chunks.stream().mapToInt(ByteBuffer::remaining).sum();
    boolean extended =
        !chunks.isEmpty() && chunks.getFirst().getInt(0) == Integer.reverseBytes(ALPH);
    header.putInt(fourCc("RIFF")).putInt(extended ? bytes + 18 : bytes).putInt(fourCc("WEBP"));
    if (extended) {
      header.putInt(VP8X).putInt(CANVAS_BYTES).putInt(HAS_ALPHA);
      header.putShort((short) (width - 1)).put((byte) (width - 1 >> 16));
      header.putShort((short) (height - 1)).put((byte) (height - 1 >> 16));
    }
    List<ByteBuffer> parts = new ArrayList<>(chunks);
    parts.addFirst(header.flip());
    // The reader takes more than 2048 bytes for one for a bomb, but an empty sheet is none.
    parts.add(ByteBuffer.allocate(BEHIND));
    return new SlicedInput(parts);
  }

  /** True if there is a picture outside of any animation. */
  boolean isStill() {
    return !still.isEmpty();
  }

  SlicedInput still() {
    return input(still, Math.max(1, width), Math.max(1, height));
  }

  List<Picture> animation() {
    return animation;
  }

  /** Of the animation. */
  int width() {
    return width;
  }

  /** Of the animation. */
  int height() {
    return height;
  }

  Orientation orientation() {
    return orientation;
  }
}
