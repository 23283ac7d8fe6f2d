package org.aeworkbench.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeworkbench.imports.source.Item;
import org.aeworkbench.imports.source.Items;

/**
 * Converts images on several threads, and gives them back in their order. Some blocks are on their
 * way at a time, however many images there are.
 */
final class Workers implements AutoCloseable {
  private static final int BLOCK = 32;
  private static final int BLOCKS_EACH = 6;

  private final Items items;
  private final Conversion conversion;
  private final ImportControl control;
  private final int most;
  private final ExecutorService pool;
  private final Deque<Future<List<Conversion.Result>>> waiting = new ArrayDeque<>();

  Workers(Items items, Conversion conversion, int threads, ImportControl control) {
    this.items = items;
    this.conversion = conversion;
    this.control = control;
    most = threads * BLOCKS_EACH;
    pool =
        Executors.newFixedThreadPool(
            threads,
            Thread.ofPlatform()
                .daemon()
                .name("import-", 0)
                .priority(Thread.MIN_PRIORITY)
                .factory());
  }

  /**
   * The next images; none at the end.
   *
   * @throws CancellationException if the control ends it
   */
  List<Conversion.Result> next() {
    control.check();
    while (waiting.size() < most) {
      List<Item> block = block();
      if (block.isEmpty()) {
        break;
      }
      waiting.add(pool.submit(() -> converted(block)));
    }
    Future<List<Conversion.Result>> first = waiting.poll();
    if (first == null) {
      return List.of();
    }
    try {
      return first.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the import was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Item> block() {
    List<Item> block = new ArrayList<>(BLOCK);
    while (block.size() < BLOCK) {
      Item item = items.next();
      if (item == null) {
        break;
      }
      block.add(item);
    }
    return block;
  }

  private List<Conversion.Result> converted(List<Item> block) {
    List<Conversion.Result> results = new ArrayList<>(block.size());
    for (Item item : block) {
      control.check();
      results.add(conversion.of(item));
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
