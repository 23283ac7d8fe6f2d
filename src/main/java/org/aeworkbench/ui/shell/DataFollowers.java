package org.aeworkbench.ui.shell;

import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.data.TrainingData;
import org.aeworkbench.ui.experiment.ExperimentViewModel;

/** What follows the data beside the tabs: the network that is chosen, and the status bar. */
final class DataFollowers {
  private DataFollowers() {}

  static void follow(
      WorkbenchSession session,
      TrainingData named,
      ExperimentViewModel experiment,
      StatusBar status) {
    session
        .dataProperty()
        .subscribe(
            data -> {
              if (data != null) {
                experiment.setImage(data.training().shape());
                status.showData(named.name(), data);
              }
            });
  }
}
