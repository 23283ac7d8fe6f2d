package org.aeworkbench.ui.reconstruction;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.ui.common.EmptyState;
import org.aeworkbench.ui.common.ErrorChannelChoice;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.VerticalScroll;
import org.kordamp.ikonli.feather.Feather;

/** The Reconstructions tab: which images, the images, at which epoch. */
public final class ReconstructionView extends BorderPane implements AutoCloseable {
  private final ReconstructionViewModel viewModel;
  private final ImageGrid grid;
  private final VerticalScroll scroll;
  private final ImageDetail detail = new ImageDetail();
  private final EpochScrubber scrubber;
  private final Label summary = new Label();
  private final Region emptyState =
      new EmptyState(
          Feather.GRID,
          "No network yet",
          "Train one, or open a model: its reconstructions appear here while it learns.");

  /** Builds the tab. */
  public ReconstructionView(ReconstructionViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("reconstruction-view");
    grid = new ImageGrid(index -> viewModel.selectedImageProperty().set(index));
    scrubber = new EpochScrubber(viewModel);
    scroll = new VerticalScroll(new ImagePage(grid, detail));
    scroll.setFitToHeight(true);
    summary.setId("reconstruction-summary");
    summary.getStyleClass().add("summary");
    summary.setMinWidth(0);
    setTop(new ImageToolBar(viewModel));
    setCenter(new StackPane(scroll, emptyState));
    setBottom(new VBox(8, legend(), scrubber));
    getBottom().getStyleClass().add("reconstruction-bottom");
    viewModel.shownProperty().subscribe(this::show);
    viewModel
        .session()
        .errorChannelProperty()
        .subscribe(() -> show(viewModel.shownProperty().get()));
    viewModel.rankingProperty().subscribe(ranking -> summarise());
    viewModel.selectedImageProperty().subscribe(index -> select(index.intValue()));
  }

  @Override
  public void close() {
    scrubber.stop();
  }

  private HBox legend() {
    Label missing = legendLabel();
    Label surplus = legendLabel();
    viewModel
        .session()
        .wordsProperty()
        .subscribe(
            words -> {
              missing.setText(words.areDigits() ? "ink missing" : "too dark");
              surplus.setText(words.areDigits() ? "ink too much" : "too bright");
            });
    HBox legend =
        new HBox(
            8,
            summary,
            spacer(),
            new ErrorChannelChoice(viewModel.session(), "errors-of"),
            swatch("error-missing"),
            missing,
            swatch("error-surplus"),
            surplus);
    legend.setAlignment(Pos.CENTER_LEFT);
    return legend;
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  private static Region swatch(String style) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", style);
    return swatch;
  }

  private static Label legendLabel() {
    Label label = new Label();
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private void show(ShownImages shown) {
    ImageWords words = viewModel.session().wordsProperty().get();
    ErrorChannel channel = viewModel.session().errorChannelProperty().get();
    grid.show(shown, words, channel);
    detail.show(shown, words, channel, viewModel.rankingProperty().get());
    emptyState.setVisible(!shown.isReconstructed());
    scroll.setVisible(shown.isReconstructed());
    summarise();
  }

  private void summarise() {
    ShownImages shown = viewModel.shownProperty().get();
    ErrorRanking ranking = viewModel.rankingProperty().get();
    if (!shown.isReconstructed()) {
      summary.setText("");
    } else if (viewModel.choiceProperty().get().needsRanking() && ranking == null) {
      summary.setText("Ranking the test set …");
    } else {
      String text = "Mean loss " + ReconstructionViewModel.format(shown.meanLoss());
      if (ranking != null) {
        text +=
            ", test set "
                + ReconstructionViewModel.format(ranking.mean())
                + " ("
                + ReconstructionViewModel.format(ranking.min())
                + " to "
                + ReconstructionViewModel.format(ranking.max())
                + ")";
      }
      summary.setText(text);
    }
  }

  private void select(int index) {
    grid.select(index);
    ImageCard card = grid.selectedCard();
    if (card != null) {
      Scrolling.reveal(scroll, card);
    }
  }
}
