package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.files.OutputFolder;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.common.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Writes all pictures to a folder: what the network saw, its reconstruction, both with the error,
 * and a table of the losses. Only for the FX thread; the writing is done elsewhere.
 */
final class PictureExport {
  /** What {@link #progressProperty} is while nothing is written. */
  static final double IDLE = -1;

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

  /** Stops after the picture that is being written. */
  void cancel() {
    cancelled = true;
  }

  /**
   * Writes; without effect while it does already.
   *
   * @param results of all pictures
   * @param ranking of the test set, null if it is not known
   * @param outcome gets one line in the end
   */
  void run(
      List<PictureEntry> pictures,
      Map<Long, PictureResult> results,
      @Nullable ErrorRanking ranking,
      Path folder,
      Consumer<String> outcome) {
    if (progress.get() != IDLE) {
      return;
    }
    cancelled = false;
    progress.set(0);
    files.execute(
        () -> {
          String said = write(pictures, results, ranking, folder);
          fx.execute(
              () -> {
                progress.set(IDLE);
                outcome.accept(said);
              });
        });
  }

  private String write(
      List<PictureEntry> pictures,
      Map<Long, PictureResult> results,
      @Nullable ErrorRanking ranking,
      Path folder) {
    StringBuilder table =
        new StringBuilder("picture,file,crossEntropy,squaredError,worseThanPercentOfTestSet\n");
    Set<String> taken = new HashSet<>();
    int done = 0;
    int seen = 0;
    try {
      OutputFolder.check(folder);
      for (PictureEntry picture : pictures) {
        if (cancelled) {
          AtomicFile.writeText(folder.resolve("pictures.csv"), table);
          return String.format(
              Locale.ROOT, "Stopped after %d of %d pictures.", done, pictures.size());
        }
        PictureResult result = results.get(picture.id());
        if (result != null) {
          String name = freeName(picture.name(), taken);
          writeImages(result, folder, name);
          table.append(line(picture.name(), name, result, ranking));
          done++;
        }
        double share = (double) ++seen / pictures.size();
        fx.execute(() -> progress.set(share));
      }
      AtomicFile.writeText(folder.resolve("pictures.csv"), table);
      return String.format(
          Locale.ROOT,
          "Saved %d %s and pictures.csv to %s.",
          done,
          done == 1 ? "picture" : "pictures",
          folder);
    } catch (ProblemException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void writeImages(PictureResult result, Path folder, String name) {
    write(folder.resolve(name + "-seen.png"), ReconstructionFigure.digit(result.seen()));
    write(
        folder.resolve(name + "-reconstruction.png"),
        ReconstructionFigure.digit(result.reconstruction()));
    write(
        folder.resolve(name + "-comparison.png"),
        ReconstructionFigure.renderWithErrors(
            new float[][] {result.seen()}, new float[][] {result.reconstruction()}));
  }

  private static void write(Path file, BufferedImage image) {
    byte[] png = ReconstructionFigure.png(image);
    AtomicFile.write(file, out -> out.write(png));
  }

  private static String line(
      String picture, String file, PictureResult result, @Nullable ErrorRanking ranking) {
    return String.format(
        Locale.ROOT,
        "\"%s\",%s,%.6f,%.6f,%s%n",
        picture.replace("\"", "\"\""),
        file,
        result.loss(),
        result.squaredError(),
        ranking == null
            ? ""
            : String.format(Locale.ROOT, "%.2f", ranking.percentile(result.loss())));
  }

  /** A name that every system takes and that no picture before has. */
  static String freeName(String picture, Set<String> taken) {
    int dot = picture.lastIndexOf('.');
    String base =
        (dot > 0 ? picture.substring(0, dot) : picture).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    String name = base;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}
