package org.aeworkbench.cli;

import java.nio.file.Path;
import org.aeworkbench.tools.benchmark.UiMeasurement;

/** What the window does for the command line. Nothing of JavaFX is loaded before a call. */
public interface WindowPrograms {
  /** Goes through the whole workbench and leaves a picture of every step in the folder. */
  void tour(Path out);

  /**
   * Measures how fluent the window is.
   *
   * @param seconds for the frames
   * @param importing whether pictures are imported beside
   */
  UiMeasurement bench(double seconds, boolean importing);
}
