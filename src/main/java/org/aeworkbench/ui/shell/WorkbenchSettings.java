package org.aeworkbench.ui.shell;

import java.util.function.Supplier;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.files.UserFolders;

/**
 * What a window is made for.
 *
 * @param folders where it keeps its things
 * @param threads that train, at least 1
 * @param data loads the images; called on a background thread
 */
public record WorkbenchSettings(UserFolders folders, int threads, Supplier<DataSplit> data) {
  /** MNIST on all processors, with the user's own folders. */
  public static WorkbenchSettings standard() {
    return new WorkbenchSettings(
        UserFolders.ofSystem(), Runtime.getRuntime().availableProcessors(), Mnist::load);
  }
}
