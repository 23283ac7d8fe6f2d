package org.aeworkbench.ui.data;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;

/** The Data tab, built when it is first shown. Only for the FX thread. */
public final class DataTab implements AutoCloseable {
  private final WorkbenchSession session;
  private final DataDesk desk;
  private final Executor threads;
  private final Executor fx;
  private final Consumer<Throwable> onFailure;
  private @Nullable DataViewModel viewModel;

  /**
   * A tab that has not been shown yet.
   *
   * @param threads that look through the data
   * @param onFailure gets what went wrong there
   */
  public DataTab(
      WorkbenchSession session,
      DataDesk desk,
      Executor threads,
      Executor fx,
      Consumer<Throwable> onFailure) {
    this.session = session;
    this.desk = desk;
    this.threads = threads;
    this.fx = fx;
    this.onFailure = onFailure;
  }

  /** Builds its content. */
  public Node build() {
    DataViewModel built = new DataViewModel(session, threads, fx, onFailure);
    viewModel = built;
    return new DataView(built, desk);
  }

  @Override
  public void close() {
    if (viewModel != null) {
      viewModel.close();
    }
  }
}
