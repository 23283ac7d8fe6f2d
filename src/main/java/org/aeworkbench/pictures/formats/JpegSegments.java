package org.aeworkbench.pictures.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG that make the picture, without what cameras and programs put between them
 * (previews, colour profiles, texts, which decoders stumble over), with an end if it has none, and
 * without what stands behind it.
 */
final class JpegSegments {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTIZATION = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int FIRST_RESTART = 0xD0;
  private static final int TEMPORARY = 0x01;
  private static final int HUFFMAN = 0xC4;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;
  private static final int ADOBE_BYTES = 12;

  /** Says that three components are luminance and two chrominances, which is a guess without it. */
  private static final byte[] JFIF = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  private final ByteBuffer file;
  private final List<ByteBuffer> kept = new ArrayList<>();
  private @Nullable JpegFrame frame;
  private @Nullable ByteBuffer adobe;
  private @Nullable Orientation orientation;
  private int firstComponents;
  private int scans;
  private boolean cutShort;

  /**
   * @throws IOException if the file ends before its first scan
   */
  JpegSegments(byte[] file) throws IOException {
    this.file = ByteBuffer.wrap(file);
    int at = 2;
    while (scans == 0) {
      at = marker(at);
      int type = this.file.get(at) & 0xFF;
      at = standsAlone(type) ? at + 1 : segment(type, at + 1);
    }
  }

  /** The position of the next marker's second byte. */
  private int marker(int from) throws IOException {
    int at = from;
    while (at < file.limit() && file.get(at) != (byte) 0xFF) {
      at++;
    }
    while (at < file.limit() && file.get(at) == (byte) 0xFF) {
      at++;
    }
    if (at >= file.limit()) {
      throw new IOException("no scan");
    }
    return at;
  }

  private static boolean standsAlone(int type) {
    return type <= TEMPORARY || type >= FIRST_RESTART && type <= END;
  }

  /** Takes what stands from its length on; the position behind it. */
  private int segment(int type, int at) throws IOException {
    int end = at + 2 > file.limit() ? Integer.MAX_VALUE : at + length(at);
    if (end > file.limit()) {
      throw new IOException("cut short");
    }
    ByteBuffer content = file.slice(at + 2, end - at - 2);
    if (type == SCAN) {
      JpegFrame of = frame();
      firstComponents = content.hasRemaining() ? content.get(0) : of.components();
      kept.add(file.slice(at - 2, scans(at) - at + 2));
    } else if (isTable(type) || isFrame(type)) {
      frame = isFrame(type) ? JpegFrame.of(type, content) : frame;
      // Bytes that fill up before a marker are left behind.
      kept.add(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) type}));
      kept.add(file.slice(at, end - at));
    } else if (type == EXIF && orientation == null && startsWith(content, "Exif")) {
      byte[] exif = new byte[content.remaining()];
      content.get(0, exif);
      orientation = Orientation.ofTiff(exif);
    } else if (type == ADOBE && content.limit() >= ADOBE_BYTES && startsWith(content, "Adobe")) {
      adobe = file.slice(at, 2 + ADOBE_BYTES);
    }
    return end;
  }

  private int length(int at) {
    return Math.max(2, file.getShort(at) & 0xFFFF);
  }

  private static boolean isTable(int type) {
    return type == QUANTIZATION || type == HUFFMAN || type == RESTART_INTERVAL || type == 0xCC;
  }

  private static boolean isFrame(int type) {
    return type >= 0xC0 && type <= 0xCF && type != HUFFMAN && type != 0xC8 && type != 0xCC;
  }

  private static boolean startsWith(ByteBuffer content, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (i >= content.limit() || content.get(i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Goes over the scans, whose first one's length stands here; the position of their end. */
  private int scans(int from) {
    int at = from;
    int type = SCAN;
    while (type != END) {
      scans += type == SCAN ? 1 : 0;
      at += standsAlone(type) ? 0 : length(at);
      while (at + 1 < file.limit()
          && (file.get(at) != (byte) 0xFF || isOfScan(file.get(at + 1) & 0xFF))) {
        at++;
      }
      if (at + 1 >= file.limit()) {
        cutShort = true;
        return file.limit();
      }
      type = file.get(at + 1) & 0xFF;
      at += 2;
      if (!standsAlone(type) && (at + 2 > file.limit() || at + length(at) > file.limit())) {
        // A table that is cut short would be believed.
        cutShort = true;
        return at - 2;
      }
    }
    return at - 2;
  }

  private static boolean isOfScan(int second) {
    return second == 0 || second == 0xFF || second >= FIRST_RESTART && second < START;
  }

  JpegFrame frame() throws IOException {
    if (frame == null) {
      throw new IOException("no frame");
    }
    return frame;
  }

  Orientation orientation() {
    return orientation == null ? Orientation.UPRIGHT : orientation;
  }

  /** How often the decoder goes over the picture. */
  int scans() {
    return scans;
  }

  /** True if the file ends within a later scan: all rows are there, though not in all detail. */
  boolean isCutInDetail() {
    return cutShort && scans > 1;
  }

  /** True if a decoder has to hold all coefficients until the last scan. */
  boolean isHeldWhole() throws IOException {
    return frame().progressive() || firstComponents < frame().components();
  }

  /** What a decoder gets. */
  SlicedInput input() throws IOException {
    List<ByteBuffer> parts = new ArrayList<>();
    parts.add(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) START}));
    if (adobe != null && frame().trusts(adobe)) {
      byte[] segment = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) ADOBE}, 4 + ADOBE_BYTES);
      adobe.get(0, segment, 2, 2 + ADOBE_BYTES);
      segment[2] = 0;
      segment[3] = 2 + ADOBE_BYTES;
      parts.add(ByteBuffer.wrap(segment));
    } else if (frame().isLuminanceAndChrominance()) {
      parts.add(ByteBuffer.wrap(JFIF));
    }
    parts.addAll(kept);
    parts.add(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) END}));
    return new SlicedInput(parts);
  }
}
