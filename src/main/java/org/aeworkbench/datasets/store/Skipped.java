package org.aeworkbench.datasets.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a source could not be taken.
 *
 * @param count how many
 * @param first a line for each of the first {@value #MOST_LINES}: which, and why
 */
public record Skipped(int count, List<String> first) {
  /** So many are named. */
  public static final int MOST_LINES = 100;

  /** Nothing. */
  public static final Skipped NONE = new Skipped(0, List.of());

  /** Copies the list. */
  public Skipped {
    first = List.copyOf(first);
  }

  /** Collects them. For one thread. */
  public static final class Collector {
    private final List<String> first = new ArrayList<>();
    private int count;

    /** One more; {@code line} says which and why, a sentence without a full stop. */
    public void add(String line) {
      if (count++ < MOST_LINES) {
        first.add(line);
      }
    }

    /** How many there are so far. */
    public int count() {
      return count;
    }

    /** All so far. */
    public Skipped toSkipped() {
      return new Skipped(count, first);
    }
  }
}
