package org.aeworkbench.ui.data;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.training.LearnedData;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Whether the model that is shown has learned the data that is shown, compared in the background.
 * Only for the FX thread.
 */
final class LearnedCheck implements AutoCloseable {
  private final ReadOnlyObjectWrapper<@Nullable LearnedData> learned =
      new ReadOnlyObjectWrapper<>();
  private final LatestTask<Question, Answer> comparing;
  private @Nullable Question asked;

  /** What is compared: the origin of the model, and the data at hand. */
  private record Question(String checksum, int images, Provenance provenance, DataSplit data) {
    boolean isSame(Question other) {
      return checksum.equals(other.checksum) && images == other.images && data == other.data;
    }
  }

  private record Answer(Question question, LearnedData learned) {}

  LearnedCheck(WorkbenchSession session, TrainingViewModel training, Executor worker, Executor fx) {
    comparing =
        new LatestTask<>(
            question ->
                new Answer(question, LearnedData.of(question.provenance(), question.data())),
            worker,
            fx,
            answer -> {
              if (answer.question() == asked) {
                learned.set(answer.learned());
              }
            },
            failure -> learned.set(null));
    session.dataProperty().subscribe(data -> ask(data, training.checkpointProperty().get()));
    training.checkpointProperty().subscribe(model -> ask(session.dataProperty().get(), model));
  }

  /** Null while it is not known, and while there is no model or no data. */
  ReadOnlyObjectProperty<@Nullable LearnedData> learnedProperty() {
    return learned.getReadOnlyProperty();
  }

  private void ask(@Nullable DataSplit data, @Nullable TrainedModel model) {
    if (data == null || model == null) {
      asked = null;
      learned.set(null);
      return;
    }
    Provenance provenance = model.provenance();
    Question question =
        new Question(provenance.dataChecksum(), provenance.trainingImages(), provenance, data);
    if (asked == null || !question.isSame(asked)) {
      asked = question;
      learned.set(null);
      comparing.submit(question);
    }
  }

  @Override
  public void close() {
    comparing.close();
  }
}
