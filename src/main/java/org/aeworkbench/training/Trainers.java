package org.aeworkbench.training;

import org.aeworkbench.network.Dl4jNetwork;

/** Opens the trainer that a plan asks for. */
public final class Trainers {
  private Trainers() {}

  /**
   * A trainer that goes on from a model.
   *
   * @param start model to go on from
   * @param threads of the vector backend
   * @param observer is told when another backend than the plan's takes over
   */
  public static Trainer open(TrainedModel start, int threads, TrainingObserver observer) {
    TrainingPlan plan = start.plan();
    return open(
        start,
        Dl4jNetwork.restored(
            plan.spec(),
            plan.optimizer(),
            plan.loss(),
            plan.seed(),
            start.parameters(),
            start.updaterState()),
        threads,
        observer);
  }

  static Trainer open(
      TrainedModel start, Dl4jNetwork network, int threads, TrainingObserver observer) {
    if (start.plan().backend() == Backend.DL4J) {
      return new Dl4jTrainer(start, network);
    }
    try {
      Trainer trainer = new VectorTrainer(start, network, threads);
      network.close();
      return trainer;
    } catch (IllegalArgumentException e) {
      observer.onNotice(e.getMessage() + " Deeplearning4j trains instead, more slowly.");
      return new Dl4jTrainer(start, network);
    }
  }
}
