package org.aeworkbench.network;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Reads the numbers of an array that ND4J wrote with {@code Nd4j.write}, without ND4J: opening a
 * model then starts no native library, and no size in a foreign file is believed.
 *
 * <p>The format is two buffers, shape information and values. Each has an allocation mode and an
 * element type as modified UTF-8 and its length as a long, in the order mode, length, type; then
 * the elements, big-endian.
 */
final class Nd4jArray {
  /** More dimensions than any array of ours has. */
  private static final int MAX_SHAPE_INFORMATION = 64;

  private Nd4jArray() {}

  /**
   * @param bytes a whole entry
   * @throws IOException if it is no float array that fills the entry to its end
   */
  static float[] read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.readUTF();
    long shapeLength = in.readLong();
    if (!in.readUTF().equals("LONG") || shapeLength < 1 || shapeLength > MAX_SHAPE_INFORMATION) {
      throw new IOException("no shape information");
    }
    in.skipNBytes(shapeLength * Long.BYTES);
    in.readUTF();
    long length = in.readLong();
    if (!in.readUTF().equals("FLOAT") || length != in.available() / Float.BYTES) {
      throw new IOException(length + " numbers announced, " + in.available() + " bytes follow");
    }
    float[] values = new float[(int) length];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}
