package org.aeworkbench.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.data.DataDesk.Used;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.training.TrainingViewModel;

/**
 * The data that a model has learned: found by its checksum in the program or where it was converted
 * before, else asked for. Only for the FX thread.
 */
final class LearnedFinder {
  private final DataDesk desk;
  private final DataDialogs dialogs;
  private final TrainingViewModel training;
  private final DatasetCache cache;
  private final Background background;
  private final Messages messages;

  /**
   * @param desk uses what is found
   * @param training has the model whose data is looked for
   */
  LearnedFinder(
      DataDesk desk,
      DataDialogs dialogs,
      TrainingViewModel training,
      DatasetCache cache,
      Background background,
      Messages messages) {
    this.desk = desk;
    this.dialogs = dialogs;
    this.training = training;
    this.cache = cache;
    this.background = background;
    this.messages = messages;
  }

  /** Looks for it, and goes on once it is used. */
  void find(Runnable goOn) {
    TrainedModel learner = training.checkpointProperty().get();
    if (learner == null) {
      return;
    }
    Provenance origin = learner.provenance();
    InsideData inside = desk.inside();
    background.run(
        () -> holding(inside, origin.dataChecksum(), origin.trainingImages()),
        found ->
            found.ifPresentOrElse(
                data -> {
                  desk.use(data);
                  goOn.run();
                },
                () -> ask(learner, goOn)),
        failure -> ask(learner, goOn));
  }

  private Optional<Used> holding(InsideData inside, String checksum, int images) {
    return inside
        .holding(checksum, images)
        .or(() -> cache.holding(checksum, images).map(Used::new));
  }

  private void ask(TrainedModel learner, Runnable goOn) {
    messages.problem(
        learner.provenance().dataName() + " is not kept here. Open it where it is.",
        new Messages.Choice("Open Folder …", () -> open(dialogs.askFolder(), learner, goOn)),
        new Messages.Choice("Open File …", () -> open(dialogs.askFile(), learner, goOn)));
  }

  private void open(Optional<Path> chosen, TrainedModel learner, Runnable goOn) {
    chosen.ifPresent(path -> desk.openLearned(path, learner.plan().spec().image(), goOn));
  }
}
