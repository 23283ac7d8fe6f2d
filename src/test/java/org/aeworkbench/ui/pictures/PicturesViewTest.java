package org.aeworkbench.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.pictures.Pictures;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.PixelImage;
import org.aeworkbench.ui.common.TabStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    return Fx.get(() -> ((PixelImage) stage.lookup(tile)).argb());
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

  private PixelImage tile(String selector) {
    return (PixelImage) stage.lookup(selector);
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

  @Test
  void everythingIsToBeSeenInTheSmallestWindowWithoutScrolling() {
    stage.setModel(Networks.random(Networks.SHALLOW, 1), 1);
    add("row", Pictures.twos(3));
    add("other row", Pictures.twos(2));
    Fx.await("a standing", () -> text().startsWith("Worse than"));
    Fx.await("the hint", () -> stage.lookup("#several-digits").getParent().isVisible());
    Fx.await("all of it is within the window", () -> bottom("#picture-standing") < 590);
    assertThat(text("#several-digits")).contains("2 digits");
    Fx.save(stage.scene(), "pictures-several");
  }

  private double bottom(String selector) {
    Node node = stage.lookup(selector);
    return node.localToScene(node.getBoundsInLocal()).getMaxY();
  }

  private void add(String name, BufferedImage picture) {
    Fx.run(() -> viewModel.add(name, () -> picture));
    Fx.await("it is there", () -> name.equals(selectedName()));
  }

  @Test
  void everyDigitIsTakenByKeyboard() {
    add("row", Pictures.twos(3));
    Fx.await("the hint", () -> stage.lookup("#several-digits").getParent().isVisible());
    Fx.run(() -> stage.lookup("#take-each-digit").requestFocus());
    robot.type(KeyCode.SPACE);
    Fx.await("three pictures", () -> viewModel.picturesProperty().get().size() == 3);
    Fx.await("no hint", () -> !stage.lookup("#several-digits").getParent().isVisible());
  }

  @Test
  void aPictureOfTheNetworksSizeIsTakenAsItIsByKeyboard() {
    float[] moved = new float[784];
    System.arraycopy(Networks.small().test().image(3), 0, moved, 60, 700);
    add("two", Pictures.two(60, 60, Color.WHITE, Color.BLACK));
    assertThat(Fx.get(() -> stage.lookup("#picture-as-is").isVisible())).isFalse();
    add("small", Pictures.of(moved));
    Fx.await("the choice", () -> stage.lookup("#picture-as-is").isVisible());
    int[] before = pixels("#picture-seen");
    Fx.run(() -> stage.lookup("#picture-as-is").requestFocus());
    robot.type(KeyCode.SPACE);
    Fx.await(
        "its very pixels", () -> !java.util.Arrays.equals(before, tile("#picture-seen").argb()));
    assertThat(pixels("#picture-seen")[60]).isEqualTo(grey(moved[60]));
    assertThat(Fx.get(() -> stage.lookup("#step-crop").isDisabled())).isTrue();
  }

  private static int grey(float value) {
    int level = Math.round(value * 255);
    return 0xFF000000 | level << 16 | level << 8 | level;
  }

  @Test
  void whereThereIsNoInkItIsSaid() {
    add("blank", new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB));
    assertThat(text("#picture-facts")).isEqualTo("50×40 · no ink was found in blank");
  }

  @Test
  void aFolderOfThousandsComesInWhileTheWindowGoesOnAndCanBeCancelled(@TempDir Path folder)
      throws IOException {
    byte[] png = Pictures.file(Pictures.of(Networks.small().test().image(0)), "png");
    for (int i = 0; i < 3000; i++) {
      Files.write(folder.resolve(i + ".png"), png);
    }
    CountDownLatch cancelled = new CountDownLatch(1);
    readUntil(() -> viewModel.picturesProperty().get().size() > 100, cancelled);
    Fx.run(() -> viewModel.add(List.of(folder)));
    Fx.await("some are there", () -> viewModel.picturesProperty().get().size() > 100);
    assertThat(text("#pictures-reading")).matches("Reading, .* to go");
    Fx.run(() -> ((ListView<?>) stage.lookup("#picture-list")).scrollTo(50));
    robot.clickOn("#pictures-reading-cancel");
    cancelled.countDown();
    Fx.await("it stops", () -> viewModel.pendingProperty().get() == 0);
    int kept = Fx.get(() -> viewModel.picturesProperty().get().size());
    assertThat(kept).isBetween(101, 2999);
    assertThat(Fx.get(this::selectedName)).isEqualTo("0.png");
    Fx.run(() -> viewModel.shelf().undo());
    assertThat(Fx.get(() -> viewModel.picturesProperty().get())).isEmpty();
  }

  /** Another tab, whose files' thread waits once a condition holds, or before the last thousand. */
  private void readUntil(BooleanSupplier condition, CountDownLatch goOn) {
    Workers all = stage.workers();
    AtomicInteger files = new AtomicInteger();
    Executor reading =
        task ->
            all.files()
                .execute(
                    () -> {
                      if (condition.getAsBoolean() || files.incrementAndGet() > 2000) {
                        await(goOn);
                      }
                      task.run();
                    });
    Workers workers = new Workers(all.live(), all.statistics(), reading, all.fx(), all.owned());
    Fx.run(viewModel::close);
    viewModel = Fx.get(() -> new PicturesViewModel(stage.session(), workers, problems::add));
    stage.show(() -> new PicturesView(viewModel));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String selectedName() {
    PictureEntry selected = viewModel.selectedProperty().get();
    return selected == null ? "" : selected.name();
  }
}
