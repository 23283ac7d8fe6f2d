package org.aeworkbench.ui.shell;

import java.util.concurrent.Executor;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.ui.data.DataDesk;
import org.aeworkbench.ui.messages.Problems;
import org.aeworkbench.ui.training.TrainingView;

/**
 * What happens once the window is on the screen: the data is loaded, and then whatever can wait.
 *
 * @param data gets MNIST
 * @param view builds its chart ahead
 * @param status says how far it is
 */
record DataLoading(
    WorkbenchSettings settings,
    DataDesk data,
    TrainingView view,
    StatusBar status,
    Problems problems) {

  /** Begins; on the FX thread, to which everything comes back. */
  void start(Background background, Executor fx) {
    background.run(
        settings.data()::get,
        mnist -> {
          data.loaded(mnist);
          view.prepareChart();
          FirstUse.prepare(
              background,
              fx,
              status::showPreparing,
              () -> status.showData(data.name(), data.split()),
              problems::show);
        },
        failure -> {
          status.showNoData();
          problems.show(failure);
        });
  }
}
