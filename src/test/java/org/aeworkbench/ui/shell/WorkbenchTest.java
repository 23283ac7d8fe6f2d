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
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.app.session.ThemeChoice;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.pictures.Pictures;
import org.aeworkbench.ui.common.DigitImage;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.Networks;
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
  private WorkbenchStage window;

  @BeforeEach
  void open() {
    window = window();
  }

  private WorkbenchStage window() {
    Mnist data = new Mnist(Networks.data().training().first(2000), Networks.small().test());
    WorkbenchSettings settings = new WorkbenchSettings(UserFolders.under(home), 2, () -> data);
    WorkbenchStage opened = Fx.get(() -> new WorkbenchStage(new Stage(), settings));
    Fx.run(opened::show);
    Fx.await("the data is there", () -> opened.workbench().training().readyProperty().get());
    return opened;
  }

  @AfterEach
  void close() {
    Fx.run(window::close);
    Fx.run(window::hideWindow);
  }

  private Workbench workbench() {
    return window.workbench();
  }

  private TrainingState state() {
    return workbench().training().stateProperty().get();
  }

  private Node node(String selector) {
    return Objects.requireNonNull(window.scene().lookup(selector), selector);
  }

  private void await(TrainingState wanted) {
    Fx.await("the training is " + wanted, () -> state() == wanted);
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
          return state() == TrainingState.IDLE && now != null && now != before;
        });
  }

  private boolean hasModel() {
    return workbench().training().modelProperty().get() != null;
  }

  private static float[] reconstruction(Autoencoder network) {
    return network.reconstruct(new float[][] {Networks.data().test().image(3)})[0];
  }

  private String messages() {
    return String.join("\n", workbench().messages().texts().toList());
  }

  @Test
  void convWith64IsTrainedPausedResumedAndStopped() {
    robot.clickOn("#architecture-conv");
    Fx.run(() -> ((TextField) node("#encoding-dim")).setText("64"));
    robot.clickOn("#encoding-dim").type(KeyCode.ENTER);
    assertThat(Fx.get(() -> workbench().experiment().plan().spec().encodingDim())).isEqualTo(64);
    int[] empty = Fx.get(() -> chart());
    assertThat(Fx.get(() -> node(".chart-pane").lookup(".empty-state")).isVisible()).isTrue();
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(200)));

    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await("an epoch is done", () -> !workbench().training().losses().epochs().isEmpty());
    Fx.await("the chart shows it", () -> !Arrays.equals(chart(), empty));
    Fx.await("reconstructions are drawn", () -> bright(node(".digit-strip"), 10));

    Fx.run(() -> window.scene().getRoot().requestFocus());
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
    return Fx.pixels(node(".chart-pane"));
  }

  /** True if at least so many tiles beyond the originals show something. */
  private static boolean bright(Node strip, int tiles) {
    long shown =
        strip.lookupAll(".digit-image").stream()
            .filter(tile -> Arrays.stream(((DigitImage) tile).argb()).anyMatch(p -> p != 0))
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

    Fx.run(() -> workbench().incoming().takeFiles(List.of(file)));
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
    Fx.run(() -> workbench().incoming().takeFiles(List.of(two, text)));
    Fx.await(
        "it is reconstructed", () -> workbench().pictures().resultsProperty().get().size() == 1);
    PictureEntry picture = Fx.get(() -> workbench().pictures().selectedProperty().get());
    assertThat(picture.name()).isEqualTo("two.png");
    assertThat(Fx.get(() -> node("#picture-reconstruction").isVisible())).isTrue();
    Fx.await("the other is refused", () -> messages().contains("text.png is no picture"));

    WritableImage image = Fx.get(() -> window.scene().snapshot(null));
    assertThat(Fx.get(() -> workbench().incoming().take(NOTHING, image, "Dropped picture")))
        .isTrue();
    Fx.await("two pictures", () -> workbench().pictures().picturesProperty().get().size() == 2);
    assertThat(Fx.get(() -> workbench().incoming().take(NOTHING, null, ""))).isFalse();
    Path model = home.resolve("a.aemodel");
    Fx.run(() -> workbench().incoming().takeFiles(List.of(model, model)));
    assertThat(Fx.get(this::messages)).contains("One model can be open at a time");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(Fx.get(() -> node(".reconstruction-view").isVisible())).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    int dim = Fx.get(() -> workbench().experiment().plan().spec().encodingDim());
    Fx.run(() -> workbench().experiment().chooseEncodingDim(dim + 5));
    Fx.run(() -> window.scene().getRoot().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(Fx.get(() -> workbench().experiment().plan().spec().encodingDim())).isEqualTo(dim);
    // Space in a text field is a space and pauses nothing.
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(500)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    await(TrainingState.RUNNING);
    Fx.run(() -> workbench().experiment().change(plan -> plan));
    robot.clickOn("#architecture-deep");
    assertThat(Fx.get(this::state)).isEqualTo(TrainingState.RUNNING);
    robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
    await(TrainingState.IDLE);
  }

  @Test
  void altWithALetterOpensAMenuInWhateverOrderTheyAreReleased() {
    Menu file = Fx.get(() -> ((MenuBar) node(".menu-bar")).getMenus().getFirst());
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
    Fx.run(() -> workbench().experiment().change(plan -> plan.withEpochs(500)));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await("an epoch is done", () -> !workbench().training().losses().epochs().isEmpty());
    Fx.run(this::requestClose);
    assertThat(Fx.get(this::messages)).contains("A training is running");
    Fx.run(() -> button("Keep training").fire());
    assertThat(Fx.get(this::state)).isEqualTo(TrainingState.RUNNING);
    Fx.run(() -> workbench().training().stop());
    await(TrainingState.IDLE);
    // As a process leaves it that had no time to save.
    Path left = home.resolve("data/models/session-999999999.aemodel");
    TrainedModel model = trained();
    org.aeworkbench.modelfile.ModelFile.save(model, left);
    Fx.run(window::close);
    Fx.run(window::hideWindow);

    window = window();
    Fx.await("it is offered", () -> messages().contains("The last session ended"));
    Fx.run(() -> button("Restore").fire());
    Fx.await("it is back", this::hasModel);
    assertThat(reconstruction(trained().autoencoder()))
        .isEqualTo(reconstruction(model.autoencoder()));
    assertThat(Fx.get(() -> workbench().document().unsavedProperty().get())).isTrue();
  }

  private void requestClose() {
    Stage stage = (Stage) window.scene().getWindow();
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  // Asked of the messages themselves: their buttons are in the scene with the next frame only.
  private Button button(String text) {
    return workbench()
        .messages()
        .choices()
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void preferencesAreKeptAndBrokenOnesDoNoHarm() throws IOException {
    Fx.run(
        () -> {
          window.themes().choiceProperty().set(ThemeChoice.DARK);
          workbench().experiment().chooseFamily(Presets.LAB_DEEP);
          workbench().experiment().chooseEncodingDim(17);
          workbench().session().dialogFolder().remember(home.resolve("a.png").toFile());
          workbench().showTab(TabName.LATENT);
          ((Slider) node("#smoothing")).setValue(0.25);
          ((ToggleButton) node("#axis-linear")).fire();
        });
    close();
    window = window();
    assertThat(Fx.get(() -> workbench().session().dialogFolder().get())).isEqualTo(home);
    assertThat(Fx.get(() -> workbench().shownTab())).isEqualTo(TabName.LATENT);
    Fx.run(() -> workbench().showTab(TabName.TRAINING));
    assertThat(Fx.get(() -> ((Slider) node("#smoothing")).getValue())).isEqualTo(0.25);
    assertThat(Fx.get(() -> ((ToggleButton) node("#axis-linear")).isSelected())).isTrue();
    assertThat(Fx.get(() -> window.themes().choiceProperty().get())).isEqualTo(ThemeChoice.DARK);
    assertThat(Fx.get(() -> workbench().experiment().plan().spec().encodingDim())).isEqualTo(17);
    close();
    Path file = home.resolve("config/preferences.json");
    assertThat(file).content().contains("\"TRAINING\"");
    Files.writeString(file, "{\"tab\": \"Latent\"}"); // as it was written once
    window = window();
    assertThat(Fx.get(() -> workbench().shownTab())).isEqualTo(TabName.LATENT);
    close();
    Files.writeString(file, "{\"theme\": 7, \"plan\": [");
    window = window();
    close();
    Files.writeString(
        file, "{\"tab\": 3, \"folder\": [], \"smoothing\": \"x\", \"logarithmic\": {}}");
    window = window();
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
