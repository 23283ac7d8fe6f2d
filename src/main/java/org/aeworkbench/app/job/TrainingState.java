package org.aeworkbench.app.job;

/** What the training thread is doing, as far as the window has to know. */
public enum TrainingState {
  /** Nothing is trained. */
  IDLE,
  /** The network is being built. */
  STARTING,
  /** Batches are being learned. */
  RUNNING,
  /** Waiting between two batches. */
  PAUSED,
  /** The batch that was begun is being finished. */
  STOPPING;

  /** True from the start of a training to its end. */
  public boolean isBusy() {
    return this != IDLE;
  }
}
