package org.aeworkbench.ui.shell;

import java.util.concurrent.Executor;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.ui.common.Background;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingView;
import org.aeworkbench.ui.training.TrainingViewModel;

/**
 * What happens once the window is on the screen: the data is loaded, and then whatever can wait.
 *
 * @param session gets the data
 * @param training can begin with it
 * @param view builds its chart ahead
 * @param status says how far it is
 */
record DataLoading(
    WorkbenchSettings settings,
    WorkbenchSession session,
    TrainingViewModel training,
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
              background, fx, status::showPreparing, () -> status.showData(data), problems::show);
        },
        failure -> {
          status.showNoData();
          problems.show(failure);
        });
  }

  private void loaded(Mnist data) {
    session.setData(data);
    training.setEngine(
        new LoopEngine(
            new TrainingLoop(data.training(), data.test(), settings.threads()),
            data.training().size()));
    view.prepareChart();
    status.showData(data);
  }
}
