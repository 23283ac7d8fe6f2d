package org.aeworkbench.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.PixelImage;
import org.aeworkbench.ui.common.TabStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;

class LatentViewTest {
  private final FxRobot robot = new FxRobot();
  private final TabStage stage = new TabStage();
  private LatentViewModel viewModel;

  @BeforeEach
  void show() {
    viewModel = Fx.get(() -> new LatentViewModel(stage.session(), stage.workers()));
    stage.show(() -> new LatentView(viewModel));
    Fx.run(() -> stage.session().setData(Networks.small()));
  }

  @AfterEach
  void close() {
    Fx.run(viewModel::close);
    stage.close();
  }

  private void open(Autoencoder network) {
    stage.setModel(network, 1);
    Fx.await(
        "the sliders are there",
        () ->
            !viewModel.orderProperty().get().isEmpty()
                && viewModel.decodedProperty().get() != null
                && list().lookup("#latent-slider-" + top()) != null);
  }

  private int top() {
    return viewModel.orderProperty().get().getFirst();
  }

  private Slider slider(int dimension) {
    return Fx.get(() -> (Slider) stage.lookup("#latent-slider-" + dimension));
  }

  private int[] pixels() {
    return Fx.get(() -> ((PixelImage) stage.lookup("#latent-decoded")).argb());
  }

  /** What the window shows in place of the decoded image. */
  private int[] pixelsOnScreen() {
    BufferedImage picture = Fx.picture(stage.scene());
    Bounds place =
        Fx.get(
            () -> {
              Node image = stage.lookup("#latent-decoded");
              return image.localToScene(image.getBoundsInLocal());
            });
    int width = (int) place.getWidth();
    return picture.getRGB(
        (int) place.getMinX(), (int) place.getMinY(), width, width, null, 0, width);
  }

  private void awaitOther(int[] before) {
    Fx.await(
        "another image",
        () -> !Arrays.equals(before, ((PixelImage) stage.lookup("#latent-decoded")).argb()));
  }

  private void awaitDecoded() {
    Fx.await(
        "what was asked for is decoded",
        () ->
            Objects.requireNonNull(viewModel.decodedProperty().get())
                .chosen()
                .equals(viewModel.editor().chosen()));
  }

  private static Autoencoder trained() {
    return Holder.TRAINED;
  }

  private static final class Holder {
    static final Autoencoder TRAINED =
        Networks.train(
            Networks.small().test(), 15, new org.aeworkbench.training.TrainingObserver() {});
  }

  @Test
  void draggingASliderChangesTheImageOnTheScreen() {
    assertThat(Fx.get(() -> stage.lookup(".empty-state").isVisible())).isTrue();
    open(trained());
    assertThat(Fx.get(() -> stage.lookup(".empty-state").isVisible())).isFalse();
    int dimension = Fx.get(this::top);
    Slider slider = slider(dimension);
    int[] before = pixels();
    int[] beforeOnScreen = pixelsOnScreen();

    Node thumb = Fx.get(() -> slider.lookup(".thumb"));
    double start = Fx.get(slider::getValue);
    robot.moveTo(thumb).press(MouseButton.PRIMARY);
    robot.moveBy(start > slider.getMax() / 2 ? -60 : 60, 0);
    awaitOther(before);
    assertThat(pixelsOnScreen()).isNotEqualTo(beforeOnScreen);
    robot.release(MouseButton.PRIMARY);
    assertThat(Fx.get(slider::getValue)).isNotEqualTo(start);
    awaitDecoded();
    Fx.save(stage.scene(), "latent-dragged");

    robot.clickOn("#latent-reset-" + dimension);
    awaitDecoded();
    assertThat(pixels()).as("as it was before").isEqualTo(before);
    assertThat(Fx.get(slider::getValue)).isEqualTo(start);
  }

  @Test
  void theKeyboardDoesItAll() {
    open(trained());
    int first = Fx.get(this::top);
    int second = Fx.get(() -> viewModel.orderProperty().get().get(1));
    int[] before = pixels();
    Slider slider = slider(first);
    Fx.run(slider::requestFocus);
    robot.type(KeyCode.END);
    awaitDecoded();
    assertThat(viewModel.value(first)).isEqualTo((float) slider.getMax());
    int[] end = pixels();
    assertThat(end).isNotEqualTo(before);
    robot.type(KeyCode.LEFT);
    awaitDecoded();
    assertThat(viewModel.value(first)).isLessThan((float) slider.getMax());

    robot.type(KeyCode.DOWN);
    assertThat(Fx.get(slider(second)::isFocused)).isTrue();
    assertThat(viewModel.currentProperty().get()).isEqualTo(second);
    robot.type(KeyCode.UP, KeyCode.DELETE);
    awaitDecoded();
    assertThat(pixels()).isEqualTo(before);
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    awaitDecoded();
    assertThat(pixels()).as("undone twice: the end again").isEqualTo(end);

    robot.type(KeyCode.ENTER);
    TextField field = Fx.get(() -> (TextField) stage.lookup("#latent-value-" + first));
    assertThat(Fx.get(field::isFocused)).isTrue();
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.write("1.25");
    awaitDecoded();
    assertThat(viewModel.value(first)).isEqualTo(1.25f);
    robot.write("x");
    assertThat(viewModel.value(first)).as("no number").isEqualTo(1.25f);
  }

  @Test
  void startsFromADigitTheMeanOrAtRandom() {
    open(trained());
    int[] zero = pixels();
    robot.doubleClickOn("#latent-image").write("42");
    awaitDecoded();
    assertThat(stage.session().selectedImageProperty().get()).isEqualTo(42);
    int[] digit = pixels();
    assertThat(digit).isNotEqualTo(zero);
    int[] original = Fx.get(() -> ((PixelImage) stage.lookup("#latent-original")).argb());
    float[] expected = Networks.small().test().image(42);
    for (int i = 0; i < original.length; i++) {
      assertThat(original[i] & 0xFF).isEqualTo(Math.round(expected[i] * 255));
    }
    assertThat(Fx.get(() -> ((Label) stage.lookup("#latent-loss")).getText()))
        .matches("Loss 0\\.\\d{4} \\(reconstruction 0\\.\\d{4}\\)");

    robot.clickOn("#latent-start-mean");
    awaitDecoded();
    int[] mean = pixels();
    assertThat(mean).isNotEqualTo(digit);
    robot.clickOn("#latent-start-random");
    awaitDecoded();
    int[] drawn = pixels();
    assertThat(drawn).isNotEqualTo(mean);
    robot.clickOn("#latent-another");
    awaitDecoded();
    assertThat(pixels()).isNotEqualTo(drawn);

    robot.clickOn("#latent-start-between");
    awaitDecoded();
    int[] middle = pixels();
    robot.clickOn("#latent-stop-8");
    awaitDecoded();
    assertThat(pixels()).isNotEqualTo(middle);
    Fx.save(stage.scene(), "latent-between");
    robot.clickOn("#latent-start-image");
    awaitDecoded();
    assertThat(pixels()).isEqualTo(digit);
  }

  @Test
  void whatIsSetStaysWhenTheNetworkLearnsOn() {
    open(Networks.random(Networks.SHALLOW, 1));
    int dimension = Fx.get(this::top);
    Slider slider = slider(dimension);
    Fx.run(slider::requestFocus);
    robot.type(KeyCode.END);
    awaitDecoded();
    float set = viewModel.value(dimension);
    int[] before = pixels();
    List<String> order = Fx.get(this::shownSliders);
    List<CodeDimension> measured = Fx.get(() -> viewModel.dimensionsProperty().get());
    Autoencoder later = Networks.random(Networks.SHALLOW, 2);
    stage.setModel(later, 2);
    Fx.await(
        "the new network decodes",
        () -> Objects.requireNonNull(viewModel.decodedProperty().get()).network() == later);
    Fx.await(
        "its codes are measured", () -> !viewModel.dimensionsProperty().get().equals(measured));
    assertThat(pixels()).isNotEqualTo(before);
    assertThat(viewModel.value(dimension)).isEqualTo(set);
    assertThat(Fx.get(this::shownSliders)).as("the user is at a slider").isEqualTo(order);
    assertThat(Fx.get(() -> slider.getId())).isEqualTo("latent-slider-" + dimension);
    assertThat(Fx.get(slider::isFocused)).isTrue();
  }

  private Parent list() {
    return (Parent) stage.lookup("#latent-dimensions");
  }

  /** The dimensions whose rows are to be seen, from the top. */
  private List<String> shownSliders() {
    return list().lookupAll(".slider").stream()
        .filter(slider -> slider.getParent().getParent().isVisible())
        .sorted(Comparator.comparingDouble(slider -> slider.localToScene(0, 0).getY()))
        .map(Node::getId)
        .toList();
  }

  @Test
  void ofManyDimensionsOnlyTheVisibleOnesHaveASlider() {
    open(Networks.random(Presets.LAB_SHALLOW.spec().withEncodingDim(256), 1));
    assertThat(sliders()).isBetween(5, 30);
    int visible = sliders();
    int last = Fx.get(() -> viewModel.orderProperty().get().get(255));
    Fx.run(() -> list().fireEvent(wheel(-1e6)));
    Fx.await("the last one", () -> list().lookup("#latent-slider-" + last) != null);
    assertThat(sliders()).isBetween(5, visible + 2);
    int[] before = pixels();
    Slider slider = slider(last);
    Fx.run(slider::requestFocus);
    robot.type(KeyCode.END, KeyCode.UP);
    awaitOther(before);
    int oneBefore = Fx.get(() -> viewModel.orderProperty().get().get(254));
    assertThat(viewModel.currentProperty().get()).isEqualTo(oneBefore);
  }

  private ScrollEvent wheel(double deltaY) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        deltaY,
        0,
        deltaY,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        new PickResult(list(), 0, 0));
  }

  private int sliders() {
    return Fx.get(() -> list().lookupAll(".slider").size());
  }

  @Test
  void deadUnitsAreMarked() {
    open(Networks.withDeadUnits(trained(), 2));
    Fx.run(() -> viewModel.sortingProperty().set(DimensionOrder.INDEX));
    Fx.await("sorted", () -> viewModel.orderProperty().get().get(2) == 2);
    Fx.await("shown", () -> list().lookup("#latent-slider-2") != null);
    List<String> dead =
        Fx.get(
            () ->
                list().lookupAll(".dead-unit").stream()
                    .filter(Node::isVisible)
                    .map(node -> ((Label) node).getText())
                    .toList());
    assertThat(dead).hasSize(1).containsOnly("dead");
    assertThat(slider(2).getAccessibleHelp()).contains("Dead unit");
    assertThat(Fx.get(() -> ((Label) stage.lookup("#latent-summary")).getText()))
        .isEqualTo("16 dimensions, 1 dead: the same for every image");
  }

  @Test
  void playingWalksAlongTheCurrentDimensionUntilItIsStopped() {
    open(trained());
    int[] before = pixels();
    int dimension = Fx.get(this::top);
    float start = viewModel.value(dimension);
    robot.clickOn("#latent-play");
    awaitOther(before);
    int[] soon = pixels();
    awaitOther(soon);
    robot.clickOn("#latent-play");
    awaitDecoded();
    assertThat(viewModel.value(dimension)).isNotEqualTo(start);
    float stopped = viewModel.value(dimension);
    Fx.run(() -> viewModel.editor().undo());
    awaitDecoded();
    assertThat(pixels()).as("all of it is one change").isEqualTo(before);
    assertThat(viewModel.value(dimension)).isEqualTo(start);

    robot.clickOn("#latent-play");
    Fx.await("it plays again", () -> viewModel.value(dimension) != start);
    Fx.run(() -> viewModel.editor().turn(dimension, stopped));
    Fx.await("left to the user", () -> playIcon() == Feather.PLAY);
    assertThat(viewModel.value(dimension)).isEqualTo(stopped);
  }

  private Ikon playIcon() {
    return ((FontIcon) ((Button) stage.lookup("#latent-play")).getGraphic()).getIconCode();
  }

  @Test
  void behindAnotherTabItRests() {
    TabPane tabs =
        Fx.get(
            () -> {
              TabPane pane =
                  new TabPane(
                      new Tab("Latent", new LatentView(viewModel)), new Tab("Other", new Label()));
              stage.lookup(".latent-view").getScene().setRoot(pane);
              return pane;
            });
    Fx.await("to be seen", () -> viewModel.visibleProperty().get());
    Fx.run(() -> tabs.getSelectionModel().select(1));
    Fx.await("behind the other", () -> !viewModel.visibleProperty().get());
    stage.setModel(Networks.random(Networks.SHALLOW, 1), 1);
    assertThat(viewModel.decodedProperty().get()).isNull();
    Fx.run(() -> tabs.getSelectionModel().select(0));
    Fx.await("decoded", () -> viewModel.decodedProperty().get() != null);
  }
}
