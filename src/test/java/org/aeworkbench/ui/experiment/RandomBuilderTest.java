package org.aeworkbench.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.builder.RandomEdits;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.training.TrainingObserver;
import org.aeworkbench.ui.builder.BuilderViewModel;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done in the builder, Train is on only for what can be trained. Some hundred edits
 * here; {@code -Dbuilder.minutes=15} goes on for so long, and trains large networks too.
 */
class RandomBuilderTest {
  private static final int EDITS = 100;
  private static final int MOST_PARAMETERS = 60_000;
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("builder.minutes", "0"));
  private static final Dataset IMAGES = Networks.small().test().first(2);

  @TempDir private Path home = Path.of("");
  private final Background background = new Background(Runnable::run);
  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("builder.seed", 20_261_128));
  private TrainingViewModel training;
  private ExperimentViewModel experiment;
  private int trained;

  @BeforeEach
  void start() {
    training = new TrainingViewModel(new WorkbenchSession());
    experiment =
        new ExperimentViewModel(
            training,
            new PresetShelf(new OwnPresets(UserFolders.under(home)), background, problem -> {}),
            PlanChoice.of(Presets.LAB_CONV.plan()));
    experiment.build();
  }

  @AfterEach
  void end() {
    training.close();
    background.close();
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void trainIsOnOnlyForWhatCanBeTrained() {
    long end = System.nanoTime() + (long) (MINUTES * 60e9);
    for (int i = 0; i < EDITS || System.nanoTime() < end; i++) {
      edit();
      if (experiment.refusalProperty().get().isEmpty()) {
        trainOneBatch();
      } else {
        assertThat(experiment.refusalProperty().get()).doesNotContain("\n").endsWith(".");
      }
    }
    assertThat(trained).isGreaterThan(EDITS / 20);
    System.out.println(trained + " networks trained");
  }

  private void trainOneBatch() {
    PlanChoice choice = experiment.choiceProperty().get();
    assertThat(choice.plan().spec().text()).isEqualTo(choice.network().text());
    boolean small = choice.plan().spec().parameterCount() <= MOST_PARAMETERS;
    if (choice.plan().backend() == BackendName.VECTOR && (small || MINUTES > 0)) {
      TrainingLoop loop = new TrainingLoop(IMAGES, IMAGES, 1);
      TrainedModel untrained = loop.untrained(choice.plan().withEpochs(1), "test");
      try {
        TrainedModel model = loop.run(untrained, new TrainingControl(), new TrainingObserver() {});
        assertThat(model.history().epochs()).hasSize(1);
      } catch (org.aeworkbench.training.TrainingDivergedException e) {
        assertThat(e.getMessage()).as("numbers, not the network").isNotEmpty();
      }
      trained++;
    }
  }

  private void edit() {
    BuilderViewModel builder = experiment.builder();
    RandomEdits edits = new RandomEdits(random);
    switch (random.nextInt(24)) {
      case 0 -> experiment.undo();
      case 1 -> experiment.redo();
      case 2 -> builder.duplicate();
      case 3 -> builder.remove();
      case 4 -> builder.moveBy(random.nextBoolean() ? 1 : -1);
      case 5 -> builder.select(new Place(Part.values()[2 * random.nextInt(2)], random.nextInt(9)));
      case 6 -> builder.mirror();
      case 7 -> builder.paste("pool dense:9:tanh");
      case 8 -> chooseLoss();
      case 9 -> experiment.change(plan -> plan.withBackend(any(BackendName.values())));
      case 10 -> experiment.choosePreset(any(Presets.ALL.toArray(new org.aeworkbench.model.Preset[0])));
      case 11 -> experiment.build();
      default -> builder.paste(edits.next(builder.network()).text());
    }
  }

  private void chooseLoss() {
    try {
      experiment.change(plan -> plan.withLoss(any(Loss.values())));
    } catch (UsageException e) {
      assertThat(e.getMessage()).contains("sigmoid");
    }
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
