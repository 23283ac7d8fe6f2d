package org.aeworkbench.datasets.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A number for each of many images, equal for equal ones. For one thread. */
final class ImageHashes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private long[] hashes = new long[1024];
  private int size;

  /** One more image. */
  void add(byte[] bytes, int from, int length) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash(bytes, from, length);
  }

  /** How many of these are among the others; changes their order. */
  int among(ImageHashes others) {
    Arrays.sort(others.hashes, 0, others.size);
    int found = 0;
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(others.hashes, 0, others.size, hashes[i]) >= 0) {
        found++;
      }
    }
    return found;
  }

  private static long hash(byte[] bytes, int from, int length) {
    long hash = length;
    int i = from;
    for (; i <= from + length - Long.BYTES; i += Long.BYTES) {
      hash = mixed(hash ^ (long) LONGS.get(bytes, i));
    }
    for (; i < from + length; i++) {
      hash = mixed(hash ^ bytes[i]);
    }
    return hash;
  }

  private static long mixed(long x) {
    long product = x * FACTOR;
    return (product ^ product >>> 32) * FACTOR;
  }
}
