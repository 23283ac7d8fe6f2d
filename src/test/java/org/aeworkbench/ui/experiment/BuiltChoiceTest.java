package org.aeworkbench.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkText;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.PublishedPresets;
import org.aeworkbench.ui.builder.BuilderViewModel;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put together in the builder, as the choice that is trained, undone and kept. */
class BuiltChoiceTest {
  @TempDir private Path home = Path.of("");
  private final Background background = new Background(Runnable::run);
  private TrainingViewModel training;
  private ExperimentViewModel experiment;

  @BeforeEach
  void start() {
    training = new TrainingViewModel(new WorkbenchSession());
    experiment =
        new ExperimentViewModel(
            training,
            new PresetShelf(new OwnPresets(UserFolders.under(home)), background, problem -> {}),
            PlanChoice.of(Presets.LAB_CONV.plan()));
  }

  @AfterEach
  void end() {
    training.close();
    background.close();
  }

  private String network() {
    return experiment.choiceProperty().get().network().text();
  }

  @Test
  void eachEditIsUndoneAndDoneAgainAndTheKeysOfAFieldAreOneEdit() {
    experiment.build();
    String lab = network();
    BuilderViewModel builder = experiment.builder();
    builder.duplicate();
    String twice = network();
    builder.remove();
    experiment.beginAdjusting();
    for (String units : new String[] {"1", "12", "128"}) {
      builder.replace(
          builder.selectedProperty().get(),
          NetworkText.layers("conv:" + units + ":relu", Part.ENCODER).getFirst());
    }
    experiment.endAdjusting();
    String typed = network();
    assertThat(typed).contains("conv:128:relu");
    experiment.undo();
    assertThat(network()).isEqualTo(lab);
    experiment.undo();
    assertThat(network()).isEqualTo(twice);
    experiment.undo();
    assertThat(network()).isEqualTo(lab);
    assertThat(experiment.choiceProperty().get().isCustom()).isTrue();
    experiment.undo();
    assertThat(experiment.choiceProperty().get().isCustom()).isFalse();
    for (int i = 0; i < 4; i++) {
      experiment.redo();
    }
    assertThat(network()).isEqualTo(typed);
    assertThat(experiment.canRedoProperty().get()).isFalse();
  }

  @Test
  void whatCannotRunIsRefusedAndThePlanStaysOneThatCan() {
    experiment.build();
    experiment.builder().paste("dense:9:relu");
    assertThat(experiment.refusalProperty().get()).isNotEmpty();
    assertThat(experiment.plan()).isEqualTo(Presets.LAB_CONV.plan());
    assertThat(experiment.followed()).isEmpty();
    experiment.undo();
    assertThat(experiment.refusalProperty().get()).isEmpty();
    assertThat(experiment.followed()).contains(Presets.LAB_CONV);
  }

  @Test
  void aNetworkWhoseCodeIsTooLargeForTheImagesSaysSoAndIsNotReplaced() {
    experiment.choosePreset(PublishedPresets.KERAS_CONV);
    experiment.setImage(new ImageShape(32, 32, 3));
    assertThat(experiment.refusalProperty().get()).isEmpty();
    experiment.setImage(new ImageShape(64, 64, 3));
    assertThat(network()).startsWith("64x64x3 | conv:32:relu pool conv:32:relu pool |");
    assertThat(experiment.refusalProperty().get()).contains("8192", "4096");
    assertThat(experiment.choiceProperty().get().mends()).isNotEmpty();
    assertThatThrownBy(() -> experiment.choosePreset(PublishedPresets.KERAS_CONV))
        .hasMessageContaining("its code would have 8192 numbers");
    experiment.setImage(ImageShape.MNIST);
    assertThat(experiment.plan()).isEqualTo(PublishedPresets.KERAS_CONV.plan());
  }
}
