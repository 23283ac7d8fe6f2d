package org.aeworkbench.ui.reconstruction;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Test images beside what the network makes of them: now, or after any past epoch. Only for the FX
 * thread, on which the results of the workers arrive too.
 */
public final class ReconstructionViewModel implements AutoCloseable {
  /** The most images that are shown at once. */
  public static final int MAX_COUNT = 100;

  /** A viewed epoch that means: whatever the network is now. */
  public static final int LIVE = -1;

  private static final Logger LOG = LoggerFactory.getLogger(ReconstructionViewModel.class);

  private final WorkbenchSession session;
  private final ObjectProperty<ImageChoice> choice = new SimpleObjectProperty<>(ImageChoice.FIRST);
  private final IntegerProperty count = new SimpleIntegerProperty(10);
  private final StringProperty typedIndices = new SimpleStringProperty("0-9");
  private final IntegerProperty viewedEpoch = new SimpleIntegerProperty(LIVE);
  private final ReadOnlyObjectWrapper<ShownImages> shown =
      new ReadOnlyObjectWrapper<>(ShownImages.NONE);
  private final ReadOnlyObjectWrapper<List<Integer>> epochs =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable ErrorRanking> ranking =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper labelled = new ReadOnlyBooleanWrapper(true);
  private final LatestTask<Question, ShownImages> reconstructing;
  private final LatestTask<Question, Ranked> rankingTask;
  private final FigureFile figureFile;
  private volatile boolean closed;
  private long draw;
  private int[] indices = {};

  private record Ranked(Dataset data, ErrorRanking ranking) {}

  /** A view model on the threads of a window. */
  public ReconstructionViewModel(WorkbenchSession session, Workers workers) {
    this.session = session;
    reconstructing =
        new LatestTask<>(
            Question::answer,
            workers.live(),
            workers.fx(),
            shown::set,
            failure -> LOG.error("The images could not be reconstructed", failure));
    rankingTask =
        new LatestTask<>(
            this::rank, workers.statistics(), workers.fx(), this::takeRanking, this::noRanking);
    figureFile = new FigureFile(workers);
    session.dataProperty().subscribe(this::onData);
    session.modelProperty().subscribe(model -> onModel());
    choice.subscribe(() -> choose());
    count.subscribe(() -> choose());
    typedIndices.subscribe(() -> choose());
    viewedEpoch.subscribe(this::onViewedEpoch);
    session.selectedImageProperty().subscribe(this::reconstruct);
  }

  /** Which images. */
  public ObjectProperty<ImageChoice> choiceProperty() {
    return choice;
  }

  /** How many images, 1…{@link #MAX_COUNT}. */
  public IntegerProperty countProperty() {
    return count;
  }

  /** The images of {@link ImageChoice#BY_INDEX}, as typed. */
  public StringProperty typedIndicesProperty() {
    return typedIndices;
  }

  /** The epoch after which the network is shown, or {@link #LIVE}. */
  public IntegerProperty viewedEpochProperty() {
    return viewedEpoch;
  }

  /** What is to be seen. */
  public ReadOnlyObjectProperty<ShownImages> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The past epochs that can be viewed, in order. */
  public ReadOnlyObjectProperty<List<Integer>> epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  /** How all test images rank by loss, null until that was asked for and is known. */
  public ReadOnlyObjectProperty<@Nullable ErrorRanking> rankingProperty() {
    return ranking.getReadOnlyProperty();
  }

  /** What is wrong with the typed numbers, one line; empty if nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What came of saving a picture, one line. */
  public ReadOnlyStringProperty savedProperty() {
    return figureFile.outcomeProperty();
  }

  /** Index in the test set of the image that is chosen everywhere. */
  public IntegerProperty selectedImageProperty() {
    return session.selectedImageProperty();
  }

  /** True if it is known what the images show. */
  ReadOnlyBooleanProperty labelledProperty() {
    return labelled.getReadOnlyProperty();
  }

  /** What all features look at. */
  WorkbenchSession session() {
    return session;
  }

  /** True if there is something to show. */
  public boolean hasNetwork() {
    return session.modelProperty().get() != null;
  }

  /** Other images for the same choice, where it leaves that open. */
  public void redraw() {
    draw++;
    choose();
  }

  /** Writes the images as they are shown, with their errors, as a PNG file. */
  public void savePicture(Path file) {
    figureFile.save(shown.get(), session.errorChannelProperty().get(), file);
  }

  /** Writes the lab's picture of the shown network, the first ten images, as a PNG file. */
  public void saveLabFigure(Path file) {
    DataSplit data = session.dataProperty().get();
    Question question = data == null ? null : question(data.test(), new int[0]);
    if (question != null) {
      figureFile.saveLabFigure(question::network, question.data(), file);
    }
  }

  @Override
  public void close() {
    closed = true;
    reconstructing.close();
    rankingTask.close();
  }

  private void onModel() {
    boolean live = viewedEpoch.get() == LIVE;
    listEpochs();
    if (live) {
      reconstruct();
      rankIfNeeded();
    }
  }

  /** What epochs there are; one that is gone is not viewed any more. */
  private void listEpochs() {
    List<Integer> known = session.viewableEpochs();
    if (!known.equals(epochs.get())) {
      epochs.set(known);
    }
    int viewed = viewedEpoch.get();
    if (viewed != LIVE && !known.contains(viewed)) {
      viewedEpoch.set(LIVE);
    }
  }

  private void onData(@Nullable DataSplit data) {
    labelled.set(data != null && data.test().hasLabels());
    // What was chosen of other data may be more than this has.
    int size = data == null ? 0 : data.test().size();
    indices = Arrays.stream(indices).filter(index -> index < size).toArray();
    ranking.set(null);
    listEpochs();
    choose();
  }

  private void onViewedEpoch() {
    reconstruct();
    rankIfNeeded();
  }

  private void choose() {
    DataSplit data = session.dataProperty().get();
    if (data == null) {
      return;
    }
    try {
      indices =
          ImageChooser.choose(
              choice.get(), data.test(), count.get(), draw, typedIndices.get(), ranking.get());
      problem.set("");
    } catch (ProblemException e) {
      problem.set(String.valueOf(e.getMessage()));
    }
    reconstruct();
    if (choice.get().needsRanking() && ranking.get() == null) {
      rankIfNeeded();
    }
  }

  private void reconstruct() {
    DataSplit data = session.dataProperty().get();
    if (data != null) {
      reconstructing.submit(question(data.test(), indices));
    }
  }

  private void rankIfNeeded() {
    DataSplit data = session.dataProperty().get();
    if (data == null || session.modelProperty().get() == null) {
      ranking.set(null);
    } else if (choice.get().needsRanking()) {
      rankingTask.submit(question(data.test(), indices));
    } else {
      // What is known belongs to another state of the network.
      ranking.set(null);
    }
  }

  private Question question(Dataset data, int[] shownOnes) {
    return new Question(
        session.pastEpochs(),
        session.modelProperty().get(),
        viewedEpoch.get(),
        data,
        shownOnes,
        Math.clamp(session.selectedImageProperty().get(), 0, data.size() - 1));
  }

  private Ranked rank(Question question) {
    LiveModel live = question.live();
    Autoencoder network = question.network();
    if (live == null || network == null) {
      throw new CancellationException("the epoch was dropped meanwhile");
    }
    return new Ranked(
        question.data(), ErrorRanking.of(network, live.loss(), question.data(), () -> closed));
  }

  private void takeRanking(Ranked result) {
    DataSplit data = session.dataProperty().get();
    if (session.modelProperty().get() != null && data != null && result.data() == data.test()) {
      ranking.set(result.ranking());
      if (choice.get().needsRanking()) {
        choose();
      }
    }
  }

  private void noRanking(Throwable failure) {
    if (!(failure instanceof CancellationException)) {
      LOG.error("The test images could not be ranked", failure);
    }
  }

  /** A loss as it is written everywhere: four digits after the point. */
  static String format(double loss) {
    return Double.isNaN(loss) ? "–" : String.format(Locale.ROOT, "%.4f", loss);
  }
}
