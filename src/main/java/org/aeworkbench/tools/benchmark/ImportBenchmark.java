package org.aeworkbench.tools.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.imports.ImportControl;
import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.imports.Importer;
import org.aeworkbench.imports.source.Content;
import org.aeworkbench.imports.source.DataSource;
import org.aeworkbench.imports.source.Item;
import org.aeworkbench.imports.source.Items;
import org.aeworkbench.problem.ProblemException;

/** Times imports against the decoder of their images. What it converts it deletes. */
public final class ImportBenchmark {
  private static final int BLOCK = 32;
  private static final int WARM_UP = 2000;
  private static final double NANOS = 1e9;

  private static final ThreadFactory LIKE_THE_IMPORT =
      Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).factory();

  private final Path path;
  private final ImportOptions options;
  private final int threads;

  /**
   * @param path of the source
   * @param threads that decode, at least 1
   */
  public ImportBenchmark(Path path, ImportOptions options, int threads) {
    this.path = path;
    this.options = options;
    this.threads = threads;
  }

  /**
   * Decodes all images twice over and imports them once.
   *
   * @throws ProblemException if there is nothing to import, or no room for it
   * @throws InterruptedException if interrupted
   */
  public ImportMeasurement run() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("aeworkbench-bench");
      try {
        return measure(new DatasetCache(folder));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "There is no room for temporary files.", "Free some space in the system's folder.", e);
    }
  }

  private ImportMeasurement measure(DatasetCache cache) throws InterruptedException {
    long began = System.nanoTime();
    try (DataSource source = DataSource.of(path, options.image())) {
      double looking = (System.nanoTime() - began) / NANOS;
      try (Items items = source.sample(WARM_UP)) {
        new Decoding(items, Long.MAX_VALUE).run();
      }
      try (Items items = source.items(options.splitSeed())) {
        Decoding before = new Decoding(items, source.count() / 2);
        before.run();
        began = System.nanoTime();
        StoredData stored = new Importer(cache, threads).open(path, options, new ImportControl());
        double importing = (System.nanoTime() - began) / NANOS - looking;
        Decoding behind = new Decoding(items, Long.MAX_VALUE);
        behind.run();
        long images = before.done + behind.done;
        began = System.nanoTime();
        if (cache.describe(stored.file()).isEmpty()) {
          throw new IllegalStateException("what was imported is not in the cache");
        }
        return new ImportMeasurement(
            images,
            threads,
            images / (before.seconds + behind.seconds),
            images / importing,
            looking,
            (System.nanoTime() - began) / NANOS);
      }
    }
  }

  /** Images on all threads, each merely made pixels of. */
  private final class Decoding {
    private final Items items;
    private final long most;
    private long taken;
    private long done;
    private double seconds;

    Decoding(Items items, long most) {
      this.items = items;
      this.most = most;
    }

    void run() throws InterruptedException {
      long began = System.nanoTime();
      try (ExecutorService pool = Executors.newFixedThreadPool(threads, LIKE_THE_IMPORT)) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          running.add(pool.submit(this::work));
        }
        for (Future<?> one : running) {
          one.get();
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof ProblemException problem
            ? problem
            : new IllegalStateException(e.getCause());
      }
      seconds = (System.nanoTime() - began) / NANOS;
      done = taken;
    }

    private void work() {
      for (List<Item> block = block(); !block.isEmpty(); block = block()) {
        block.forEach(item -> decode(item.content()));
      }
    }

    private synchronized List<Item> block() {
      List<Item> block = new ArrayList<>(BLOCK);
      while (block.size() < BLOCK && taken < most) {
        Item item = items.next();
        if (item == null) {
          break;
        }
        block.add(item);
        taken++;
      }
      return block;
    }

    private static void decode(Content content) {
      try {
        switch (content) {
          case Content.Picture picture -> picture.read();
          case Content.Row row -> row.read();
          case Content.Pixels pixels -> {}
        }
      } catch (ProblemException e) {
        // The import skips it too.
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
