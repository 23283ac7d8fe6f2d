package org.aeworkbench.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.builder.RandomEdits;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.MadeImages;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingDivergedException;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.training.TrainingObserver;
import org.aeworkbench.ui.builder.BuilderViewModel;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done in the builder, Train is on only for what can be trained, and whatever is wrong
 * can be mended by what is offered. Some hundred edits here; {@code -Dbuilder.minutes=15} goes on
 * for so long, with other edits, and trains large networks too.
 */
class RandomBuilderTest {
  private static final int EDITS = 300;
  private static final int MOST_PARAMETERS = 20_000;
  private static final long MOST_MULTIPLICATIONS = 3_000_000;
  private static final int MOST_MENDS = 300;
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("builder.minutes", "0"));

  @TempDir private Path home = Path.of("");
  private final Background background = new Background(Runnable::run);
  private final long seed = Long.getLong("builder.seed", 20_261_128);
  private final SplittableRandom random = new SplittableRandom(seed);
  private TrainingViewModel training;
  private ExperimentViewModel experiment;
  private int edits;
  private int trained;
  private int mended;

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
    String before = "";
    try {
      for (; edits < EDITS || System.nanoTime() < end; edits++) {
        before = experiment.choiceProperty().get().network().text();
        edit();
        check();
      }
    } catch (Throwable e) {
      throw new AssertionError("seed " + seed + ", edit " + edits + ", before it " + before, e);
    }
    assertThat(trained).isGreaterThan(EDITS / 20);
    assertThat(mended).isGreaterThan(EDITS / 20);
    if (MINUTES > 0) {
      System.out.printf(
          "%d edits, %d trainings, %d times mended until it ran%n", edits, trained, mended);
    }
  }

  private void check() {
    String refusal = experiment.refusalProperty().get();
    if (refusal.isEmpty()) {
      trainOneBatch();
      return;
    }
    assertThat(refusal).doesNotContain("\n").endsWith(".");
    if (random.nextInt(4) == 0) {
      mend();
    }
  }

  private void mend() {
    for (int i = 0; !experiment.choiceProperty().get().diagnosis().runs(); i++) {
      List<Mend> mends = experiment.choiceProperty().get().mends();
      assertThat(mends).isNotEmpty();
      assertThat(i).as("mends lead somewhere: " + mends).isLessThan(MOST_MENDS);
      experiment.builder().mend(mends.getFirst());
    }
    mended++;
  }

  private void trainOneBatch() {
    PlanChoice choice = experiment.choiceProperty().get();
    assertThat(choice.plan().spec().text()).isEqualTo(choice.network().text());
    boolean small =
        choice.plan().spec().parameterCount() <= MOST_PARAMETERS
            && choice.diagnosis().multiplications() <= MOST_MULTIPLICATIONS;
    if (choice.plan().backend() == BackendName.VECTOR && (small || MINUTES > 0)) {
      Dataset images = MadeImages.of(choice.network().image(), 2);
      TrainingLoop loop = new TrainingLoop(images, images, 1);
      TrainedModel untrained = loop.untrained(choice.plan().withEpochs(1), "test");
      try {
        TrainedModel model = loop.run(untrained, new TrainingControl(), new TrainingObserver() {});
        assertThat(model.history().epochs()).hasSize(1);
      } catch (TrainingDivergedException e) {
        assertThat(e.getMessage()).as("numbers, not the network").isNotEmpty();
      }
      trained++;
    }
  }

  private void edit() {
    BuilderViewModel builder = experiment.builder();
    switch (random.nextInt(26)) {
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
      case 10 -> choosePreset();
      case 11 -> experiment.build();
      case 12 ->
          experiment.setImage(
              new ImageShape(
                  1 + random.nextInt(64), 1 + random.nextInt(64), 1 + 2 * random.nextInt(2)));
      default -> {
        RandomEdits next = new RandomEdits(random);
        builder.paste(next.next(builder.network()).text());
      }
    }
  }

  private void choosePreset() {
    try {
      experiment.choosePreset(any(Presets.ALL.toArray(new Preset[0])));
    } catch (UsageException e) {
      assertThat(e.getMessage()).contains("cannot make images");
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
