package org.aeworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.app.session.ThemeChoice;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.pictures.Pictures;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.PixelImage;
import org.aeworkbench.ui.incoming.DroppedContent;
import org.aeworkbench.ui.pictures.PictureEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The real window on the display-free platform, with real data, mouse and keyboard. */
class WorkbenchTest {
  private static final DroppedContent NOTHING = new DroppedContent(List.of(), "", "", "");

  @TempDir private Path home = Path.of("");
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void open() {
    window = new TestWindow(home);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Workbench workbench() {
    return window.workbench();
  }

  private void await(TrainingState wanted) {
    Fx.await("the training is " + wanted, () -> window.state() == wanted);
  }

  private TrainedModel trained() {
    return Objects.requireNonNull(Fx.get(() -> workbench().training().modelProperty().get()));
  }

  private void train(int epochs) {
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(epochs)));
    TrainedModel before = Fx.get(() -> workbench().training().modelProperty().get());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await(
        "it has ended",
        () -> {
          TrainedModel now = workbench().training().modelProperty().get();
          return window.state() == TrainingState.IDLE && now != null && now != before;
        });
  }

  private boolean hasModel() {
    return workbench().training().modelProperty().get() != null;
  }

  private static float[] reconstruction(Autoencoder network) {
    return network.reconstruct(new float[][] {Networks.data().test().image(3)})[0];
  }

  @Test
  void convWith64IsTrainedPausedResumedAndStopped() {
    robot.clickOn("#architecture-conv");
    Fx.run(() -> ((TextField) window.node("#encoding-dim")).setText("64"));
    robot.clickOn("#encoding-dim").type(KeyCode.ENTER);
    assertThat(Fx.get(() -> workbench().experiment().plan().spec().encodingDim())).isEqualTo(64);
    int[] empty = Fx.get(() -> chart());
    assertThat(Fx.get(() -> window.node(".chart-pane").lookup(".empty-state")).isVisible())
        .isTrue();
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(TrainingPlan.MAX_EPOCHS)));

    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await("an epoch is done", () -> !workbench().training().losses().epochs().isEmpty());
    Fx.await("the chart shows it", () -> !Arrays.equals(chart(), empty));
    Fx.await("reconstructions are drawn", () -> bright(window.node(".image-strip"), 10));

    Fx.run(() -> window.stage().scene().getRoot().requestFocus());
    robot.type(KeyCode.SPACE);
    await(TrainingState.PAUSED);
    Fx.run(() -> workbench().experiment().chooseLearningRate(0.5));
    robot.type(KeyCode.SPACE);
    await(TrainingState.RUNNING);
    int epochs = Fx.get(() -> workbench().training().losses().epochs().size());
    Fx.await("it goes on", () -> workbench().training().losses().epochs().size() > epochs + 1);
    robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
    await(TrainingState.IDLE);
    TrainedModel stopped = trained();
    assertThat(Presets.name(stopped.plan().spec())).isEqualTo("conv");
    assertThat(stopped.history().epochs().getFirst().learningRate()).isEqualTo(1);
    assertThat(stopped.history().epochs().getLast().learningRate()).isEqualTo(0.5);
  }

  private int[] chart() {
    return Fx.pixels(window.node(".chart-pane"));
  }

  /** True if at least so many tiles beyond the originals show something. */
  private static boolean bright(Node strip, int tiles) {
    long shown =
        strip.lookupAll(".pixel-image").stream()
            .filter(tile -> Arrays.stream(((PixelImage) tile).argb()).anyMatch(p -> p != 0))
            .count();
    return shown >= 10 + tiles;
  }

  @Test
  void moreEpochsGoOnWhereTheRunEndedAndAResetKeepsTheModelSafe() {
    train(1);
    float[] after = reconstruction(trained().autoencoder());
    Fx.run(() -> workbench().experiment().trainMore());
    Fx.await(
        "ten more are done",
        () -> hasModel() && workbench().training().losses().epochs().size() == 11);
    assertThat(reconstruction(trained().autoencoder())).isNotEqualTo(after);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    Fx.await("it is gone", () -> !hasModel());
    Fx.await("and kept", () -> !workbench().kept().replaced().isEmpty());
  }

  @Test
  void aSavedModelComesBackAndIsNotOverwrittenByTheNextRun() throws IOException {
    train(1);
    float[] before = reconstruction(trained().autoencoder());
    Path file = home.resolve("mine.aemodel");
    Fx.run(() -> workbench().document().save(file, () -> {}));
    Fx.await("saved", () -> !workbench().document().unsavedProperty().get());
    byte[] saved = Files.readAllBytes(file);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    Fx.await("reset", () -> !hasModel());

    Fx.run(() -> workbench().incoming().takeFiles(List.of(file), DropPlace.ANYWHERE));
    Fx.await("opened", this::hasModel);
    assertThat(reconstruction(trained().autoencoder())).isEqualTo(before);
    assertThat(Fx.get(() -> workbench().document().fileProperty().get())).isEqualTo(file);

    Fx.run(() -> workbench().experiment().chooseEncodingDim(8));
    train(1);
    assertThat(Fx.get(() -> workbench().document().fileProperty().get()))
        .as("Save has to ask for a name")
        .isNull();
    assertThat(Files.readAllBytes(file)).isEqualTo(saved);
  }

  @Test
  void droppedPicturesAreReconstructedAndBadFilesSayWhy() throws IOException {
    train(1);
    Path two = home.resolve("two.png");
    Files.write(two, Pictures.file(Pictures.two(90, 90, Color.WHITE, Color.BLACK), "png"));
    Path text = Files.writeString(home.resolve("text.png"), "no picture");
    Fx.run(() -> workbench().incoming().takeFiles(List.of(two, text), DropPlace.ANYWHERE));
    Fx.await(
        "it is reconstructed", () -> workbench().pictures().resultsProperty().get().size() == 1);
    PictureEntry picture = Fx.get(() -> workbench().pictures().selectedProperty().get());
    assertThat(picture.name()).isEqualTo("two.png");
    assertThat(Fx.get(() -> window.node("#picture-reconstruction").isVisible())).isTrue();
    Fx.await("the other is refused", () -> window.messages().contains("text.png is no picture"));

    WritableImage image = Fx.get(() -> window.stage().scene().snapshot(null));
    assertThat(
            Fx.get(
                () ->
                    workbench().incoming().take(NOTHING, image, "Dropped picture", DropPlace.DATA)))
        .isTrue();
    Fx.await("two pictures", () -> workbench().pictures().picturesProperty().get().size() == 2);
    assertThat(Fx.get(() -> workbench().incoming().take(NOTHING, null, "", DropPlace.DATA)))
        .isFalse();
    Path model = home.resolve("a.aemodel");
    Fx.run(() -> workbench().incoming().takeFiles(List.of(model, model), DropPlace.ANYWHERE));
    Fx.await("told", () -> window.messages().contains("One model can be open at a time"));
  }

  @Test
  void theKeyboardAloneIsEnough() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(Fx.get(() -> window.node(".reconstruction-view").isVisible())).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    int dim = Fx.get(() -> workbench().experiment().plan().spec().encodingDim());
    Fx.run(() -> workbench().experiment().chooseEncodingDim(dim + 5));
    Fx.run(() -> window.stage().scene().getRoot().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(Fx.get(() -> workbench().experiment().plan().spec().encodingDim())).isEqualTo(dim);
    // Space in a text field is a space and pauses nothing.
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(TrainingPlan.MAX_EPOCHS)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    await(TrainingState.RUNNING);
    Fx.run(() -> workbench().experiment().change(plan -> plan));
    robot.clickOn("#architecture-deep");
    assertThat(Fx.get(window::state)).isEqualTo(TrainingState.RUNNING);
    robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
    await(TrainingState.IDLE);
  }

  @Test
  void altWithALetterOpensAMenuInWhateverOrderTheyAreReleased() {
    Menu file = Fx.get(() -> ((MenuBar) window.node(".menu-bar")).getMenus().getFirst());
    robot.press(KeyCode.ALT).press(KeyCode.F).release(KeyCode.F).release(KeyCode.ALT);
    assertThat(Fx.get(file::isShowing)).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(Fx.get(file::isShowing)).isFalse();
    robot.press(KeyCode.ALT).press(KeyCode.F).release(KeyCode.ALT).release(KeyCode.F);
    assertThat(Fx.get(file::isShowing)).isTrue();
    robot.push(KeyCode.ALT);
    assertThat(Fx.get(file::isShowing)).as("Alt alone closes it").isFalse();
  }

  @Test
  void closingWhileItTrainsAsksOnceAndTheNextStartOffersTheModel() {
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(TrainingPlan.MAX_EPOCHS)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await("an epoch is done", () -> !workbench().training().losses().epochs().isEmpty());
    Fx.run(window::requestClose);
    assertThat(Fx.get(window::messages)).contains("A training is running");
    Fx.run(() -> window.choice("Keep training").fire());
    assertThat(Fx.get(window::state)).isEqualTo(TrainingState.RUNNING);
    Fx.run(() -> workbench().training().stop());
    await(TrainingState.IDLE);
    // As a process leaves it that had no time to save.
    Path left = home.resolve("data/models/session-999999999.aemodel");
    TrainedModel model = trained();
    org.aeworkbench.modelfile.ModelFile.save(model, left);
    window.close();

    window.reopen();
    Fx.await("it is offered", () -> window.messages().contains("The last session ended"));
    Fx.run(() -> window.choice("Restore").fire());
    Fx.await("it is back", this::hasModel);
    assertThat(reconstruction(trained().autoencoder()))
        .isEqualTo(reconstruction(model.autoencoder()));
    assertThat(Fx.get(() -> workbench().document().unsavedProperty().get())).isTrue();
  }

  @Test
  void preferencesAreKeptAndBrokenOnesDoNoHarm() throws IOException {
    Fx.run(
        () -> {
          window.stage().themes().choiceProperty().set(ThemeChoice.DARK);
          workbench().experiment().chooseFamily(Presets.LAB_DEEP);
          workbench().experiment().chooseEncodingDim(17);
          workbench().session().dialogFolder().remember(home.resolve("a.png").toFile());
          workbench().showTab(TabName.LATENT);
          ((Slider) window.node("#smoothing")).setValue(0.25);
          ((ToggleButton) window.node("#axis-linear")).fire();
        });
    close();
    window.reopen();
    assertThat(Fx.get(() -> workbench().session().dialogFolder().get())).isEqualTo(home);
    assertThat(Fx.get(() -> workbench().shownTab())).isEqualTo(TabName.LATENT);
    Fx.run(() -> workbench().showTab(TabName.TRAINING));
    assertThat(Fx.get(() -> ((Slider) window.node("#smoothing")).getValue())).isEqualTo(0.25);
    assertThat(Fx.get(() -> ((ToggleButton) window.node("#axis-linear")).isSelected())).isTrue();
    assertThat(Fx.get(() -> window.stage().themes().choiceProperty().get()))
        .isEqualTo(ThemeChoice.DARK);
    assertThat(Fx.get(() -> workbench().experiment().plan().spec().encodingDim())).isEqualTo(17);
    close();
    Path file = home.resolve("config/preferences.json");
    assertThat(file).content().contains("\"TRAINING\"");
    Files.writeString(file, "{\"tab\": \"Latent\"}"); // as it was written once
    window.reopen();
    assertThat(Fx.get(() -> workbench().shownTab())).isEqualTo(TabName.LATENT);
    close();
    Files.writeString(file, "{\"theme\": 7, \"plan\": [");
    window.reopen();
    close();
    Files.writeString(
        file, "{\"tab\": 3, \"folder\": [], \"smoothing\": \"x\", \"logarithmic\": {}}");
    window.reopen();
    assertThat(Fx.get(() -> workbench().shownTab())).isEqualTo(TabName.TRAINING);
    assertThat(Fx.get(() -> workbench().chartSettings().smoothingProperty().get())).isEqualTo(0.6);
    assertThat(Fx.get(() -> Presets.name(workbench().experiment().plan().spec())))
        .isEqualTo("shallow");
  }

  @Test
  void theRealLiveModelIsWhatEveryTabSees() {
    train(1);
    LiveModel live =
        Objects.requireNonNull(Fx.get(() -> workbench().session().modelProperty().get()));
    assertThat(live.autoencoder().parameters()).isEqualTo(trained().parameters());
  }
}
