package org.aeworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.cli.Cli;
import org.aeworkbench.cli.Console;
import org.aeworkbench.cli.WindowPrograms;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.tools.benchmark.UiMeasurement;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.data.ImportViewModel;
import org.aeworkbench.ui.shell.Workbench;
import org.aeworkbench.ui.shell.WorkbenchSettings;
import org.aeworkbench.ui.shell.WorkbenchStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same folder, size and seed give the same model in the window and on the command line. */
class SameResultTest {
  private static final ImageShape SHAPE = new ImageShape(16, 20, 3);
  private static final String ENCODER = "conv:4:relu:stride2 dense:9:tanh";
  private static final String DECODER = "dense:320:relu reshape:4:8:10 up conv:3:sigmoid";

  @TempDir private Path home = Path.of("");
  @TempDir private Path pictures = Path.of("");

  private void draw() throws IOException {
    Dataset shapes = SampleShapes.make().test();
    for (int i = 0; i < 40; i++) {
      Path folder = Files.createDirectories(pictures.resolve(shapes.className(i)));
      ImageIO.write(picture(shapes, i), "png", folder.resolve(i + ".png").toFile());
    }
  }

  private static BufferedImage picture(Dataset data, int index) {
    float[] values = data.image(index);
    int area = 32 * 32;
    BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < area; i++) {
      int red = Math.round(255 * values[i]);
      int green = Math.round(255 * values[area + i]);
      int blue = Math.round(255 * values[2 * area + i]);
      picture.setRGB(i % 32, i / 32, red << 16 | green << 8 | blue);
    }
    return picture;
  }

  @Test
  void inTheWindowAndOnTheCommandLine() throws IOException {
    draw();
    TrainedModel window = inTheWindow();
    Path out = home.resolve("out");
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    Console console = new Console(writer, writer, writer, false);
    String[] line = {
      "train",
      "--data",
      pictures.toString(),
      "--image",
      "16x20x3",
      "--encoder",
      ENCODER,
      "--decoder",
      DECODER,
      "--epochs",
      "3",
      "--batch-size",
      "8",
      "--seed",
      "7",
      "--optimizer",
      "adam",
      "--out",
      out.toString()
    };
    assertThat(new Cli(console, new NoWindow()).run(line)).as(said.toString()).isZero();
    TrainedModel cli = ModelFile.load(out.resolve("model.aemodel"));
    assertThat(cli.plan()).isEqualTo(window.plan());
    assertThat(cli.provenance().dataChecksum()).isEqualTo(window.provenance().dataChecksum());
    assertThat(cli.parameters()).isEqualTo(window.parameters());
  }

  private TrainedModel inTheWindow() {
    DataSplit small = Networks.small();
    WorkbenchSettings settings = new WorkbenchSettings(UserFolders.under(home), 2, () -> small);
    WorkbenchStage stage = Fx.get(() -> new WorkbenchStage(new Stage(), settings));
    Workbench workbench = stage.workbench();
    try {
      Fx.run(stage::show);
      Fx.await("the data is there", () -> workbench.training().readyProperty().get());
      ImportViewModel importing = workbench.data().importing();
      Fx.run(() -> workbench.data().look(pictures));
      Fx.await("it is looked at", () -> importing.previewProperty().get() != null);
      Fx.run(
          () -> {
            importing.change(importing.optionsProperty().get().withImage(SHAPE));
            importing.start();
          });
      Fx.await(
          "it is used",
          () -> Objects.requireNonNull(workbench.data().usedProperty().get()).stored() != null);
      Fx.run(
          () -> {
            NetworkSpec spec = NetworkSpec.parse("16x20x3 | " + ENCODER + " | " + DECODER);
            workbench.experiment().change(plan -> plan.withSpec(spec).withEpochs(3));
            workbench.experiment().change(plan -> plan.withBatchSize(8).withSeed(7));
            workbench.experiment().chooseOptimizer("adam");
            workbench.experiment().train();
          });
      Fx.await(
          "it is trained",
          () ->
              workbench.training().stateProperty().get() == TrainingState.IDLE
                  && workbench.training().modelProperty().get() != null);
      return Objects.requireNonNull(Fx.get(() -> workbench.training().modelProperty().get()));
    } finally {
      Fx.run(stage::close);
      Fx.run(stage::hideWindow);
    }
  }

  /** These commands open none. */
  private static final class NoWindow implements WindowPrograms {
    @Override
    public void tour(Path out) {
      throw new AssertionError();
    }

    @Override
    public UiMeasurement bench(double seconds, boolean importing) {
      throw new AssertionError();
    }
  }
}
