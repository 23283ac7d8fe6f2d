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
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.pictures.DigitPicture;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PackedPicture;
import org.aeworkbench.pictures.PictureFiles;
import org.aeworkbench.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pictures in the background, one after the other, and hands them over some at a time. Only
 * for the FX thread.
 */
final class PictureImport {
  private static final Logger LOG = LoggerFactory.getLogger(PictureImport.class);
  private static final int MOST_LINES = 3;

  private final Executor files;
  private final Executor fx;
  private final Receiver receiver;
  private final Consumer<String> onProblem;
  private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(0);
  private final AtomicLong ids = new AtomicLong();
  private final List<String> problems = new ArrayList<>();
  private Batches batches;
  private volatile PictureTreatment treatment = PictureTreatment.FULL;

  /** Takes pictures. */
  interface Receiver {
    /**
     * Gets pictures that were read.
     *
     * @param more false for the first ones since nothing was being read
     */
    void add(List<PictureEntry> pictures, boolean more);
  }

  /**
   * @param onProblem gets a line for a file that was not read or has no ink
   */
  PictureImport(Workers workers, Receiver receiver, Consumer<String> onProblem) {
    files = workers.files();
    fx = workers.fx();
    this.receiver = receiver;
    this.onProblem = onProblem;
    batches = newBatches();
  }

  /** What is to be done with pictures that are read from now on. */
  void setTreatment(PictureTreatment usual) {
    treatment = usual;
  }

  /** How many pictures are still to be read. */
  ReadOnlyIntegerProperty pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** Reads files; a folder stands for the pictures in it. */
  void read(List<Path> paths) {
    Batches mine = begin(1);
    files.execute(
        () -> {
          PictureFiles.Found found = PictureFiles.of(paths);
          fx.execute(
              () -> {
                if (mine == batches) {
                  found.problems().forEach(problem -> problems.add(problem.getMessage()));
                  begin(found.files().size());
                  found.files().forEach(file -> readFile(mine, file));
                }
                if (mine == batches) {
                  done(1);
                }
              });
        });
  }

  private void readFile(Batches mine, Path file) {
    String name = String.valueOf(file.getFileName());
    PictureOrigin origin = new PictureOrigin.OfFile(file);
    work(mine, name, () -> entry(name, origin, origin.read()));
  }

  /** Reads what is in memory already. */
  void read(String name, Callable<BufferedImage> picture) {
    work(
        begin(1),
        name,
        () -> {
          PackedPicture packed = PackedPicture.of(picture.call());
          // What is looked at later is what is looked at now.
          return entry(name, new PictureOrigin.InMemory(packed), packed.read());
        });
  }

  /**
   * Finds every digit of a picture.
   *
   * @param parts gets them, nothing if it fails
   */
  void split(PictureEntry picture, Consumer<List<PictureEntry>> parts) {
    Batches mine = begin(1);
    files.execute(
        () -> {
          if (mine.areCancelled()) {
            return;
          }
          try {
            List<PictureEntry> found = digits(picture);
            fx.execute(() -> finish(mine, () -> parts.accept(found)));
          } catch (Throwable e) {
            String problem = problem(picture.name(), e);
            fx.execute(() -> finish(mine, () -> problems.add(problem)));
          }
        });
  }

  private List<PictureEntry> digits(PictureEntry picture) {
    BufferedImage source = picture.origin().read();
    List<DigitPicture> found = DigitPipeline.each(source, picture.treatment().steps());
    List<PictureEntry> digits = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      digits.add(picture.part(ids.incrementAndGet(), i + 1, found.get(i)));
    }
    return digits;
  }

  /** Lets what is not yet read be. */
  void cancel() {
    batches.cancel();
    batches = newBatches();
    pending.set(0);
    tellProblems();
  }

  private Batches newBatches() {
    return new Batches(fx, this::deliver);
  }

  private Batches begin(int count) {
    if (pending.get() == 0) {
      batches = newBatches();
    }
    pending.set(pending.get() + count);
    return batches;
  }

  private PictureEntry entry(String name, PictureOrigin origin, BufferedImage source) {
    return PictureEntry.of(ids.incrementAndGet(), name, origin, source, treatment);
  }

  private void work(Batches mine, String name, Callable<PictureEntry> reading) {
    mine.expect();
    files.execute(
        () -> {
          if (mine.areCancelled()) {
            return;
          }
          try {
            mine.add(reading.call());
          } catch (Throwable e) {
            mine.fail(problem(name, e));
          }
        });
  }

  private static String problem(String name, Throwable e) {
    if (e instanceof ProblemException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof OutOfMemoryError) {
      return name + " is too large. Make it smaller.";
    }
    LOG.error("{} could not be read", name, e);
    return name + " could not be read (" + e + "). See the log.";
  }

  private void deliver(Batches of, List<PictureEntry> pictures, List<String> failures) {
    finish(
        of,
        pictures.size() + failures.size(),
        () -> {
          problems.addAll(failures);
          pictures.stream()
              .filter(picture -> picture.seen().blank())
              .forEach(picture -> problems.add(picture.noInk() + "."));
          if (!pictures.isEmpty()) {
            receiver.add(pictures, of.handOver());
          }
        });
  }

  private void finish(Batches of, Runnable then) {
    finish(of, 1, then);
  }

  private void finish(Batches of, int count, Runnable then) {
    if (of == batches) {
      then.run();
    }
    // The receiver may have cancelled.
    if (of == batches) {
      done(count);
    }
  }

  private void done(int count) {
    pending.set(pending.get() - count);
    if (pending.get() == 0) {
      tellProblems();
    }
  }

  private void tellProblems() {
    problems.stream().limit(MOST_LINES).forEach(onProblem);
    int more = problems.size() - MOST_LINES;
    if (more > 0) {
      onProblem.accept(
          String.format(
              Locale.ROOT,
              "%d more %s could not be read or %s no ink.",
              more,
              more == 1 ? "picture" : "pictures",
              more == 1 ? "has" : "have"));
    }
    problems.clear();
  }
}
