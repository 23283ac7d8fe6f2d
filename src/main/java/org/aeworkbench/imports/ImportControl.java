package org.aeworkbench.imports;

import java.util.concurrent.CancellationException;

/**
 * How far an import is, and its end before the time. Safe for any thread: one imports, another
 * looks now and then.
 */
public final class ImportControl {
  private volatile long done;
  private volatile long total;
  private volatile long bytes;
  private volatile boolean cancelled;

  /** Images read so far, those that had to be skipped too. */
  public long done() {
    return done;
  }

  /** Images there are, 0 while nobody knows. */
  public long total() {
    return total;
  }

  /** Bytes of images written so far. */
  public long bytes() {
    return bytes;
  }

  /** Ends the import soon: it leaves nothing behind. */
  public void cancel() {
    cancelled = true;
  }

  /** True once it is to end. */
  public boolean isCancelled() {
    return cancelled;
  }

  void begin(long images) {
    done = 0;
    bytes = 0;
    total = Math.max(0, images);
  }

  void advance(long images, long written) {
    done = images;
    bytes = written;
  }

  void check() {
    if (cancelled) {
      throw new CancellationException("the import was cancelled");
    }
  }
}
