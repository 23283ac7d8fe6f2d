package org.aeworkbench.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.job.LoopEngine;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Presets;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit in the memory is said while it is chosen, and Train is off. */
class MemoryRefusalTest {
  /** 31 million parameters: too many for Adam in the 2 GB that tests and window have. */
  private static final String LARGE = "28x28x1 | dense:40000:relu dense:1:relu | dense:784:sigmoid";

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
            PlanChoice.of(Presets.LAB_SHALLOW.plan()));
  }

  @AfterEach
  void end() {
    training.close();
    background.close();
  }

  private void load() {
    Dataset data = Dataset.unlabelled(new byte[10 * 784], ImageShape.MNIST);
    training.setEngine(new LoopEngine(new TrainingLoop(data, data, 1), 10, "made"));
  }

  private String refusal() {
    return experiment.refusalProperty().get();
  }

  @Test
  void aNetworkThatIsTooLargeIsRefusedBeforeTrainIsPressedAndSaysWhatToDo() {
    load();
    experiment.chooseOptimizer("adam");
    experiment.build();
    assertThat(refusal()).isEmpty();
    experiment.builder().paste(LARGE);
    assertThat(refusal())
        .startsWith("Training a network of 31441569 parameters with adam takes about 2.5 GB")
        .endsWith("Make its largest layer smaller, or choose sgd, which remembers less.");
    experiment.train();
    assertThat(training.stateProperty().get()).isEqualTo(TrainingState.IDLE);
    experiment.chooseOptimizer("sgd");
    assertThat(refusal()).isEmpty();
    experiment.undo();
    assertThat(refusal()).isNotEmpty();
    experiment.undo();
    assertThat(refusal()).isEmpty();
  }

  @Test
  void whatWasChosenBeforeTheDataIsThereIsLookedAtOnceItIs() {
    experiment.chooseOptimizer("adam");
    experiment.build();
    experiment.builder().paste(LARGE);
    assertThat(refusal()).isEmpty();
    load();
    assertThat(refusal()).contains("31441569");
  }
}
