package org.aeworkbench.ui.reconstruction;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.ui.common.EmptyState;
import org.aeworkbench.ui.common.VerticalScroll;
import org.kordamp.ikonli.feather.Feather;

/** The Reconstructions tab: which digits, the digits, at which epoch. */
public final class ReconstructionView extends BorderPane implements AutoCloseable {
  private final ReconstructionViewModel viewModel;
  private final DigitGrid grid;
  private final VerticalScroll scroll;
  private final DigitDetail detail = new DigitDetail();
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
    grid = new DigitGrid(index -> viewModel.selectedDigitProperty().set(index));
    scrubber = new EpochScrubber(viewModel);
    scroll = new VerticalScroll(new DigitPage(grid, detail));
    scroll.setFitToHeight(true);
    summary.setId("reconstruction-summary");
    summary.getStyleClass().add("summary");
    summary.setMinWidth(0);
    setTop(new DigitToolBar(viewModel));
    setCenter(new StackPane(scroll, emptyState));
    setBottom(new VBox(8, legend(), scrubber));
    getBottom().getStyleClass().add("reconstruction-bottom");
    viewModel.shownProperty().subscribe(this::show);
    viewModel.rankingProperty().subscribe(ranking -> summarise());
    viewModel.selectedDigitProperty().subscribe(index -> select(index.intValue()));
  }

  @Override
  public void close() {
    scrubber.stop();
  }

  private HBox legend() {
    HBox legend =
        new HBox(
            8,
            summary,
            spacer(),
            swatch("error-missing"),
            legendLabel("ink missing"),
            swatch("error-surplus"),
            legendLabel("ink too much"));
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

  private static Label legendLabel(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private void show(ShownDigits shown) {
    grid.show(shown);
    detail.show(shown.selected(), viewModel.rankingProperty().get());
    emptyState.setVisible(!shown.isReconstructed());
    scroll.setVisible(shown.isReconstructed());
    summarise();
  }

  private void summarise() {
    ShownDigits shown = viewModel.shownProperty().get();
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
    DigitCard card = grid.selectedCard();
    if (card != null) {
      Scrolling.reveal(scroll, card);
    }
  }
}
