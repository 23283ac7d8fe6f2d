package org.aeworkbench.ui.shell;

/** Measures how fluent the window is. */
public final class UiBench {
  private UiBench() {}

  /** Runs it. */
  public static int run() {
    throw new UnsupportedOperationException("TODO");
  }
}
