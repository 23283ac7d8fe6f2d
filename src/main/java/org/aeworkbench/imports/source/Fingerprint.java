package org.aeworkbench.imports.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Of a source as it is: another one once a file has come, gone, or been written to. */
final class Fingerprint {
  private Fingerprint() {}

  /** Of names, sizes and times. */
  static String of(List<Leaf> leaves) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
      for (Leaf leaf : leaves) {
        digest.update(leaf.path().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(numbers.clear().putLong(leaf.size()).putLong(leaf.modified()).array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
