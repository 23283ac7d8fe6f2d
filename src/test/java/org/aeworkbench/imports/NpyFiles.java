package org.aeworkbench.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes files of NumPy arrays as numpy.save does. */
final class NpyFiles {
  private NpyFiles() {}

  /** Writes the number of a place into a buffer. */
  interface Element {
    void put(ByteBuffer buffer, int place);
  }

  /** An array; {@code body} is called for each place in the order of the file. */
  static byte[] array(String descr, boolean fortran, int bytes, Element body, int... shape) {
    StringBuilder sizes = new StringBuilder();
    int places = 1;
    for (int size : shape) {
      sizes.append(size).append(',');
      places *= size;
    }
    String header =
        "{'descr': '"
            + descr
            + "', 'fortran_order': "
            + (fortran ? "True" : "False")
            + ", 'shape': ("
            + sizes
            + "), }\n";
    ByteBuffer file =
        ByteBuffer.allocate(10 + header.length() + places * bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    file.put((byte) 0).putShort((short) header.length());
    file.put(header.getBytes(StandardCharsets.US_ASCII));
    file.order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int place = 0; place < places; place++) {
      body.put(file, place);
    }
    return file.array();
  }

  /** Unsigned bytes, the number of the place each. */
  static byte[] bytes(int... shape) {
    return array("|u1", false, 1, (buffer, place) -> buffer.put((byte) place), shape);
  }
}
