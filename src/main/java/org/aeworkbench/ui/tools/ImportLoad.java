package org.aeworkbench.ui.tools;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.data.ImportViewModel;
import org.aeworkbench.ui.shell.Workbench;

/** Pictures that a window imports over and over, on all cores, while something else is measured. */
final class ImportLoad implements AutoCloseable {
  private static final int PICTURES = 3000;
  private static final double FRACTION = 0.1;
  private static final double STEP = 1e-4;

  private final ImportViewModel importing;
  private final Path folder;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("import load").unstarted(this::go);
  private volatile boolean ended;

  /** * @param folder for the pictures */
  ImportLoad(Workbench workbench, Path folder) {
    importing = workbench.data().importing();
    this.folder = folder;
  }

  /** Returns once the first import runs; not on the FX thread. */
  void start() {
    Dataset shapes = SampleShapes.make().training();
    for (int i = 0; i < PICTURES; i++) {
      try {
        ImageIO.write(picture(shapes, i), "png", folder.resolve(i + ".png").toFile());
      } catch (IOException e) {
        throw new ProblemException(
            "The pictures cannot be written to " + folder + ".", "Free some space there.", e);
      }
    }
    thread.start();
    FxDriver.await(importing.progressProperty(), progress -> progress != null);
  }

  /** Each time with another share of test images: what was imported before would only be opened. */
  private void go() {
    for (int round = 1; !ended; round++) {
      double share = FRACTION + STEP * round;
      FxDriver.run(() -> importing.open(folder));
      FxDriver.await(importing.previewProperty(), preview -> preview != null);
      FxDriver.run(
          () -> {
            importing.change(importing.optionsProperty().get().withTestFraction(share));
            importing.start();
          });
      FxDriver.await(importing.progressProperty(), progress -> progress == null);
    }
  }

  /** Ends the import that runs. */
  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static BufferedImage picture(Dataset data, int index) {
    int side = data.shape().width();
    int area = data.shape().height() * side;
    float[] values = data.image(index);
    BufferedImage picture =
        new BufferedImage(side, data.shape().height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < area; i++) {
      int rgb = 0;
      for (int channel = 0; channel < 3; channel++) {
        rgb = rgb << 8 | Math.round(255 * values[channel * area + i]);
      }
      picture.setRGB(i % side, i / side, rgb);
    }
    return picture;
  }
}
