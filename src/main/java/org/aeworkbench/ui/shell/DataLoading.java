package org.aeworkbench.ui.shell;

import java.util.concurrent.Executor;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.ui.data.TrainingData;
import org.aeworkbench.ui.messages.Problems;
import org.aeworkbench.ui.training.TrainingView;

/**
 * What happens once the window is on the screen: the data is loaded, and then whatever can wait.
 *
 * @param trainingData gets the data
 * @param view builds its chart ahead
 * @param status says how far it is
 */
record DataLoading(
    WorkbenchSettings settings,
    TrainingData trainingData,
    TrainingView view,
    StatusBar status,
    Problems problems) {

  /** Begins; on the FX thread, to which everything comes back. */
  void start(Background background, Executor fx) {
    background.run(
        settings.data()::get,
        data -> {
          loaded(data);
          FirstUse.prepare(
              background,
              fx,
              status::showPreparing,
              () -> status.showData(trainingData.name(), data),
              problems::show);
        },
        failure -> {
          status.showNoData();
          problems.show(failure);
        });
  }

  private void loaded(DataSplit data) {
    trainingData.use(data, "MNIST");
    view.prepareChart();
  }
}
