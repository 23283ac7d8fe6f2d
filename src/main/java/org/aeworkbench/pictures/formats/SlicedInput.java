package org.aeworkbench.pictures.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Parts of a file in memory, one behind the other, without copying them. */
final class SlicedInput extends ImageInputStreamImpl {
  private final ByteBuffer[] slices;
  private final long[] starts;

  SlicedInput(List<ByteBuffer> parts) {
    slices = parts.toArray(ByteBuffer[]::new);
    starts = new long[slices.length + 1];
    for (int i = 0; i < slices.length; i++) {
      starts[i + 1] = starts[i] + slices[i].remaining();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    // All that is wanted, from as many parts as it takes: Java's readInt asks once.
    int filled = 0;
    for (int i = 0; i < slices.length && filled < length; i++) {
      if (streamPos < starts[i + 1]) {
        int from = (int) (streamPos - starts[i]);
        int count = Math.min(length - filled, slices[i].remaining() - from);
        slices[i].get(slices[i].position() + from, bytes, offset + filled, count);
        streamPos += count;
        filled += count;
      }
    }
    return filled == 0 && length > 0 ? -1 : filled;
  }

  @Override
  public long length() {
    return starts[slices.length];
  }
}
