package org.aeworkbench.ui.tools;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.WritableImage;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.app.session.ThemeChoice;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Presets;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.common.PngFile;
import org.aeworkbench.ui.shell.Workbench;
import org.aeworkbench.ui.shell.WorkbenchStage;

/**
 * Goes through the real window, without a display: trains the lab's shallow network, all of its
 * epochs, and leaves a picture of every tab, in both themes and two sizes.
 */
public final class Tour {
  private static final int[][] SIZES = {{1280, 800}, {1000, 700}};

  private final Path out;
  private final WorkbenchStage window;
  private final int epochs;

  private Tour(Path out, WorkbenchStage window, int epochs) {
    this.out = out;
    this.window = window;
    this.epochs = epochs;
  }

  /**
   * Writes the pictures to a folder, as {@code tab-theme-width.png}. Blocks; not for the FX thread.
   *
   * @throws ProblemException if the folder cannot be written to
   */
  public static void run(Path out) {
    run(out, Mnist::load, Presets.LAB_SHALLOW.plan().epochs());
  }

  static void run(Path out, Supplier<DataSplit> data, int epochs) {
    DisplayFreeWindow.with(
        data,
        window -> {
          new Tour(out, window, epochs).go();
          return out;
        });
  }

  private void go() {
    Workbench workbench = window.workbench();
    FxDriver.run(() -> workbench.experiment().chooseFamily(Presets.LAB_CONV));
    photographAll("start", TabName.TRAINING);
    FxDriver.run(() -> workbench.experiment().build());
    photographAll("builder", TabName.TRAINING);
    FxDriver.run(
        () -> {
          workbench.experiment().choosePreset(Presets.LAB_SHALLOW);
          workbench.experiment().change(plan -> plan.withEpochs(epochs));
        });
    FxDriver.await(workbench.training().readyProperty(), ready -> ready);
    FxDriver.run(workbench.experiment()::train);
    FxDriver.await(workbench.training().stateProperty(), state -> state == TrainingState.RUNNING);
    FxDriver.await(workbench.training().stateProperty(), state -> state == TrainingState.IDLE);
    FxDriver.await(workbench.references().linesProperty(), lines -> lines.size() == 4);
    FxDriver.run(workbench.pictures()::addSamples);
    FxDriver.await(
        workbench.pictures().resultsProperty(),
        results -> results.size() == 5 && workbench.pictures().pendingProperty().get() == 0);
    FxDriver.run(() -> workbench.showTab(TabName.PICTURES));
    ObservableValue<Boolean> ranked =
        workbench.pictures().rankingProperty().map(ranking -> true).orElse(false);
    FxDriver.await(ranked, known -> known);
    FxDriver.run(() -> workbench.showTab(TabName.LATENT));
    FxDriver.await(workbench.latent().dimensionsProperty(), dimensions -> !dimensions.isEmpty());
    for (TabName tab : TabName.values()) {
      photographAll(tab.name().toLowerCase(Locale.ROOT), tab);
    }
  }

  private void photographAll(String name, TabName tab) {
    FxDriver.run(() -> window.workbench().showTab(tab));
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      FxDriver.run(() -> window.themes().choiceProperty().set(theme));
      for (int[] size : SIZES) {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png";
        PngFile.write(photograph(size[0], size[1]), out.resolve(name + suffix));
      }
    }
  }

  private WritableImage photograph(int width, int height) {
    FxDriver.run(() -> window.resize(width, height));
    FxDriver.awaitPulses(window.scene(), 6);
    return FxDriver.call(() -> window.scene().snapshot(null));
  }
}
