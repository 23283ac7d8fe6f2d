package org.aeworkbench.ui.pictures;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all pictures to a folder in the background, see {@link PictureFolder}. Only for the FX
 * thread.
 */
final class PictureExport {
  /** What {@link #progressProperty} is while nothing is written. */
  static final double IDLE = -1;

  private static final Logger LOG = LoggerFactory.getLogger(PictureExport.class);
  private static final int BLOCK = 32;

  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
  private final Executor files;
  private final Executor fx;
  private volatile boolean cancelled;

  PictureExport(Workers workers) {
    files = workers.files();
    fx = workers.fx();
  }

  /** The share that is written, 0…1, or {@link #IDLE}. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Stops after the pictures that are being written. */
  void cancel() {
    cancelled = true;
  }

  /**
   * Writes; without effect while it does already.
   *
   * @param ranking of the test set, null if it is not known
   * @param channel whose errors are drawn
   * @param outcome gets one line in the end, whatever happens
   */
  void run(
      LiveModel model,
      List<PictureEntry> pictures,
      @Nullable ErrorRanking ranking,
      ErrorChannel channel,
      Path folder,
      Consumer<String> outcome) {
    if (progress.get() != IDLE) {
      return;
    }
    cancelled = false;
    progress.set(0);
    try {
      files.execute(
          () -> {
            String said = written(model, pictures, ranking, channel, folder);
            fx.execute(() -> end(said, outcome));
          });
    } catch (RejectedExecutionException e) {
      // The window is closing.
      end("", outcome);
    }
  }

  private void end(String said, Consumer<String> outcome) {
    progress.set(IDLE);
    outcome.accept(said);
  }

  private String written(
      LiveModel model,
      List<PictureEntry> pictures,
      @Nullable ErrorRanking ranking,
      ErrorChannel channel,
      Path folder) {
    try {
      return write(model, pictures, ranking, channel, folder);
    } catch (ProblemException e) {
      LOG.info("The pictures were not exported", e);
      return String.valueOf(e.getMessage());
    } catch (Throwable e) {
      // An Error too: nobody else would hear of it, and the export would stay busy for ever.
      LOG.error("The pictures could not be exported to {}", folder, e);
      return "The pictures could not be saved (" + e + "). The log has details.";
    }
  }

  private String write(
      LiveModel model,
      List<PictureEntry> pictures,
      @Nullable ErrorRanking ranking,
      ErrorChannel channel,
      Path folder) {
    ImageShape shape = model.autoencoder().spec().image();
    List<PictureEntry> inked =
        pictures.stream().filter(p -> !p.seen().blank() && p.seen().shape().equals(shape)).toList();
    PictureFolder out = new PictureFolder(folder, inked, ranking, channel);
    for (int from = 0; from < inked.size() && !cancelled; from += BLOCK) {
      List<PictureEntry> block = inked.subList(from, Math.min(from + BLOCK, inked.size()));
      List<PictureResult> results = PictureResult.of(model, block);
      for (int i = 0; i < block.size(); i++) {
        out.write(block.get(i), results.get(i));
      }
      double share = (double) (from + block.size()) / inked.size();
      fx.execute(() -> progress.set(share));
    }
    out.writeTable();
    return said(out.count(), inked.size(), pictures.size() - inked.size(), folder);
  }

  private static String said(int done, int inked, int blank, Path folder) {
    String left =
        blank == 0
            ? ""
            : String.format(
                Locale.ROOT, " %d without ink %s left out.", blank, blank == 1 ? "is" : "are");
    if (done < inked) {
      return String.format(Locale.ROOT, "Stopped after %d of %d pictures.", done, inked) + left;
    }
    return String.format(
            Locale.ROOT,
            "Saved %d %s and pictures.csv to %s.",
            done,
            done == 1 ? "picture" : "pictures",
            folder)
        + left;
  }
}
