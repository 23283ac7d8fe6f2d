package org.aeworkbench.ui.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.training.TrainingObserver;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.PixelImage;
import org.aeworkbench.ui.common.TabStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ReconstructionViewTest {
  private final FxRobot robot = new FxRobot();
  private TabStage stage = new TabStage();
  private ReconstructionViewModel viewModel;

  @BeforeEach
  void show() {
    viewModel = Fx.get(() -> new ReconstructionViewModel(stage.session(), stage.workers()));
    stage.show(() -> new ReconstructionView(viewModel));
    Fx.run(() -> stage.session().setData(Networks.small()));
  }

  @AfterEach
  void close() {
    Fx.run(viewModel::close);
    stage.close();
  }

  private List<PixelImage> tiles(String card) {
    return Fx.get(
        () -> {
          List<PixelImage> tiles = new ArrayList<>();
          for (Node node : stage.lookup(card).lookupAll(".pixel-image")) {
            tiles.add((PixelImage) node);
          }
          return tiles;
        });
  }

  private static double loss(String text) {
    return Double.parseDouble(text);
  }

  private String text(String selector) {
    return Fx.get(() -> ((Label) stage.lookup(selector)).getText());
  }

  @Test
  void reconstructionsAppearAndImproveWhileAShallowNetworkLearns() {
    assertThat(Fx.get(() -> stage.lookup(".empty-state").isVisible())).isTrue();
    List<Double> losses = new ArrayList<>();
    viewModel
        .shownProperty()
        .subscribe(
            shown -> {
              if (shown.isReconstructed()) {
                losses.add(shown.meanLoss());
              }
            });
    Networks.train(
        Networks.small().test(),
        15,
        new TrainingObserver() {
          @Override
          public void onSnapshot(Autoencoder network, int epoch, boolean endOfEpoch) {
            Fx.run(
                () ->
                    stage
                        .session()
                        .setModel(
                            new LiveModel(
                                network,
                                Loss.BINARY_CROSS_ENTROPY,
                                1,
                                losses.size(),
                                epoch,
                                endOfEpoch)));
          }
        });
    Fx.await("all epochs are there", () -> viewModel.epochsProperty().get().size() == 15);
    Fx.await("the last is shown", () -> viewModel.shownProperty().get().epoch() == 15);
    assertThat(Fx.get(() -> stage.lookup(".empty-state").isVisible())).isFalse();
    assertThat(losses.getLast()).isLessThan(losses.getFirst() - 0.02);

    List<PixelImage> tiles = tiles("#image-card-0");
    int[] original = Fx.get(() -> tiles.get(0).argb());
    int[] learned = Fx.get(() -> tiles.get(1).argb());
    assertThat(brightness(original)).isGreaterThan(15);
    assertThat(correlated(original, learned)).as("looks like the original").isTrue();
    assertThat(text("#image-card-0 .image-loss")).matches("0\\.\\d{4}");

    // Back to the first epoch with the keyboard: other pixels, and live again with a click.
    Slider slider = Fx.get(() -> (Slider) stage.lookup("#epoch-slider"));
    Fx.run(slider::requestFocus);
    robot.type(KeyCode.HOME);
    Fx.await("epoch 1 is shown", () -> viewModel.shownProperty().get().epoch() == 1);
    assertThat(text("#epoch-position")).isEqualTo("1 of 15");
    assertThat(Fx.get(() -> tiles.get(1).argb())).isNotEqualTo(learned);
    robot.clickOn("#epoch-live");
    Fx.await("live again", () -> !viewModel.shownProperty().get().past());
    assertThat(Fx.get(() -> tiles.get(1).argb())).isEqualTo(learned);
  }

  @Test
  void aClickShowsTheWorstDigitsInOrder() {
    stage.setModel(Networks.random(Networks.SHALLOW, 5), 1);
    Fx.await("digits", () -> viewModel.shownProperty().get().isReconstructed());
    robot.clickOn("#images-worst");
    Fx.await("ranked", () -> viewModel.rankingProperty().get() != null);
    Fx.await(
        "the worst are shown",
        () ->
            viewModel.shownProperty().get().images().getFirst().index()
                == viewModel.rankingProperty().get().worst(1)[0]);
    List<Double> losses =
        Fx.get(
            () -> {
              Set<Node> labels = stage.lookup(".image-grid").lookupAll(".image-loss");
              return labels.stream().map(label -> loss(((Label) label).getText())).toList();
            });
    assertThat(losses).hasSize(10).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(text("#reconstruction-summary"))
        .contains(String.format(Locale.ROOT, "%.4f", losses.getFirst()));
  }

  @Test
  void choosingADigitChoosesItEverywhere() {
    stage.setModel(Networks.random(Networks.SHALLOW, 5), 1);
    Fx.await("digits", () -> viewModel.shownProperty().get().isReconstructed());
    robot.clickOn("#image-card-4");
    assertThat(stage.session().selectedImageProperty().get()).isEqualTo(4);
    robot.type(KeyCode.RIGHT);
    assertThat(stage.session().selectedImageProperty().get()).isEqualTo(5);
  }

  private static double brightness(int[] argb) {
    double sum = 0;
    for (int pixel : argb) {
      sum += pixel & 0xFF;
    }
    return sum / argb.length;
  }

  private static boolean correlated(int[] a, int[] b) {
    double meanA = brightness(a);
    double meanB = brightness(b);
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      double x = (a[i] & 0xFF) - meanA;
      double y = (b[i] & 0xFF) - meanB;
      product += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    return product / Math.sqrt(squaresA * squaresB) > 0.5;
  }
}
