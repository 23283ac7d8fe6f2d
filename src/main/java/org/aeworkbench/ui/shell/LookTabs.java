package org.aeworkbench.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.latent.LatentView;
import org.aeworkbench.ui.latent.LatentViewModel;
import org.aeworkbench.ui.pictures.PicturesView;
import org.aeworkbench.ui.pictures.PicturesViewModel;
import org.aeworkbench.ui.reconstruction.ReconstructionView;
import org.aeworkbench.ui.reconstruction.ReconstructionViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The tabs that look at the network, with their threads. Each is built when it is first shown. */
final class LookTabs implements AutoCloseable {
  private final WorkbenchSession session;
  private final Workers workers = Workers.start(Platform::runLater);
  private final List<Runnable> closing = new ArrayList<>();
  private final PicturesViewModel pictures;
  private @Nullable LatentViewModel latent;

  /**
   * @param onProblem gets one line for each thing that went wrong
   */
  LookTabs(WorkbenchSession session, Consumer<String> onProblem) {
    this.session = session;
    pictures = new PicturesViewModel(session, workers, onProblem);
    closing.add(pictures::close);
  }

  /**
   * The Latent tab's.
   *
   * @throws NullPointerException before it was first shown
   */
  LatentViewModel latentModel() {
    return Objects.requireNonNull(latent, "shown before");
  }

  /** What is dropped on the window goes there, whether the tab was ever shown or not. */
  PicturesViewModel picturesModel() {
    return pictures;
  }

  List<WorkbenchTab> tabs() {
    return List.of(
        new WorkbenchTab(TabName.RECONSTRUCTIONS, Feather.GRID, this::reconstructions),
        new WorkbenchTab(TabName.LATENT, Feather.SLIDERS, this::latent),
        new WorkbenchTab(TabName.PICTURES, Feather.IMAGE, () -> new PicturesView(pictures)));
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
    latent = viewModel;
    LatentView view = new LatentView(viewModel);
    closing.add(view::close);
    closing.add(viewModel::close);
    return view;
  }
}
