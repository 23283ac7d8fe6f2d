package org.aeworkbench.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.common.Workers;
import org.aeworkbench.ui.latent.LatentView;
import org.aeworkbench.ui.latent.LatentViewModel;
import org.aeworkbench.ui.reconstruction.ReconstructionView;
import org.aeworkbench.ui.reconstruction.ReconstructionViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The tabs that look at the network, with their threads. Each is built when it is first shown. */
final class LookTabs implements AutoCloseable {
  private final WorkbenchSession session;
  private final Workers workers = Workers.start();
  private final List<Runnable> closing = new ArrayList<>();

  LookTabs(WorkbenchSession session) {
    this.session = session;
  }

  List<WorkbenchTab> tabs() {
    return List.of(
        new WorkbenchTab("Reconstructions", Feather.GRID, this::reconstructions),
        new WorkbenchTab("Latent", Feather.SLIDERS, this::latent));
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    workers.close();
  }

  private Node reconstructions() {
    ReconstructionViewModel viewModel = new ReconstructionViewModel(session, workers);
    ReconstructionView view = new ReconstructionView(viewModel);
    closing.add(view::close);
    closing.add(viewModel::close);
    return view;
  }

  private Node latent() {
    LatentViewModel viewModel = new LatentViewModel(session, workers);
    closing.add(viewModel::close);
    return new LatentView(viewModel);
  }
}
