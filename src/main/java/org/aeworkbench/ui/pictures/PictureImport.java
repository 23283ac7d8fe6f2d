package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.common.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pictures in the background, one after the other. Only for the FX thread. */
final class PictureImport {
  private static final Logger LOG = LoggerFactory.getLogger(PictureImport.class);
  private static final int MOST_LINES = 3;

  private final Executor files;
  private final Executor fx;
  private final Consumer<PictureEntry> onPicture;
  private final Consumer<String> onProblem;
  private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(0);
  private final AtomicLong ids = new AtomicLong();
  private final List<String> problems = new ArrayList<>();
  private volatile long generation;

  /**
   * @param onPicture gets every picture that was read
   * @param onProblem gets a line for a file that was not
   */
  PictureImport(Workers workers, Consumer<PictureEntry> onPicture, Consumer<String> onProblem) {
    files = workers.files();
    fx = workers.fx();
    this.onPicture = onPicture;
    this.onProblem = onProblem;
  }

  /** How many pictures are still to be read. */
  ReadOnlyIntegerProperty pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** Reads files. */
  void read(List<Path> paths) {
    pending.set(pending.get() + paths.size());
    for (Path path : paths) {
      prepare(String.valueOf(path.getFileName()), () -> PictureReader.read(path));
    }
  }

  /** Reads what is in memory already. */
  void read(String name, Callable<BufferedImage> picture) {
    pending.set(pending.get() + 1);
    prepare(name, picture);
  }

  /** Lets what is not yet read be. */
  void cancel() {
    generation++;
    pending.set(0);
    tellProblems();
  }

  private void prepare(String name, Callable<BufferedImage> picture) {
    long mine = generation;
    files.execute(
        () -> {
          if (mine != generation) {
            return;
          }
          try {
            PictureEntry entry = PictureEntry.of(ids.incrementAndGet(), name, picture.call());
            fx.execute(() -> done(mine, () -> onPicture.accept(entry)));
          } catch (ProblemException e) {
            fx.execute(() -> done(mine, () -> problems.add(e.getMessage())));
          } catch (OutOfMemoryError e) {
            fx.execute(
                () -> done(mine, () -> problems.add(name + " is too large. Make it smaller.")));
          } catch (Exception e) {
            LOG.error("{} could not be read", name, e);
            fx.execute(
                () ->
                    done(
                        mine,
                        () -> problems.add(name + " could not be read (" + e + "). See the log.")));
          }
        });
  }

  private void done(long of, Runnable then) {
    if (of == generation) {
      then.run();
      pending.set(pending.get() - 1);
      if (pending.get() == 0) {
        tellProblems();
      }
    }
  }

  private void tellProblems() {
    problems.stream().limit(MOST_LINES).forEach(onProblem);
    int more = problems.size() - MOST_LINES;
    if (more > 0) {
      onProblem.accept(
          String.format(
              Locale.ROOT,
              "%d more %s could not be read. Use PNG, JPEG, GIF or BMP files.",
              more,
              more == 1 ? "file" : "files"));
    }
    problems.clear();
  }
}
