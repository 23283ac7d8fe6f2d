package org.aeworkbench.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Writes models while the training goes on, on a thread of its own: the newest there is whenever it
 * has written the one before.
 */
final class CheckpointWriter implements AutoCloseable {
  private final Consumer<TrainedModel> writing;
  private final Consumer<String> onFailure;
  private final AtomicReference<@Nullable TrainedModel> waiting = new AtomicReference<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("checkpoints").daemon().factory());
  private volatile boolean failing;

  /**
   * @param writing writes a model, wholly or not at all
   * @param onFailure is told, on the writer's thread, that it could not; once until it can again
   */
  CheckpointWriter(Consumer<TrainedModel> writing, Consumer<String> onFailure) {
    this.writing = writing;
    this.onFailure = onFailure;
  }

  /** Does something before the first model is written, on the same thread. */
  void prepare(Runnable preparation) {
    thread.execute(
        () -> {
          try {
            preparation.run();
          } catch (ProblemException e) {
            // Writing will meet it again, and say so.
          }
        });
  }

  /** Never waits. */
  void offer(TrainedModel model) {
    if (waiting.getAndSet(model) == null) {
      thread.execute(this::write);
    }
  }

  private void write() {
    TrainedModel model = waiting.getAndSet(null);
    if (model == null) {
      return;
    }
    try {
      writing.accept(model);
      failing = false;
    } catch (ProblemException e) {
      if (!failing) {
        failing = true;
        onFailure.accept(e.getMessage());
      }
    }
  }

  /** Leaves what waits unwritten, and waits for what is being written. */
  @Override
  public void close() {
    waiting.set(null);
    thread.shutdown();
    try {
      thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
