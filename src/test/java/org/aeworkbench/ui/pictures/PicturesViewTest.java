package org.aeworkbench.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.aeworkbench.ui.common.DigitImage;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.TabStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class PicturesViewTest {
  private final FxRobot robot = new FxRobot();
  private final List<String> problems = new ArrayList<>();
  private final TabStage stage = new TabStage();
  private PicturesViewModel viewModel;

  @BeforeEach
  void show() {
    viewModel =
        Fx.get(() -> new PicturesViewModel(stage.session(), stage.workers(), problems::add));
    stage.show(() -> new PicturesView(viewModel));
    Fx.run(() -> stage.session().setData(Networks.small()));
  }

  @AfterEach
  void close() {
    Fx.run(viewModel::close);
    stage.close();
  }

  private int[] pixels(String tile) {
    return Fx.get(() -> ((DigitImage) stage.lookup(tile)).argb());
  }

  private String text(String label) {
    return Fx.get(() -> ((Label) stage.lookup(label)).getText());
  }

  private void openSamples() {
    robot.clickOn("#empty-pictures-samples");
    Fx.await("five pictures", () -> viewModel.picturesProperty().get().size() == 5);
  }

  @Test
  void theEmptyTabSaysWhatToDoAndItsSamplesComeIn() {
    assertThat(Fx.get(() -> stage.lookup(".empty-state").isVisible())).isTrue();
    openSamples();
    assertThat(Fx.get(() -> stage.lookup(".empty-state").isVisible())).isFalse();
    assertThat(text("#picture-facts")).contains("train a network or open a model");
  }

  @Test
  void reconstructionAndLossFollowTheNetwork() {
    openSamples();
    stage.setModel(Networks.random(Networks.SHALLOW, 1), 1);
    Fx.await("results", () -> viewModel.resultsProperty().get().size() == 5);
    int[] first = pixels("#picture-reconstruction");
    assertThat(text("#picture-facts")).contains("bce 0.");
    Fx.await("a standing", () -> text().startsWith("Worse than"));
    assertThat(Fx.get(() -> stage.lookup("#loss-marker").isVisible())).isTrue();
    stage.setModel(Networks.random(Networks.SHALLOW, 2), 2);
    Fx.await(
        "another reconstruction",
        () -> !java.util.Arrays.equals(first, tile("#picture-reconstruction").argb()));
    Fx.save(stage.scene(), "pictures");
  }

  @Test
  void aTabThatIsBuiltLaterShowsWhatIsThereAlready() {
    openSamples();
    stage.setModel(Networks.random(Networks.SHALLOW, 1), 1);
    Fx.await("results", () -> viewModel.resultsProperty().get().size() == 5);
    stage.show(() -> new PicturesView(viewModel));
    assertThat(text("#picture-facts")).contains("bce 0.");
    assertThat(java.util.Arrays.stream(pixels("#picture-seen"))).anyMatch(p -> (p & 0xFF) > 128);
  }

  private String text() {
    return ((Label) stage.lookup("#picture-standing")).getText();
  }

  private DigitImage tile(String selector) {
    return (DigitImage) stage.lookup(selector);
  }

  @Test
  void aStepIsSwitchedByMouseAndUndoneByKeyboard() {
    openSamples();
    int[] before = pixels("#picture-seen");
    robot.clickOn("#step-inversion");
    Fx.await(
        "the digit changes", () -> !java.util.Arrays.equals(before, tile("#picture-seen").argb()));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Fx.await("and back", () -> java.util.Arrays.equals(before, tile("#picture-seen").argb()));
  }

  @Test
  void arrowsChooseAndDeleteRemoves() {
    openSamples();
    Fx.run(() -> stage.lookup("#picture-list").requestFocus());
    assertThat(Fx.get(this::selectedName)).as("the first one").isEqualTo("seven-pen.png");
    robot.type(KeyCode.DOWN);
    Fx.await("the one below", () -> "three-chalk.png".equals(selectedName()));
    robot.type(KeyCode.DELETE);
    Fx.await("four left", () -> viewModel.picturesProperty().get().size() == 4);
    assertThat(Fx.get(this::selectedName)).isEqualTo("two-photo.jpg");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Fx.await("five again", () -> viewModel.picturesProperty().get().size() == 5);
    assertThat(Fx.get(this::selectedName)).isEqualTo("three-chalk.png");
  }

  private String selectedName() {
    PictureEntry selected = viewModel.selectedProperty().get();
    return selected == null ? "" : selected.name();
  }
}
