package org.aeworkbench.ui.shell;

import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.aeworkbench.app.job.TrainingProgress;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.ui.common.Described;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom: what runs, how far it is, how fast, on what; and the data. */
final class StatusBar extends HBox {
  private final TrainingViewModel training;
  private final int threads;
  private final Label what = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label speed = new Label();
  private final Label notKept = new Label("Not kept safe", icon(Feather.ALERT_TRIANGLE));
  private final Label data = new Label("Loading MNIST …");

  StatusBar(TrainingViewModel training, int threads) {
    super(12);
    this.training = training;
    this.threads = threads;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    bar.setPrefWidth(180);
    bar.setAccessibleText("Training progress");
    what.setMinWidth(USE_PREF_SIZE);
    what.setId("status-what");
    speed.setId("status-speed");
    data.setMinWidth(USE_PREF_SIZE);
    data.setId("status-data");
    notKept.setMinWidth(USE_PREF_SIZE);
    notKept.setId("status-not-kept");
    notKept.getStyleClass().add(Styles.DANGER);
    showNotKept("");
    getChildren().addAll(what, bar, speed, new Spacer(), notKept, data);
    training.stateProperty().subscribe(state -> update());
    training.progressProperty().subscribe(progress -> update());
  }

  /** What there is to learn. */
  void showData(String name, DataSplit images) {
    data.setText(
        String.format(
            Locale.ROOT,
            "%s · %s + %s images%s",
            name,
            Numbers.grouped(images.training().size()),
            Numbers.grouped(images.test().size()),
            images.test().shape().equals(ImageShape.MNIST)
                ? ""
                : " of " + images.test().shape().text().replace('x', '×')));
  }

  /**
   * That the model cannot be kept safe.
   *
   * @param reason empty if it can
   */
  void showNotKept(String reason) {
    notKept.setVisible(!reason.isEmpty());
    notKept.setManaged(!reason.isEmpty());
    Described.explain(notKept, reason);
    notKept.setAccessibleText("The model is not kept safe. " + reason);
  }

  /** That there is nothing to learn. */
  void showNoData() {
    data.setText("No data");
  }

  /** How far the first start's preparations are. */
  void showPreparing(int percent) {
    data.setText(
        String.format(Locale.ROOT, "Unpacking Deeplearning4j, only this once · %d %%", percent));
  }

  private void update() {
    TrainingState state = training.stateProperty().get();
    TrainingProgress progress = training.progressProperty().get();
    boolean any = progress.epochs() > 0;
    bar.setVisible(any);
    bar.setProgress(state == TrainingState.STARTING ? -1 : progress.fraction());
    String epoch = "epoch " + progress.epoch() + "/" + progress.epochs();
    what.setText(
        switch (state) {
          case IDLE -> any ? epoch : "Ready";
          case STARTING -> "Building the network …";
          case RUNNING -> "Training · " + epoch;
          case PAUSED -> "Paused · " + epoch;
          case STOPPING -> "Stopping …";
        });
    speed.setText(state == TrainingState.RUNNING ? speed(progress) : "");
  }

  private String speed(TrainingProgress progress) {
    TrainingPlan plan = training.plan();
    if (plan == null || !(progress.imagesPerSecond() > 0)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "ETA %s · %s images/s · %s, %d %s",
        duration(progress.secondsLeft()),
        Numbers.grouped(Math.round(progress.imagesPerSecond())),
        plan.backend().id(),
        threads,
        threads == 1 ? "thread" : "threads");
  }

  /** {@code 0:09}, {@code 12:40}, {@code 1:02:03}. */
  static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
