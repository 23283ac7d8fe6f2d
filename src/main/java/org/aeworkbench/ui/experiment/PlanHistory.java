package org.aeworkbench.ui.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import org.aeworkbench.training.TrainingPlan;

/** The plans that were chosen before, and those that were undone. */
final class PlanHistory {
  private static final int LIMIT = 200;

  private final Deque<TrainingPlan> past = new ArrayDeque<>();
  private final Deque<TrainingPlan> future = new ArrayDeque<>();

  /** A plan is about to be replaced by a choice. */
  void remember(TrainingPlan before) {
    past.push(before);
    future.clear();
    if (past.size() > LIMIT) {
      past.removeLast();
    }
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  TrainingPlan undo(TrainingPlan now) {
    future.push(now);
    return past.pop();
  }

  TrainingPlan redo(TrainingPlan now) {
    past.push(now);
    return future.pop();
  }
}
