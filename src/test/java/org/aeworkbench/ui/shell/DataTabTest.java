package org.aeworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.IdxFiles;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.data.DataDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A folder of one's own on its way through the real window. */
class DataTabTest {
  private static final String[] CLASSES = {"discs", "squares", "stripes"};
  private static final int EACH = 20;

  @TempDir private Path home = Path.of("");
  @TempDir private Path pictures = Path.of("");
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void open() throws IOException {
    for (int c = 0; c < CLASSES.length; c++) {
      Path folder = Files.createDirectory(pictures.resolve(CLASSES[c]));
      for (int i = 0; i < EACH; i++) {
        ImageIO.write(picture(c, i), "png", folder.resolve(i + ".png").toFile());
      }
    }
    Files.writeString(pictures.resolve("notes.txt"), "no picture");
    window = new TestWindow(home);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static BufferedImage picture(int kind, int number) {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(
        new GradientPaint(
            0, 0, Color.getHSBColor(number / 20f, 0.8f, 0.5f), 40, 30, Color.DARK_GRAY));
    g.fillRect(0, 0, 40, 30);
    g.setColor(Color.getHSBColor(kind / 3f, 0.9f, 1));
    switch (kind) {
      case 0 -> g.fillOval(8 + number % 7, 5, 18, 18);
      case 1 -> g.fillRect(10, 6 + number % 5, 16, 16);
      default -> {
        for (int x = number % 4; x < 40; x += 8) {
          g.fillRect(x, 0, 4, 30);
        }
      }
    }
    g.dispose();
    return image;
  }

  private DataDesk desk() {
    return window.workbench().data();
  }

  private void look() {
    Fx.run(() -> desk().look(pictures));
    Fx.await("the preview is there", () -> desk().importing().previewProperty().get() != null);
  }

  private void importAll() {
    look();
    Fx.await("it can be imported", () -> !window.node("#import-start").isDisabled());
    robot.clickOn("#import-start");
    Fx.await("it is used", () -> desk().usedProperty().get().stored() != null);
  }

  private String text(String selector) {
    return Fx.get(() -> ((Label) window.node(selector)).getText());
  }

  @Test
  void aFolderIsLookedAtImportedLookedThroughAndLearned() {
    look();
    assertThat(Fx.get(() -> window.workbench().shownTab())).isEqualTo(TabName.DATA);
    assertThat(Fx.get(() -> desk().importing().optionsProperty().get().image()))
        .isNotNull()
        .extracting(ImageShape::channels)
        .isEqualTo(3);
    Fx.save(Fx.get(() -> window.stage().scene()), "data-import");
    Fx.run(
        () ->
            desk()
                .importing()
                .change(
                    desk()
                        .importing()
                        .optionsProperty()
                        .get()
                        .withImage(new ImageShape(16, 16, 3))));
    Fx.await(
        "the preview follows",
        () ->
            Objects.requireNonNull(desk().importing().previewProperty().get())
                .images()
                .shape()
                .equals(new ImageShape(16, 16, 3)));
    Fx.await("it can be imported", () -> !window.node("#import-start").isDisabled());
    robot.clickOn("#import-start");
    Fx.await("it is used", () -> desk().usedProperty().get().stored() != null);

    assertThat(Fx.get(() -> ((MenuButton) window.node("#data-choice")).getText()))
        .isEqualTo(pictures.getFileName().toString());
    assertThat(text("#data-facts-line")).contains("16×16 colour", "3 classes");
    assertThat(Fx.get(() -> window.node("#import-pane").isVisible())).isFalse();

    Fx.await("images are shown", () -> text0("#data-count").startsWith("51 "));
    Fx.save(Fx.get(() -> window.stage().scene()), "data-tab");
    @SuppressWarnings("unchecked")
    ComboBox<Integer> label = (ComboBox<Integer>) Fx.get(() -> window.node("#data-class"));
    Fx.await("classes are known", () -> label.getItems().size() == 4);
    Fx.run(() -> label.setValue(1));
    int squares = Fx.get(() -> squares());
    assertThat(squares).isBetween(1, EACH);
    Fx.await("one class is shown", () -> text0("#data-count").startsWith(squares + " "));
    robot.clickOn("#data-part-test");
    Fx.await("all test images", () -> text0("#data-count").startsWith("9 "));
    robot.clickOn("#data-thumbnails").type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(text("#data-chosen")).startsWith("Test image 2");
    assertThat(Fx.get(() -> window.workbench().session().selectedImageProperty().get()))
        .isEqualTo(2);

    Fx.run(() -> window.workbench().experiment().change(plan -> plan.withEpochs(2)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await(
        "it has learned",
        () ->
            window.state() == TrainingState.IDLE
                && window.workbench().training().modelProperty().get() != null);
    for (TabName tab : TabName.values()) {
      Fx.run(() -> window.workbench().showTab(tab));
    }
    assertThat(window.messages()).isEmpty();
  }

  private long label(int index) {
    return desk().split().training().label(index);
  }

  private int squares() {
    return (int)
        IntStream.range(0, desk().split().training().size()).filter(i -> label(i) == 1).count();
  }

  private String text0(String selector) {
    return ((Label) window.node(selector)).getText();
  }

  @Test
  void whatWasUsedIsKnownAfterTheNextStartAndThereAtOnce() {
    importAll();
    window.close();
    window.reopen();
    assertThat(Fx.get(() -> desk().name())).isEqualTo("MNIST");
    assertThat(Fx.get(() -> desk().known())).hasSize(1);
    Fx.run(() -> desk().use(desk().known().getFirst()));
    Fx.await("it is used", () -> desk().usedProperty().get().stored() != null);
    Fx.run(() -> desk().useMnist());
    assertThat(Fx.get(() -> window.workbench().session().dataProperty().get()))
        .isSameAs(TestWindow.DATA);
  }

  @Test
  void aFolderWithoutImagesIsRefusedInALineAndNothingChanges() throws IOException {
    Path empty = Files.createDirectory(home.resolve("empty"));
    Fx.run(() -> desk().look(empty));
    Fx.await("it is refused", () -> !desk().importing().problemProperty().get().isEmpty());
    assertThat(Fx.get(() -> window.node("#import-start").isDisabled())).isTrue();
    assertThat(text("#import-problem")).doesNotContain("Exception").contains(".");
    robot.clickOn("#import-cancel");
    assertThat(Fx.get(() -> window.node("#import-pane").isVisible())).isFalse();
    assertThat(Fx.get(() -> desk().name())).isEqualTo("MNIST");
  }

  @Test
  void theChoiceNamesTheDataThatWasOpenedForAModel() throws IOException {
    Path folder = Files.createDirectory(home.resolve("digits"));
    Files.write(folder.resolve("train-images-idx3-ubyte"), IdxFiles.images(8, 90));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxFiles.images(2, 90));
    Fx.run(() -> desk().openLearned(folder, ImageShape.MNIST, () -> {}));
    Fx.await(
        "it is opened",
        () -> ((MenuButton) window.node("#data-choice")).getText().equals("digits"));
    assertThat(text("#data-facts-line")).startsWith("8 + 2");
    assertThat(Fx.get(() -> DataDesk.origin(desk().usedProperty().get())))
        .startsWith(folder.toString());
  }

  @Test
  void theDataThatAModelHasLearnedIsFoundByItself() {
    importAll();
    Fx.run(() -> window.workbench().experiment().change(plan -> plan.withEpochs(1)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await("it has learned", () -> epochs() == 1);
    DataSplit other = new DataSplit(desk().split().test(), desk().split().test());
    Fx.run(() -> window.workbench().trainingData().use(other, "other"));
    Fx.run(() -> window.workbench().experiment().trainMore());
    Fx.await("it is other data", () -> window.messages().contains("has learned other images"));
    Fx.run(() -> window.choice("Open the data it learned").fire());
    Fx.await("it goes on", () -> epochs() > 1);
    assertThat(Fx.get(() -> desk().name())).isEqualTo(pictures.getFileName().toString());
  }

  @Test
  void mnistIsOpenedAgainForAModelOfIt() {
    Fx.run(() -> window.workbench().experiment().change(plan -> plan.withEpochs(1)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await("it has learned", () -> epochs() == 1);
    DataSplit other = new DataSplit(desk().split().test(), desk().split().test());
    Fx.run(() -> window.workbench().trainingData().use(other, "other"));
    Fx.run(() -> window.workbench().experiment().trainMore());
    Fx.await("it is other data", () -> window.messages().contains("has learned other images"));
    Fx.run(() -> window.choice("Open the data it learned").fire());
    Fx.await("it goes on", () -> epochs() > 1);
    assertThat(Fx.get(() -> desk().name())).isEqualTo("MNIST");
    assertThat(Fx.get(() -> window.workbench().session().dataProperty().get()))
        .isSameAs(TestWindow.DATA);
  }

  private int epochs() {
    TrainedModel model = window.workbench().training().modelProperty().get();
    return window.state() != TrainingState.IDLE || model == null
        ? 0
        : model.history().epochs().size();
  }

  @Test
  void aDroppedFolderIsDataThatCanBeShownAsPicturesInstead() {
    Workbench workbench = window.workbench();
    assertThat(Fx.get(() -> DropPlace.of(window.node("#data-choice")))).isEqualTo(DropPlace.DATA);
    assertThat(Fx.get(() -> DropPlace.of(window.node("#train")))).isEqualTo(DropPlace.ANYWHERE);
    Fx.run(() -> workbench.incoming().takeFiles(List.of(pictures), DropPlace.ANYWHERE));
    Fx.await("the preview is there", () -> desk().importing().previewProperty().get() != null);
    Fx.await("both are offered", () -> window.node("#import-as-pictures").isVisible());
    robot.clickOn("#import-as-pictures");
    Fx.await("they are pictures", () -> workbench.shownTab() == TabName.PICTURES);
    Fx.await(
        "all are there",
        () -> workbench.pictures().picturesProperty().get().size() == CLASSES.length * EACH);
    assertThat(Fx.get(() -> desk().importing().pathProperty().get())).isNull();
    assertThat(Fx.get(() -> DropPlace.of(window.node("#picture-list"))))
        .isEqualTo(DropPlace.PICTURES);
    Fx.run(() -> workbench.incoming().takeFiles(List.of(pictures), DropPlace.DATA));
    Fx.await("the preview is there", () -> desk().importing().previewProperty().get() != null);
    assertThat(Fx.get(() -> window.node("#import-as-pictures").isVisible())).isFalse();
  }

  @Test
  void theSampleInColourIsInTheChoice() {
    MenuButton choice = (MenuButton) Fx.get(() -> window.node("#data-choice"));
    Fx.run(
        () ->
            choice.getItems().stream()
                .filter(item -> "data-shapes".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    Fx.await("it is used", () -> desk().name().equals("shapes"));
    assertThat(text("#data-facts-line"))
        .isEqualTo("5\u202F000 + 1\u202F000 · 32×32 colour · 8 classes");
    assertThat(Fx.get(() -> DataDesk.origin(desk().usedProperty().get())))
        .startsWith("Drawn by the workbench");
    assertThat(Fx.get(() -> window.workbench().experiment().plan().spec().image()))
        .isEqualTo(new ImageShape(32, 32, 3));
  }

  @Test
  void previewFollowsInversion() {
    look();
    float before = firstPixel();
    Fx.run(() -> ((CheckBox) window.node("#import-invert")).fire());
    Fx.await("it is inverted", () -> Math.abs(firstPixel0() - (1 - before)) < 0.01);
    Node cancel = Fx.get(() -> window.node("#import-cancel"));
    Fx.run(((Button) cancel)::fire);
    assertThat(Fx.get(() -> desk().importing().pathProperty().get())).isNull();
  }

  private float firstPixel() {
    return Fx.get(this::firstPixel0);
  }

  private float firstPixel0() {
    return Objects.requireNonNull(desk().importing().previewProperty().get()).images().image(0)[0];
  }
}
