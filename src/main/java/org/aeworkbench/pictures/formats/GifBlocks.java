package org.aeworkbench.pictures.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks of a GIF: where its frames lie, and the file with an end where it is cut short. Java's
 * reader throws the last block away if a byte of it is missing, though all rows may be in it.
 */
final class GifBlocks {
  private static final int HEADER_BYTES = 13;
  private static final int FRAME = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int CONTROL = 0xF9;
  private static final byte TRAILER = 0x3B;

  private final ByteBuffer file;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private Frame.After after = Frame.After.STAY;
  private int at;

  /**
   * @throws IOException if not even the header is there
   */
  GifBlocks(byte[] gif) throws IOException {
    file = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
    if (gif.length < HEADER_BYTES) {
      throw new IOException("header");
    }
    at = HEADER_BYTES + tableBytes(gif[10]);
    while (parts.isEmpty()) {
      block();
    }
  }

  private static int tableBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private void block() {
    if (at < file.limit() && file.get(at) == FRAME && at + 11 <= file.limit()) {
      frames.add(
          new Frame(
              file.getShort(at + 1) & 0xFFFF,
              file.getShort(at + 3) & 0xFFFF,
              file.getShort(at + 5) & 0xFFFF,
              file.getShort(at + 7) & 0xFFFF,
              after,
              true));
      after = Frame.After.STAY;
      at += 11 + tableBytes(file.get(at + 9));
      subBlocks();
    } else if (at + 2 <= file.limit() && file.get(at) == EXTENSION) {
      if ((file.get(at + 1) & 0xFF) == CONTROL && at + 4 <= file.limit()) {
        int disposal = file.get(at + 3) >> 2 & 7;
        after =
            disposal == 2 ? Frame.After.CLEAR : disposal == 3 ? Frame.After.BACK : Frame.After.STAY;
      }
      at += 2;
      subBlocks();
    } else {
      end(Math.min(at, file.limit()), new byte[] {TRAILER});
    }
  }

  private void subBlocks() {
    while (at < file.limit() && file.get(at) != 0) {
      int length = file.get(at) & 0xFF;
      int rest = file.limit() - at - 1;
      if (length > rest) {
        // The length becomes that of what is there.
        end(at, new byte[] {(byte) rest});
        if (rest > 0) {
          parts.add(file.slice(at + 1, rest));
          parts.add(ByteBuffer.wrap(new byte[] {0, TRAILER}));
        }
        return;
      }
      at += 1 + length;
    }
    if (at >= file.limit()) {
      end(file.limit(), new byte[] {0, TRAILER});
    }
    at++;
  }

  private void end(int position, byte[] ending) {
    parts.add(file.slice(0, position));
    parts.add(ByteBuffer.wrap(ending));
  }

  /** In the order of the file. */
  List<Frame> frames() {
    return frames;
  }

  /** The screen's width; at least the first frame's. */
  int width() {
    int needed = frames.isEmpty() ? 0 : frames.getFirst().left() + frames.getFirst().width();
    return Math.max(file.getShort(6) & 0xFFFF, needed);
  }

  /** The screen's height; at least the first frame's. */
  int height() {
    int needed = frames.isEmpty() ? 0 : frames.getFirst().top() + frames.getFirst().height();
    return Math.max(file.getShort(8) & 0xFFFF, needed);
  }

  SlicedInput input() {
    return new SlicedInput(parts);
  }
}
