package org.aeworkbench.ui.data;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.aeworkbench.analysis.DataSummary;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;

/** The data set as the Data tab shows it. Only for the FX thread. */
public final class DataViewModel implements AutoCloseable {
  /** In place of a class: all of them. */
  public static final int ALL = -1;

  private static final int MOST_LOOKED_AT = 20_000;

  private record Question(Dataset data, int label) {}

  /**
   * Images to look through.
   *
   * @param data the part of the data set
   * @param indices of the images in it, in their order
   */
  public record Shown(Dataset data, int[] indices) {}

  private final WorkbenchSession session;
  private final LatestTask<Question, Shown> choosing;
  private final LatestTask<Dataset, DataSummary> summing;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TRAINING);
  private final IntegerProperty label = new SimpleIntegerProperty(ALL);
  private final IntegerProperty selected = new SimpleIntegerProperty(0);
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable DataSummary> summary =
      new ReadOnlyObjectWrapper<>();
  private Subscription subscriptions = Subscription.EMPTY;

  /**
   * Shows the session's data.
   *
   * @param threads that look through it
   * @param onFailure gets what went wrong there
   */
  public DataViewModel(
      WorkbenchSession session, Executor threads, Executor fx, Consumer<Throwable> onFailure) {
    this.session = session;
    choosing = new LatestTask<>(DataViewModel::choose, threads, fx, shown::set, onFailure);
    summing =
        new LatestTask<>(
            data -> DataSummary.of(data, MOST_LOOKED_AT), threads, fx, summary::set, onFailure);
    subscriptions =
        Subscription.combine(
            session.dataProperty().subscribe(data -> changed()),
            part.subscribe(now -> changed()),
            label.subscribe(now -> ask()),
            session.selectedImageProperty().subscribe(now -> followSession()),
            selected.subscribe(now -> tellSession()));
  }

  /** Which part is looked at. */
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  /** The class that is looked at, {@link #ALL} for every one. */
  public IntegerProperty labelProperty() {
    return label;
  }

  /** Index in the part of the image that is looked at; a test image is chosen in all tabs. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /** The images to look through; null until there are any. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What the part's images have in common; null until it is known. */
  public ReadOnlyObjectProperty<@Nullable DataSummary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** The part that is looked at; null until there is data. */
  public @Nullable Dataset data() {
    DataSplit split = session.dataProperty().get();
    return split == null ? null : part.get() == Part.TRAINING ? split.training() : split.test();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    choosing.close();
    summing.close();
  }

  private void changed() {
    Dataset data = data();
    if (data == null) {
      return;
    }
    summary.set(null);
    summing.submit(data);
    if (part.get() == Part.TEST) {
      selected.set(session.selectedImageProperty().get());
    } else if (selected.get() >= data.size()) {
      selected.set(0);
    }
    if (label.get() == ALL) {
      ask();
    } else {
      label.set(ALL);
    }
  }

  private void ask() {
    Dataset data = data();
    if (data != null) {
      choosing.submit(new Question(data, label.get()));
    }
  }

  private void followSession() {
    if (part.get() == Part.TEST) {
      selected.set(session.selectedImageProperty().get());
    }
  }

  private void tellSession() {
    if (part.get() == Part.TEST) {
      session.selectedImageProperty().set(selected.get());
    }
  }

  private static Shown choose(Question question) {
    Dataset data = question.data;
    int[] indices =
        question.label == ALL
            ? IntStream.range(0, data.size()).toArray()
            : IntStream.range(0, data.size())
                .filter(i -> data.label(i) == question.label)
                .toArray();
    return new Shown(data, indices);
  }

  /** Where an image stands among those shown; negative if it does not. */
  static int position(Shown shown, int index) {
    return Arrays.binarySearch(shown.indices, index);
  }
}
