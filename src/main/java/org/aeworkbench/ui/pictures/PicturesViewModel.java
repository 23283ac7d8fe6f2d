package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.DialogFolder;
import org.aeworkbench.ui.common.LatestTask;
import org.aeworkbench.ui.common.LiveModel;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.common.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's pictures and what the latest network makes of them. Only for the FX thread, on which
 * the results of the workers arrive too.
 */
public final class PicturesViewModel implements AutoCloseable {
  /** The most pictures at a time. */
  public static final int MAX_PICTURES = PictureShelf.CAPACITY;

  private static final Logger LOG = LoggerFactory.getLogger(PicturesViewModel.class);

  private record Question(Autoencoder network, List<PictureEntry> pictures) {}

  private final WorkbenchSession session;
  private final Consumer<String> onProblem;
  private final PictureShelf shelf;
  private final ReadOnlyObjectWrapper<Map<Long, PictureResult>> results =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<@Nullable ErrorRanking> ranking =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final BooleanProperty visible = new SimpleBooleanProperty(false);
  private final PictureImport importing;
  private final PictureExport exporting;
  private final LatestTask<Question, Map<Long, PictureResult>> reconstructing;
  private final LatestTask<LiveModel, ErrorRanking> rankingTask;
  private boolean told;
  private volatile boolean closed;

  /**
   * @param onProblem gets one line for each thing that went wrong
   */
  public PicturesViewModel(WorkbenchSession session, Workers workers, Consumer<String> onProblem) {
    this.session = session;
    this.onProblem = onProblem;
    shelf = new PictureShelf(workers);
    importing = new PictureImport(workers, this::take, onProblem);
    exporting = new PictureExport(workers);
    reconstructing =
        new LatestTask<>(
            question -> PictureResult.of(question.network(), question.pictures()),
            workers.live(),
            workers.fx(),
            results::set,
            failure -> LOG.error("The pictures could not be reconstructed", failure));
    rankingTask =
        new LatestTask<>(
            this::rank, workers.statistics(), workers.fx(), ranking::set, this::noRanking);
    session.modelProperty().subscribe(model -> onModel(model));
    shelf.picturesProperty().subscribe(() -> onPictures());
    visible.subscribe(() -> rankIfSeen());
  }

  /** All pictures in the order in which they came. */
  public ReadOnlyObjectProperty<List<PictureEntry>> picturesProperty() {
    return shelf.picturesProperty();
  }

  /** The one that is looked at, null if there is none. */
  public ReadOnlyObjectProperty<@Nullable PictureEntry> selectedProperty() {
    return shelf.selectedProperty();
  }

  /** What the network makes of them, by their numbers; may lag behind the pictures. */
  public ReadOnlyObjectProperty<Map<Long, PictureResult>> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** How the test set's losses lie, null until that is known. */
  public ReadOnlyObjectProperty<@Nullable ErrorRanking> rankingProperty() {
    return ranking.getReadOnlyProperty();
  }

  /** How many pictures are still to be read. */
  public ReadOnlyIntegerProperty pendingProperty() {
    return importing.pendingProperty();
  }

  /** The export that runs. */
  PictureExport exporting() {
    return exporting;
  }

  /** What came of the last export, one line. */
  public ReadOnlyStringProperty outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Set by the tab; while it is not seen, nothing is computed for it. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** True if there is a network to send pictures through. */
  public boolean hasNetwork() {
    return session.modelProperty().get() != null;
  }

  /** Brings files in; each that is no picture costs one line. */
  public void add(List<Path> files) {
    importing.read(files);
  }

  /** Brings a picture in that is in memory. */
  public void add(String name, Callable<BufferedImage> picture) {
    importing.read(name, picture);
  }

  /** Brings the bundled pictures in. */
  public void addSamples() {
    for (String name : SamplePictures.NAMES) {
      importing.read(name, () -> SamplePictures.read(name));
    }
  }

  /** Lets pictures that are not yet read be. */
  public void cancelReading() {
    importing.cancel();
  }

  /** The pictures and their steps, to be changed. */
  PictureShelf shelf() {
    return shelf;
  }

  /** Writes everything to a folder. */
  public void export(Path folder) {
    outcome.set("");
    exporting.run(
        shelf.picturesProperty().get(), results.get(), ranking.get(), folder, outcome::set);
  }

  /** Where dialogs open. */
  DialogFolder dialogFolder() {
    return session.dialogFolder();
  }

  @Override
  public void close() {
    closed = true;
    importing.cancel();
    exporting.cancel();
    shelf.close();
    reconstructing.close();
    rankingTask.close();
  }

  private void take(PictureEntry picture) {
    if (!shelf.isFull()) {
      told = false;
      shelf.add(picture);
    } else if (!told) {
      told = true;
      onProblem.accept(
          "There is room for " + MAX_PICTURES + " pictures. Remove some, then add the others.");
    }
  }

  private void onModel(@Nullable LiveModel model) {
    if (model == null) {
      results.set(Map.of());
      ranking.set(null);
    } else {
      reconstruct();
      rankIfSeen();
    }
  }

  private void onPictures() {
    reconstruct();
    if (ranking.get() == null) {
      rankIfSeen();
    }
  }

  private void reconstruct() {
    LiveModel model = session.modelProperty().get();
    if (model != null && !shelf.picturesProperty().get().isEmpty()) {
      reconstructing.submit(new Question(model.autoencoder(), shelf.picturesProperty().get()));
    }
  }

  private void rankIfSeen() {
    LiveModel model = session.modelProperty().get();
    if (model != null && visible.get() && !shelf.picturesProperty().get().isEmpty()) {
      rankingTask.submit(model);
    }
  }

  private ErrorRanking rank(LiveModel model) {
    Mnist data = session.dataProperty().get();
    if (data == null) {
      throw new CancellationException("no data yet");
    }
    return ErrorRanking.of(model.autoencoder(), model.loss(), data.test(), () -> closed);
  }

  private void noRanking(Throwable failure) {
    if (!(failure instanceof CancellationException)) {
      LOG.error("The test digits could not be ranked", failure);
    }
  }
}
