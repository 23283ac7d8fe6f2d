package org.aeworkbench.app.job;

import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.training.TrainingObserver;

/** The real training loop, for the window. */
public record LoopEngine(TrainingLoop loop, int trainingImages, String dataName)
    implements TrainingEngine {

  @Override
  public void check(TrainingPlan plan) {
    loop.check(plan);
  }

  @Override
  public TrainedModel untrained(TrainingPlan plan) {
    return loop.untrained(plan, dataName);
  }

  @Override
  public TrainedModel run(TrainedModel start, TrainingControl control, TrainingObserver observer) {
    return loop.run(start, control, observer);
  }
}
