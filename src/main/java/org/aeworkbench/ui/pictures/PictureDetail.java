package org.aeworkbench.ui.pictures;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.ErrorChannelChoice;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** The selected picture: original, what the net sees, reconstruction, error; steps; its loss. */
final class PictureDetail extends VBox {
  private static final double TILE = PictureLook.SOURCE;
  private static final double MOST = 128;
  private static final double MOST_IN_SMALL_WINDOW = 88;

  /**
   * Less height than this is little: in the smallest window everything is to be seen all the same.
   */
  private static final double LITTLE_ROOM = 600;

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

  private final PicturesViewModel viewModel;
  private final PictureTile source = new PictureTile(TILE);
  private final PixelImage seen = new PixelImage(TILE);
  private final PixelImage reconstruction = new PixelImage(TILE);
  private final PixelImage error = new PixelImage(TILE);
  private final Label name = new Label();
  private final Label facts = new Label();
  private final Label standing = new Label();
  private final SeveralDigitsHint several;
  private final StepStrip steps;
  private final LossHistogram histogram = new LossHistogram();
  private final VBox among;
  private @Nullable PictureResult shown;

  PictureDetail(PicturesViewModel viewModel) {
    super(16);
    this.viewModel = viewModel;
    getStyleClass().add("picture-detail");
    steps = new StepStrip(viewModel.shelf());
    several = new SeveralDigitsHint(viewModel);
    name.getStyleClass().add("detail-title");
    facts.getStyleClass().addAll("text-muted", "picture-facts");
    facts.setId("picture-facts");
    facts.setWrapText(true);
    standing.setId("picture-standing");
    standing.getStyleClass().add("text-muted");
    standing.setWrapText(true);
    seen.setId("picture-seen");
    reconstruction.setId("picture-reconstruction");
    error.setId("picture-error");
    FlowPane tiles =
        new FlowPane(
            8,
            8,
            captioned("original", source),
            captioned("seen by the net", seen),
            captioned("reconstruction", reconstruction),
            captioned("error", error));
    ErrorChannelChoice errors = new ErrorChannelChoice(viewModel.session(), "picture-errors-of");
    among = new VBox(8, heading("Among the test set"), histogram, standing);
    getChildren().addAll(new VBox(4, name, facts), several, tiles, errors, steps, among);
    viewModel.selectedProperty().subscribe(() -> show());
    viewModel.lookProperty().subscribe(() -> show());
    viewModel.resultsProperty().subscribe(() -> showResult());
    viewModel.rankingProperty().subscribe(() -> show());
    viewModel.session().errorChannelProperty().subscribe(() -> show());
    show();
  }

  /** Uses the height that there is. */
  void setRoom(double height) {
    boolean compact = height < LITTLE_ROOM;
    pseudoClassStateChanged(COMPACT, compact);
    setSpacing(compact ? 8 : 16);
    histogram.setTall(!compact);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    DataSplit data = viewModel.session().dataProperty().get();
    ImageShape shape = data == null ? ImageShape.MNIST : data.test().shape();
    double large = PixelImage.within(shape, MOST);
    double tile = room < 4 * large + 3 * 8 ? PixelImage.within(shape, MOST_IN_SMALL_WINDOW) : large;
    source.setSize(tile);
    seen.setSize(tile);
    reconstruction.setSize(tile);
    error.setSize(tile);
    super.layoutChildren();
  }

  private static VBox captioned(String caption, Region image) {
    Label label = new Label(caption);
    label.getStyleClass().addAll("text-muted", "tile-caption");
    image.setAccessibleText("The selected picture: " + caption);
    return new VBox(4, image, label);
  }

  private static HBox heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("heading");
    return new HBox(heading);
  }

  /** Most results are those of other pictures. */
  private void showResult() {
    PictureEntry picture = viewModel.selectedProperty().get();
    if (picture != null && viewModel.resultsProperty().get().get(picture.id()) != shown) {
      show();
    }
  }

  private void show() {
    PictureEntry picture = viewModel.selectedProperty().get();
    setVisible(picture != null);
    PictureLook latest = viewModel.lookProperty().get();
    PictureLook look =
        latest != null && picture != null && latest.id() == picture.id() ? latest : null;
    steps.show(picture, look);
    several.show(picture);
    if (picture == null) {
      return;
    }
    PictureResult result = viewModel.resultsProperty().get().get(picture.id());
    shown = result;
    name.setText(picture.name());
    source.show(look == null ? picture.thumbnail() : look.source());
    seen.show(picture.seen().shape(), picture.seen().pixels());
    if (result == null) {
      reconstruction.clear();
      error.clear();
    } else {
      reconstruction.show(result.shape(), result.reconstruction());
      error.showError(
          result.shape(),
          result.seen(),
          result.reconstruction(),
          viewModel.session().errorChannelProperty().get());
    }
    facts.setText(facts(picture, result));
    facts.pseudoClassStateChanged(BLANK, picture.seen().blank());
    showAmong(result, viewModel.rankingProperty().get());
  }

  private String facts(PictureEntry picture, @Nullable PictureResult result) {
    String size = picture.width() + "×" + picture.height();
    if (picture.seen().blank()) {
      return size + " · " + picture.noInk();
    }
    if (result == null) {
      return viewModel.hasNetwork()
          ? size
          : size + " · train a network or open a model to see its reconstruction";
    }
    String crossEntropy = "bce " + number(result.crossEntropy());
    String squaredError = "mse " + number(result.squaredError());
    // First the one that the network was trained with, by which it is ranked.
    return switch (result.judgedBy()) {
      case BINARY_CROSS_ENTROPY -> String.join(" · ", size, crossEntropy, squaredError);
      case MEAN_SQUARED_ERROR -> String.join(" · ", size, squaredError, crossEntropy);
    };
  }

  private void showAmong(@Nullable PictureResult result, @Nullable ErrorRanking ranking) {
    among.setVisible(result != null);
    histogram.setVisible(ranking != null);
    if (ranking == null || result == null) {
      standing.setText("Computing the losses of the test set …");
      return;
    }
    histogram.show(ranking, result);
    standing.setText(standing(ranking, result.loss(), viewModel.session().words()));
  }

  /** One sentence that says how a loss compares. */
  static String standing(ErrorRanking ranking, double loss, ImageWords words) {
    double percentile = ranking.percentile(loss);
    List<String> verdicts =
        List.of(
            "the network knows pictures like this",
            "harder than most, still like its " + words.many(),
            "unlike anything it has learned");
    String verdict = verdicts.get(percentile < 75 ? 0 : percentile < 99.9 ? 1 : 2);
    return String.format(
        Locale.ROOT,
        "Worse than %.0f %% of %s test %s: %s.",
        Math.floor(percentile),
        Numbers.grouped(ranking.size()),
        words.many(),
        verdict);
  }

  /** A loss as it is written everywhere: four digits after the point. */
  static String number(double loss) {
    return String.format(Locale.ROOT, "%.4f", loss);
  }
}
