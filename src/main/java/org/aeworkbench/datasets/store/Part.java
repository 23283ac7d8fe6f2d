package org.aeworkbench.datasets.store;

/** What an image of a data set is for. */
public enum Part {
  /** To learn from. */
  TRAINING,
  /** To judge by. */
  TEST
}
