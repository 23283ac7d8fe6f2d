package org.aeworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.ui.common.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing learned is lost or carried on wrongly: the real window in unhappy places. */
class SafetyTest {
  @TempDir private Path home = Path.of("");
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

  private boolean isIdle() {
    return workbench().training().stateProperty().get() == TrainingState.IDLE;
  }

  private int epochs() {
    return workbench().training().losses().epochs().size();
  }

  private void train(int epochs) {
    Fx.run(
        () -> {
          workbench().experiment().change(plan -> plan.withEpochs(epochs));
          workbench().experiment().train();
        });
    Fx.await("it is trained", () -> isIdle() && epochs() == epochs);
  }

  /** A model of one epoch that has learned a data set. */
  private Path learned(Dataset training, String name, String checksum) {
    TrainedModel model =
        new TrainingLoop(training, TestWindow.DATA.test().first(50), 1)
            .run(
                new TrainingLoop(training, TestWindow.DATA.test(), 1)
                    .untrained(Presets.LAB_SHALLOW.plan().withEpochs(1), name),
                new org.aeworkbench.training.TrainingControl(),
                new org.aeworkbench.training.TrainingObserver() {});
    Provenance origin = model.provenance();
    Path file = home.resolve(name + ".aemodel");
    ModelFile.save(
        new TrainedModel(
            model.plan(),
            model.parameters(),
            model.updaterState(),
            model.history(),
            new Provenance(
                name,
                checksum.isEmpty() ? origin.dataChecksum() : checksum,
                origin.trainingImages(),
                origin.workbenchVersion(),
                origin.created())),
        file);
    return file;
  }

  private void show(Path file) {
    Fx.run(() -> workbench().open(file));
    Fx.await("it is open", () -> workbench().training().modelProperty().get() != null);
  }

  private List<String> hints() {
    return window.stage().scene().getRoot().lookupAll(".data-hint").stream()
        .filter(Node::isVisible)
        .map(node -> ((Label) node).getText())
        .toList();
  }

  @Test
  void aModelOfOtherDataIsNotTrainedOnThisOne() {
    show(learned(TestWindow.DATA.training().first(600), "fashion", "0123"));
    Fx.await("the tab says so", () -> hints().toString().contains("600 of fashion"));
    Fx.run(() -> workbench().experiment().trainMore());
    Fx.await("refused", () -> window.messages().contains("The model has learned other images"));
    assertThat(Fx.get(this::isIdle)).isTrue();
    assertThat(Fx.get(() -> window.choice("Open the data it learned"))).isNotNull();
    Fx.run(() -> window.choice("Train anew on MNIST").fire());
    Fx.await("a new model", () -> isIdle() && epochs() == 11);
    TrainedModel anew = Fx.get(() -> workbench().training().modelProperty().get());
    assertThat(anew.provenance().trainingImages()).isEqualTo(2000);
    Fx.await("no doubt is left", () -> hints().isEmpty());
  }

  @Test
  void aModelOfAPartGoesOnWithThatPart() {
    show(learned(TestWindow.DATA.training().first(600), "MNIST", ""));
    Fx.await("the tab says so", () -> hints().toString().contains("first 600"));
    Fx.run(() -> workbench().experiment().trainMore());
    Fx.await("asked", () -> window.messages().contains("first 600 of these images only"));
    Fx.run(() -> window.choice("Go on with those 600").fire());
    Fx.await("it goes on", () -> isIdle() && epochs() == 11);
    TrainedModel more = Fx.get(() -> workbench().training().modelProperty().get());
    assertThat(more.provenance().trainingImages()).isEqualTo(600);
    assertThat(more.history().epochs()).hasSize(11);
    // A new one learns all again.
    Fx.run(() -> workbench().experiment().reset());
    train(1);
    assertThat(Fx.get(() -> workbench().training().modelProperty().get()).provenance())
        .extracting(Provenance::trainingImages)
        .isEqualTo(2000);
  }

  @Test
  void whatCannotBeKeptIsSaidAndNotLostWithTheWindow() throws IOException {
    Path inTheWay = Files.writeString(home.resolve("data"), "a file where a folder belongs");
    train(1);
    Fx.await("it is said", () -> window.messages().contains("cannot be kept safe"));
    assertThat(Fx.get(() -> window.node("#status-not-kept").isVisible())).isTrue();
    Fx.run(window::requestClose);
    Stage stage = (Stage) window.stage().scene().getWindow();
    Fx.await(
        "asked where to", () -> window.messages().contains("cannot be kept for the next start"));
    assertThat(Fx.get(stage::isShowing)).isTrue();
    assertThat(Fx.get(() -> window.choice("Save as and quit"))).isNotNull();
    assertThat(Fx.get(() -> window.choice("Quit without saving"))).isNotNull();

    Files.delete(inTheWay);
    Fx.await("kept as soon as it can be", () -> !window.node("#status-not-kept").isVisible());
    assertThat(Fx.get(() -> Files.isDirectory(home.resolve("data").resolve("models")))).isTrue();
  }

  @Test
  void aRestoredSessionIsUnsavedAndDoesNotComeBackOnceSaved() throws IOException {
    train(1);
    TrainedModel model = Fx.get(() -> workbench().training().modelProperty().get());
    Path left = home.resolve("data/models/session-999999999.aemodel");
    ModelFile.save(model, left);
    close();
    window.reopen();
    Fx.await("it is offered", () -> window.messages().contains("The last session ended"));
    Fx.run(() -> window.choice("Restore").fire());
    Fx.await("it is this session's", () -> !Files.exists(left));
    Stage stage = (Stage) window.stage().scene().getWindow();
    assertThat(Fx.get(stage::getTitle)).startsWith("●");
    Path file = home.resolve("mine.aemodel");
    Fx.run(() -> workbench().document().save(file, () -> {}));
    Fx.await("saved", () -> !workbench().document().unsavedProperty().get());
    Fx.await(
        "nothing is left to offer",
        () -> {
          try (var models = Files.list(home.resolve("data/models"))) {
            return models.noneMatch(path -> path.getFileName().toString().startsWith("session-"));
          } catch (IOException e) {
            return false;
          }
        });
  }
}
