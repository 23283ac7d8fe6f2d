package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.common.WorkbenchSession;
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

  private final WorkbenchSession session;
  private final Consumer<String> onProblem;
  private final PictureShelf shelf = new PictureShelf();
  private final PictureWork work;
  private final PictureResults results;
  private final ReadOnlyObjectWrapper<@Nullable ErrorRanking> ranking =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final BooleanProperty visible = new SimpleBooleanProperty(false);
  private final PictureImport importing;
  private final PictureExport exporting;
  private final LatestTask<Ranking, Ranked> rankingTask;
  private final IntegerBinding several;
  private volatile boolean closed;

  private record Ranking(LiveModel model, Dataset test) {}

  private record Ranked(Dataset test, ErrorRanking ranking) {}

  /**
   * @param onProblem gets one line for each thing that went wrong
   */
  public PicturesViewModel(WorkbenchSession session, Workers workers, Consumer<String> onProblem) {
    this.session = session;
    this.onProblem = onProblem;
    work = new PictureWork(shelf, workers, onProblem);
    results = new PictureResults(workers);
    importing = new PictureImport(workers, this::take, onProblem);
    exporting = new PictureExport(workers);
    several =
        Bindings.createIntegerBinding(
            () -> (int) holdingSeveral().count(), shelf.picturesProperty());
    rankingTask =
        new LatestTask<>(
            this::rank, workers.statistics(), workers.fx(), this::takeRanking, this::noRanking);
    session.dataProperty().subscribe(data -> onData());
    session.modelProperty().subscribe(model -> onModel(model));
    shelf.picturesProperty().subscribe(() -> onPictures());
    shelf.selectedProperty().subscribe(() -> showResults());
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

  /** What is to be seen of it; may lag behind. */
  ReadOnlyObjectProperty<@Nullable PictureLook> lookProperty() {
    return work.lookProperty();
  }

  /** What the network makes of them, by their numbers; may lag behind the pictures. */
  public ReadOnlyObjectProperty<Map<Long, PictureResult>> resultsProperty() {
    return results.resultsProperty();
  }

  /** How the test set's losses lie, null until that is known. */
  public ReadOnlyObjectProperty<@Nullable ErrorRanking> rankingProperty() {
    return ranking.getReadOnlyProperty();
  }

  /** How many pictures are still to be read. */
  public ReadOnlyIntegerProperty pendingProperty() {
    return importing.pendingProperty();
  }

  /** With how many pictures, the one that is looked at aside, something is still to be done. */
  ReadOnlyIntegerProperty unfinishedProperty() {
    return work.pendingProperty();
  }

  /** How many pictures hold more than one digit. */
  IntegerBinding severalProperty() {
    return several;
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

  /** Brings files in, and the pictures in folders; each that is no picture costs one line. */
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

  /** Lets what is still to be done with pictures be. */
  void cancelWork() {
    work.cancel();
  }

  /** The pictures and what is done with them, to be changed. */
  PictureShelf shelf() {
    return shelf;
  }

  /** Puts every digit of the picture that is looked at in its place. */
  void takeEachDigit() {
    PictureEntry picture = shelf.selectedProperty().get();
    if (picture != null && picture.holdsSeveral()) {
      split(picture);
    }
  }

  /** Puts every digit in the place of the picture that holds it, for all pictures. */
  void takeEachDigitOfAll() {
    holdingSeveral().toList().forEach(this::split);
  }

  private void split(PictureEntry picture) {
    importing.split(picture, parts -> shelf.split(picture.id(), parts));
  }

  private Stream<PictureEntry> holdingSeveral() {
    return shelf.picturesProperty().get().stream().filter(PictureEntry::holdsSeveral);
  }

  /** Writes everything to a folder. */
  public void export(Path folder) {
    LiveModel model = session.modelProperty().get();
    if (model != null) {
      outcome.set("");
      exporting.run(
          model,
          shelf.picturesProperty().get(),
          ranking.get(),
          session.errorChannelProperty().get(),
          folder,
          outcome::set);
    }
  }

  /** What all features look at. */
  WorkbenchSession session() {
    return session;
  }

  @Override
  public void close() {
    closed = true;
    importing.cancel();
    exporting.cancel();
    work.close();
    results.close();
    rankingTask.close();
  }

  private void take(List<PictureEntry> pictures, boolean more) {
    int room = shelf.room();
    shelf.add(pictures.subList(0, Math.min(room, pictures.size())), more);
    if (pictures.size() > room) {
      importing.cancel();
      onProblem.accept(
          "There is room for "
              + Numbers.grouped(MAX_PICTURES)
              + " pictures. Remove some, then add the others.");
    }
  }

  private void onData() {
    DataSplit data = session.dataProperty().get();
    ranking.set(null);
    if (data != null) {
      ImageShape shape = data.test().shape();
      PictureTreatment usual = PictureTreatment.usual(shape, PictureWay.of(session.words(), shape));
      importing.setTreatment(usual);
      shelf.setUsual(usual);
    }
    rankIfSeen();
  }

  private void onModel(@Nullable LiveModel model) {
    if (model == null) {
      ranking.set(null);
    }
    results.setModel(model);
    rankIfSeen();
  }

  private void onPictures() {
    showResults();
    if (ranking.get() == null) {
      rankIfSeen();
    }
  }

  private void showResults() {
    results.setPictures(shelf.picturesProperty().get(), shelf.selectedProperty().get());
  }

  private void rankIfSeen() {
    LiveModel model = session.modelProperty().get();
    DataSplit data = session.dataProperty().get();
    boolean wanted = visible.get() && !shelf.picturesProperty().get().isEmpty();
    if (model != null && data != null && wanted) {
      rankingTask.submit(new Ranking(model, data.test()));
    }
  }

  private Ranked rank(Ranking asked) {
    LiveModel model = asked.model();
    return new Ranked(
        asked.test(),
        ErrorRanking.of(model.autoencoder(), model.loss(), asked.test(), () -> closed));
  }

  private void takeRanking(Ranked result) {
    DataSplit data = session.dataProperty().get();
    if (data != null && data.test() == result.test()) {
      ranking.set(result.ranking());
    }
  }

  private void noRanking(Throwable failure) {
    if (!(failure instanceof CancellationException)) {
      LOG.error("The test images could not be ranked", failure);
    }
  }
}
