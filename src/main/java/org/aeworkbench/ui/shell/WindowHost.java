package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.aeworkbench.app.job.TrainingHost;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.data.TrainingData;
import org.aeworkbench.ui.document.SessionKeeper;
import org.aeworkbench.ui.messages.Messages;

/**
 * Whom a training asks and tells: the window.
 *
 * @param openEarlier opens a model that was replaced
 */
record WindowHost(
    Messages messages, SessionKeeper keeper, TrainingData data, Consumer<Path> openEarlier)
    implements TrainingHost {
  @Override
  public void onFailure(String reason) {
    messages.problem(reason);
  }

  @Override
  public void onReplaced(TrainedModel replaced) {
    keeper.keepReplaced(replaced, openEarlier);
  }

  @Override
  public boolean mayContinue(TrainingPlan plan) {
    return data.mayContinue(plan);
  }

  @Override
  public void beforeStart() {
    data.showAll();
  }
}
