package org.aeworkbench.ui.latent;

import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.aeworkbench.analysis.LatentStatistics;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.network.Autoencoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The codes of the whole test set, measured again and again while the network learns: ranges of the
 * sliders and their order. Only for the FX thread.
 *
 * <p>Nothing moves under the user's hand: while a slider is dragged ranges stay as they are, while
 * the user is at the sliders their order does.
 */
final class CodeSurvey implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CodeSurvey.class);

  private final ReadOnlyObjectWrapper<@Nullable LatentStatistics> statistics =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<CodeDimension>> dimensions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Integer>> order = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<DimensionOrder> sorting =
      new SimpleObjectProperty<>(DimensionOrder.VARIANCE);
  private final LatestTask<Question, Answer> task;
  private @Nullable Question asked;
  private @Nullable Answer waiting;
  private @Nullable NetworkSpec spec;
  private boolean dragging;
  private boolean orderHeld;
  private volatile long run;
  private volatile boolean closed;

  private record Question(LiveModel model, Dataset test) {
    boolean isFor(Question other) {
      return model.autoencoder() == other.model.autoencoder() && test == other.test;
    }
  }

  private record Answer(LiveModel model, LatentStatistics statistics) {}

  CodeSurvey(Workers workers) {
    task =
        new LatestTask<>(
            this::measure, workers.statistics(), workers.fx(), this::take, CodeSurvey::failed);
    sorting.subscribe(() -> sort());
  }

  /** Null until the codes of this network are known. */
  ReadOnlyObjectProperty<@Nullable LatentStatistics> statisticsProperty() {
    return statistics.getReadOnlyProperty();
  }

  /** The dimensions by index, empty until they are known. */
  ReadOnlyObjectProperty<List<CodeDimension>> dimensionsProperty() {
    return dimensions.getReadOnlyProperty();
  }

  /** Indices of the dimensions in the order in which they are shown. */
  ReadOnlyObjectProperty<List<Integer>> orderProperty() {
    return order.getReadOnlyProperty();
  }

  ObjectProperty<DimensionOrder> sortingProperty() {
    return sorting;
  }

  /** Forgets what belongs to another network. */
  void follow(@Nullable LiveModel model) {
    run = model == null ? -1 : model.run();
    NetworkSpec now = model == null ? null : model.autoencoder().spec();
    if (now == null || !now.equals(spec)) {
      spec = now;
      asked = null;
      waiting = null;
      statistics.set(null);
      order.set(List.of());
      dimensions.set(List.of());
    }
  }

  /** Asks for the codes of a network, unless they were asked for last. */
  void survey(LiveModel model, Dataset test) {
    Question question = new Question(model, test);
    if (asked == null || !question.isFor(asked)) {
      asked = question;
      task.submit(question);
    }
  }

  void setDragging(boolean now) {
    dragging = now;
    Answer late = waiting;
    if (!now && late != null) {
      waiting = null;
      take(late);
    }
  }

  void setOrderHeld(boolean now) {
    orderHeld = now;
    if (!now) {
      sort();
    }
  }

  @Override
  public void close() {
    closed = true;
    task.close();
  }

  private Answer measure(Question question) {
    LiveModel model = question.model();
    Autoencoder live = model.autoencoder();
    // Of its own, as runs of one network take turns, and a slider must not wait for this one.
    Autoencoder own = new Autoencoder(live.spec(), live.parameters());
    return new Answer(
        model, LatentStatistics.of(own, question.test(), () -> closed || model.run() != run));
  }

  private void take(Answer answer) {
    if (answer.model().run() != run) {
      return;
    }
    if (dragging) {
      waiting = answer;
      return;
    }
    NetworkSpec measured = answer.model().autoencoder().spec();
    dimensions.set(CodeDimension.of(measured, answer.statistics()));
    statistics.set(answer.statistics());
    if (!orderHeld || order.get().isEmpty()) {
      sort();
    }
  }

  private void sort() {
    LatentStatistics known = statistics.get();
    if (known == null) {
      return;
    }
    List<LatentStatistics.Dimension> sorted =
        sorting.get() == DimensionOrder.VARIANCE ? known.byVariance() : known.dimensions();
    List<Integer> indices = sorted.stream().map(LatentStatistics.Dimension::index).toList();
    if (!indices.equals(order.get())) {
      order.set(indices);
    }
  }

  private static void failed(Throwable failure) {
    if (!(failure instanceof CancellationException)) {
      LOG.error("The codes of the test set could not be measured", failure);
    }
  }
}
