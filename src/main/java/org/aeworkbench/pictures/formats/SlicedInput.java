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
    int at = 0;
    while (at < slices.length && streamPos >= starts[at + 1]) {
      at++;
    }
    if (length == 0 || at == slices.length) {
      return length == 0 ? 0 : -1;
    }
    int from = (int) (streamPos - starts[at]);
    int count = Math.min(length, slices[at].remaining() - from);
    slices[at].get(slices[at].position() + from, bytes, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return starts[slices.length];
  }
}
