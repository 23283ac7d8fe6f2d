package org.aeworkbench.training;

import java.util.OptionalDouble;

/** Pauses, resumes and stops a training from any thread. */
public final class TrainingControl {
  private boolean paused;
  private boolean stopped;
  private double learningRate = Double.NaN;

  /** Asks the training to wait after the current batch. */
  public synchronized void pause() {
    paused = true;
    notifyAll();
  }

  /** Lets a paused training go on. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Asks the training to end after the current batch; what was learned is kept. Final. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Sets the learning rate of the batches to come. */
  public synchronized void setLearningRate(double rate) {
    learningRate = rate;
  }

  /** True once {@link #stop} was called. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Waits while paused; called by the training thread between batches. An interrupt is a stop. */
  synchronized void awaitGo() {
    while (paused && !stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
    if (Thread.currentThread().isInterrupted()) {
      stopped = true;
    }
  }

  /** A learning rate that was set since the last call. */
  synchronized OptionalDouble takeLearningRate() {
    double taken = learningRate;
    learningRate = Double.NaN;
    return Double.isNaN(taken) ? OptionalDouble.empty() : OptionalDouble.of(taken);
  }
}
