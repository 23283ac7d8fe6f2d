package org.aeworkbench.datasets;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Element types of IDX files, big-endian; the numbers are the format's. */
enum IdxType {
  UNSIGNED_BYTE(0x08),
  SIGNED_BYTE(0x09),
  SHORT(0x0B),
  INT(0x0C),
  FLOAT(0x0D),
  DOUBLE(0x0E);

  private final int code;

  IdxType(int code) {
    this.code = code;
  }

  /** The type of a header's third byte; empty if there is none. */
  static Optional<IdxType> of(int code) {
    return Stream.of(values()).filter(type -> type.code == code).findFirst();
  }

  /** The next element. */
  double read(DataInputStream in) throws IOException {
    return switch (this) {
      case UNSIGNED_BYTE -> in.readUnsignedByte();
      case SIGNED_BYTE -> in.readByte();
      case SHORT -> in.readShort();
      case INT -> in.readInt();
      case FLOAT -> in.readFloat();
      case DOUBLE -> in.readDouble();
    };
  }
}
