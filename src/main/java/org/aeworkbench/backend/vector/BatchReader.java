package org.aeworkbench.backend.vector;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeworkbench.datasets.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Brings the batches of a data set that is in a file into memory, the next one while the engine
 * computes: what is not in memory yet comes from the disk, in milliseconds an image on a slow one.
 * For one thread at a time.
 */
final class BatchReader implements AutoCloseable {
  private final ExecutorService ahead =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("batch-reader").factory());
  private byte[] given = new byte[0];
  private byte[] spare = new byte[0];
  private @Nullable Ahead next;

  private record Ahead(Dataset data, int[] order, int from, int count, Future<byte[]> bytes) {
    boolean is(Dataset wanted, int[] wantedOrder, int wantedFrom, int wantedCount) {
      return data == wanted && order == wantedOrder && from == wantedFrom && count == wantedCount;
    }
  }

  /**
   * The bytes of a batch.
   *
   * @return {@code count} images from its beginning on; of this reader until the next call
   */
  byte[] read(Dataset data, int[] order, int from, int count) {
    Ahead begun = next;
    next = null;
    byte[] bytes =
        begun == null ? copied(data, order, from, count, spare) : finished(begun.bytes());
    if (begun != null && !begun.is(data, order, from, count)) {
      bytes = copied(data, order, from, count, bytes);
    }
    spare = given;
    given = bytes;
    int following = from + count;
    if (following < order.length) {
      int length = Math.min(count, order.length - following);
      byte[] target = spare;
      next =
          new Ahead(
              data,
              order,
              following,
              length,
              ahead.submit(() -> copied(data, order, following, length, target)));
    }
    return bytes;
  }

  private static byte[] copied(Dataset data, int[] order, int from, int count, byte[] target) {
    int length = count * data.shape().size();
    byte[] bytes = target.length < length ? new byte[length] : target;
    data.copyBytes(order, from, count, bytes);
    return bytes;
  }

  private static byte[] finished(Future<byte[]> bytes) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return bytes.get();
        } catch (InterruptedException e) {
          interrupted = true; // the engine looks at it before it computes
        } catch (ExecutionException e) {
          throw new IllegalStateException("a batch could not be read", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    ahead.shutdown();
  }
}
