package org.aeworkbench.ui.reconstruction;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes pictures of images in the background and says what came of it. */
final class FigureFile {
  private static final Logger LOG = LoggerFactory.getLogger(FigureFile.class);

  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final Executor files;
  private final Executor fx;

  FigureFile(Workers workers) {
    files = workers.files();
    fx = workers.fx();
  }

  ReadOnlyStringProperty outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  void save(ShownImages shown, ErrorChannel channel, Path file) {
    if (shown.isReconstructed()) {
      write(
          () ->
              ReconstructionFigure.renderWithErrors(
                  shown.shape(),
                  shown.images().stream().map(ShownImages.Item::original).toArray(float[][]::new),
                  shown.images().stream()
                      .map(ShownImages.Item::reconstruction)
                      .toArray(float[][]::new),
                  channel),
          file);
    }
  }

  void saveLabFigure(Supplier<@Nullable Autoencoder> network, Dataset test, Path file) {
    write(
        () -> {
          Autoencoder shown = network.get();
          return shown == null ? null : ReconstructionFigure.ofLab(shown, test);
        },
        file);
  }

  private void write(Supplier<@Nullable BufferedImage> picture, Path file) {
    outcome.set("");
    files.execute(
        () -> {
          String said = written(picture, file);
          fx.execute(() -> outcome.set(said));
        });
  }

  private static String written(Supplier<@Nullable BufferedImage> picture, Path file) {
    try {
      BufferedImage image = picture.get();
      if (image == null) {
        return "There is no network to draw yet.";
      }
      byte[] png = ReconstructionFigure.png(image);
      AtomicFile.write(file, out -> out.write(png));
      return "Saved " + file.getFileName() + ".";
    } catch (ProblemException e) {
      LOG.info("The picture was not saved", e);
      return String.valueOf(e.getMessage());
    } catch (Throwable e) {
      // The thread that saves keeps what is thrown to itself: nobody would ever hear of it.
      LOG.error("{} could not be drawn and saved", file, e);
      return "The picture could not be saved (" + e + "). The log has details.";
    }
  }
}
