package org.aeworkbench.ui.reconstruction;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Goes back to any past epoch, and forward to what the network is now. */
final class EpochScrubber extends HBox {
  private static final Duration FRAME = Duration.millis(150);

  private final ReconstructionViewModel viewModel;
  private final Slider slider = new Slider();
  private final Label position = new Label();
  private final ToggleButton live = new ToggleButton("Live");
  private final Button play = new Button(null, icon(Feather.PLAY));
  private final Timeline playing = new Timeline();
  private boolean updating;

  EpochScrubber(ReconstructionViewModel viewModel) {
    super(8);
    this.viewModel = viewModel;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("epoch-scrubber");
    Label title = new Label("Epoch");
    title.setLabelFor(slider);
    title.setMinWidth(USE_PREF_SIZE);
    described(
            slider,
            "Epoch",
            "Shows the same images as the network made them after any past epoch. Arrow keys step.")
        .setId("epoch-slider");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    HBox.setHgrow(slider, Priority.ALWAYS);
    described(play, "Play the epochs", "Plays how the reconstructions came about, epoch by epoch.");
    play.setId("epoch-play");
    play.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    play.setOnAction(event -> togglePlaying());
    described(live, "Live", "Follows the network as it is now.").setId("epoch-live");
    live.setOnAction(event -> goLive());
    position.setId("epoch-position");
    position.setMinWidth(112);
    getChildren().addAll(title, slider, position, play, live);
    playing.getKeyFrames().add(new KeyFrame(FRAME, event -> playNext()));
    playing.setCycleCount(Timeline.INDEFINITE);
    slider.valueProperty().addListener((property, before, value) -> onSlider(value.doubleValue()));
    viewModel.epochsProperty().subscribe(epochs -> update());
    viewModel.viewedEpochProperty().subscribe(epoch -> update());
    viewModel.shownProperty().subscribe(shown -> update());
  }

  /** Nothing plays on when the window is closed. */
  void stop() {
    playing.stop();
    play.setGraphic(icon(Feather.PLAY));
  }

  private void onSlider(double value) {
    if (updating) {
      return;
    }
    List<Integer> epochs = viewModel.epochsProperty().get();
    int position = Math.clamp(Math.round(value), 0, Math.max(0, epochs.size() - 1));
    if (!epochs.isEmpty()) {
      stop();
      viewModel.viewedEpochProperty().set(epochs.get(position));
    }
  }

  private void goLive() {
    stop();
    viewModel.viewedEpochProperty().set(ReconstructionViewModel.LIVE);
    update();
  }

  private void togglePlaying() {
    if (playing.getStatus() == Timeline.Status.RUNNING) {
      stop();
    } else if (!viewModel.epochsProperty().get().isEmpty()) {
      viewModel.viewedEpochProperty().set(viewModel.epochsProperty().get().getFirst());
      play.setGraphic(icon(Feather.PAUSE));
      playing.playFromStart();
    }
  }

  private void playNext() {
    List<Integer> epochs = viewModel.epochsProperty().get();
    int at = epochs.indexOf(viewModel.viewedEpochProperty().get());
    if (at < 0 || at == epochs.size() - 1) {
      goLive();
    } else {
      viewModel.viewedEpochProperty().set(epochs.get(at + 1));
    }
  }

  private void update() {
    List<Integer> epochs = viewModel.epochsProperty().get();
    int viewed = viewModel.viewedEpochProperty().get();
    boolean isLive = viewed == ReconstructionViewModel.LIVE;
    int last = epochs.isEmpty() ? 0 : epochs.getLast();
    // The slider walks over the epochs that are kept, which need not be all.
    updating = true;
    slider.setMax(Math.max(1, epochs.size() - 1));
    slider.setValue(isLive ? slider.getMax() : epochs.indexOf(viewed));
    updating = false;
    slider.setDisable(epochs.size() < 2);
    play.setDisable(epochs.size() < 2);
    live.setSelected(isLive);
    live.setDisable(epochs.isEmpty());
    position.setText(
        isLive
            ? "epoch " + viewModel.shownProperty().get().epoch() + ", live"
            : viewed + " of " + last);
  }
}
