package org.aeworkbench.imports.source;

/** An order that the seed decides, the same on every machine for ever. */
final class Shuffle {
  private Shuffle() {}

  /** The numbers from 0 up to count, each once. */
  static int[] of(int count, long seed) {
    int[] order = new int[count];
    SplitMix random = new SplitMix(seed);
    for (int i = 0; i < count; i++) {
      int other = random.below(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
