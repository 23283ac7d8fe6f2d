package org.aeworkbench.modelfile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The format in which ND4J keeps an array ({@code Nd4j.write}), without ND4J: a model opens and is
 * kept without native libraries, and no size in a foreign file is believed.
 *
 * <p>The format is two buffers, shape information and values. Each has an allocation mode and an
 * element type as modified UTF-8 and its length as a long, in the order mode, length, type; then
 * the elements, big-endian.
 */
final class Nd4jArray {
  /** More dimensions than any array of ours has. */
  private static final int MAX_SHAPE_INFORMATION = 64;

  private static final String MODE = "MIXED_DATA_TYPES";

  /** ND4J's bit for 32-bit floats among the properties of an array. */
  private static final long FLOAT_PROPERTY = 8192;

  private Nd4jArray() {}

  /**
   * Reads a whole entry.
   *
   * @param expected numbers that it has to hold
   * @throws IOException if it is no float array of exactly so many numbers
   */
  static float[] read(InputStream entry, int expected) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(entry, 1 << 16));
    in.readUTF();
    long shapeLength = in.readLong();
    if (!in.readUTF().equals("LONG") || shapeLength < 1 || shapeLength > MAX_SHAPE_INFORMATION) {
      throw new IOException("no shape information");
    }
    in.skipNBytes(shapeLength * Long.BYTES);
    in.readUTF();
    long length = in.readLong();
    if (!in.readUTF().equals("FLOAT") || length != expected) {
      throw new WrongLengthException(length);
    }
    float[] values = new float[expected];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    if (in.read() >= 0) {
      throw new IOException("more follows than the " + length + " numbers announced");
    }
    return values;
  }

  /** Another number of values than was expected. */
  static final class WrongLengthException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long length;

    WrongLengthException(long length) {
      super(length + " numbers");
      this.length = length;
    }

    long length() {
      return length;
    }
  }

  /** Writes a vector; {@code parts} one after the other are its numbers. */
  static void write(OutputStream entry, float[]... parts) throws IOException {
    long length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    DataOutputStream out = new DataOutputStream(entry);
    // One dimension, its length, its stride; properties, stride of elements, order 'c'.
    long[] shape = {1, length, 1, FLOAT_PROPERTY, 1, 'c'};
    out.writeUTF(MODE);
    out.writeLong(shape.length);
    out.writeUTF("LONG");
    for (long number : shape) {
      out.writeLong(number);
    }
    out.writeUTF(MODE);
    out.writeLong(length);
    out.writeUTF("FLOAT");
    byte[] block = new byte[1 << 16];
    for (float[] part : parts) {
      for (int from = 0, count; from < part.length; from += count) {
        count = Math.min(block.length / Float.BYTES, part.length - from);
        java.nio.ByteBuffer.wrap(block).asFloatBuffer().put(part, from, count);
        out.write(block, 0, count * Float.BYTES);
      }
    }
    out.flush();
  }
}
