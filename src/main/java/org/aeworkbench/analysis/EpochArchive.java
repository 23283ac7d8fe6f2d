package org.aeworkbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.network.Autoencoder;
import org.jspecify.annotations.Nullable;

/**
 * How a network was after each epoch of a run, in bounded memory, so that any digit can be shown as
 * it was at any time (src/docs/adr/0010).
 *
 * <p>Parameters are kept with half precision: the pictures differ by less than a grey level. When
 * the budget is used up, every second epoch between the first and the latest is dropped, and of
 * those to come only every second, fourth, … is kept. Safe for any thread; recording takes well
 * under a millisecond.
 */
public final class EpochArchive {
  /** Enough for each of the lab's runs without dropping an epoch. */
  public static final long DEFAULT_BUDGET = 64L << 20;

  private final long budget;
  private final TreeMap<Integer, short[]> epochs = new TreeMap<>();
  private @Nullable NetworkSpec spec;
  private long run = Long.MIN_VALUE;
  private int stride = 1;

  /**
   * @param budget bytes to keep; two states are kept in any case
   */
  public EpochArchive(long budget) {
    this.budget = budget;
  }

  /**
   * Keeps a state; another run's first one forgets the run before.
   *
   * @param newRun identifies the run
   * @param epoch counted from 1; 0 is the untrained network
   */
  public synchronized void record(long newRun, int epoch, Autoencoder state) {
    if (newRun != run || !state.spec().equals(spec)) {
      epochs.clear();
      stride = 1;
      run = newRun;
      spec = state.spec();
    }
    // A run that was reset and trained anew under the same number goes back in time.
    epochs.tailMap(epoch, true).clear();
    dropLatestOffStride();
    epochs.put(epoch, halves(state.parameters()));
    while (epochs.size() > 2 && bytes() > budget) {
      stride *= 2;
      thin();
    }
  }

  /** The epochs that are kept, in order. */
  public synchronized List<Integer> epochs() {
    return new ArrayList<>(epochs.keySet());
  }

  /** The run they belong to. */
  public synchronized long run() {
    return run;
  }

  /** The network after the latest kept epoch that is not after this one; null if there is none. */
  public synchronized @Nullable Autoencoder at(int epoch) {
    Map.Entry<Integer, short[]> entry = epochs.floorEntry(epoch);
    return entry == null || spec == null ? null : new Autoencoder(spec, floats(entry.getValue()));
  }

  /** Bytes in use. */
  public synchronized long bytes() {
    return epochs.isEmpty() ? 0 : 2L * epochs.size() * epochs.firstEntry().getValue().length;
  }

  // The latest is always kept, until a later one comes.
  private void dropLatestOffStride() {
    if (!epochs.isEmpty() && !isKept(epochs.lastKey())) {
      epochs.pollLastEntry();
    }
  }

  private void thin() {
    int last = epochs.lastKey();
    epochs.keySet().removeIf(epoch -> epoch != last && !isKept(epoch));
  }

  private boolean isKept(int epoch) {
    return epoch <= 1 || epoch % stride == 0;
  }

  private static short[] halves(float[] values) {
    short[] halves = new short[values.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Float.floatToFloat16(values[i]);
    }
    return halves;
  }

  private static float[] floats(short[] halves) {
    float[] values = new float[halves.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.float16ToFloat(halves[i]);
    }
    return values;
  }
}
