package org.aeworkbench.ui.latent;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A code whose numbers can be turned one by one, and what the latest network decodes from it. Only
 * for the FX thread, on which the results of the workers arrive too.
 */
public final class LatentViewModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LatentViewModel.class);

  private final WorkbenchSession session;
  private final CodeEditor editor;
  private final StartChooser starts;
  private final CodeSurvey survey;
  private final LatestTask<CodeDecoder.Question, Decoded> decoding;
  private final Traversing traversing;
  private final ReadOnlyObjectWrapper<@Nullable Decoded> decoded = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final IntegerProperty current = new SimpleIntegerProperty(0);
  private @Nullable LiveModel followed;

  /** A view model on the threads of a window. */
  public LatentViewModel(WorkbenchSession session, Workers workers) {
    this.session = session;
    editor = new CodeEditor(new CodeStart.Image(session.selectedImageProperty().get()));
    starts = new StartChooser(session, editor);
    survey = new CodeSurvey(workers);
    traversing = new Traversing(workers);
    decoding =
        new LatestTask<>(
            new CodeDecoder()::decode,
            workers.live(),
            workers.fx(),
            this::show,
            failure -> LOG.error("The code could not be decoded", failure));
    survey.statisticsProperty().subscribe(this::onStatistics);
    survey.orderProperty().subscribe(this::onOrder);
    editor.chosenProperty().subscribe(code -> decode());
    session.modelProperty().subscribe(this::onModel);
    session.dataProperty().subscribe(data -> refresh());
    visible.subscribe(this::refresh);
    current.subscribe(this::traverse);
  }

  /** The code and how it is changed. */
  public CodeEditor editor() {
    return editor;
  }

  /** Where the code starts. */
  public StartChooser starts() {
    return starts;
  }

  /** What the decoder made of the code, null before anything was decoded. */
  public ReadOnlyObjectProperty<@Nullable Decoded> decodedProperty() {
    return decoded.getReadOnlyProperty();
  }

  /** The walk along the current dimension or between two images, null before there is one. */
  public ReadOnlyObjectProperty<@Nullable Traversal> traversalProperty() {
    return traversing.traversalProperty();
  }

  /** The dimensions of the code by index; empty until the codes of the test set are measured. */
  public ReadOnlyObjectProperty<List<CodeDimension>> dimensionsProperty() {
    return survey.dimensionsProperty();
  }

  /** Indices of the dimensions in the order of their sliders. */
  public ReadOnlyObjectProperty<List<Integer>> orderProperty() {
    return survey.orderProperty();
  }

  /** How the sliders are sorted. */
  public ObjectProperty<DimensionOrder> sortingProperty() {
    return survey.sortingProperty();
  }

  /** Index of the dimension that the user is at. */
  public IntegerProperty currentProperty() {
    return current;
  }

  /** While it is false nothing is worked out: nobody sees it. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** What the images are called. */
  ReadOnlyObjectProperty<ImageWords> wordsProperty() {
    return session.wordsProperty();
  }

  /** Whose errors are shown. */
  ObjectProperty<ErrorChannel> errorChannelProperty() {
    return session.errorChannelProperty();
  }

  /** The latest network, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable LiveModel> modelProperty() {
    return session.modelProperty();
  }

  /** The number of a dimension: as set, or as the start has it. */
  public float value(int dimension) {
    Float set = editor.chosen().set().get(dimension);
    return set != null ? set : startValue(dimension);
  }

  /** The number that a dimension has when it is reset. */
  public float startValue(int dimension) {
    Decoded now = decoded.get();
    return now == null || dimension >= now.start().length ? 0 : now.start()[dimension];
  }

  /** Where on a walk the code is: the dimension's number, or the share of the way. */
  public double position(Traversal walk) {
    return walk.dimension() != Traversal.BETWEEN_IMAGES
        ? value(walk.dimension())
        : editor.chosen().start() instanceof CodeStart.Between between ? between.share() : 0;
  }

  /**
   * Goes to a place on a walk.
   *
   * @param value of the dimension, or the share of the way
   */
  public void goTo(Traversal walk, float value) {
    if (walk.dimension() != Traversal.BETWEEN_IMAGES) {
      editor.turn(walk.dimension(), value);
    } else if (editor.chosen().start() instanceof CodeStart.Between between) {
      starts.walk(between.from(), between.to(), value);
    }
  }

  /** While a slider is dragged its range stays as it is; afterwards the drag is one change. */
  public void setDragging(boolean dragging) {
    survey.setDragging(dragging);
    if (!dragging) {
      editor.endGesture();
    }
  }

  /** While the user is at the sliders their order stays as it is. */
  public void setOrderHeld(boolean held) {
    survey.setOrderHeld(held);
  }

  @Override
  public void close() {
    decoding.close();
    traversing.close();
    survey.close();
  }

  private void onModel(@Nullable LiveModel model) {
    LiveModel before = followed;
    followed = model;
    boolean sameRun = before != null && model != null && before.run() == model.run();
    if (!sameRun) {
      editor.forget();
    }
    survey.follow(model);
    Decoded now = decoded.get();
    if (now != null && !now.network().spec().equals(spec())) {
      decoded.set(null);
      traversing.forget();
    }
    refresh();
  }

  private void onOrder(List<Integer> before, List<Integer> order) {
    if (before.isEmpty() && !order.isEmpty()) {
      current.set(order.getFirst());
    }
  }

  private void onStatistics() {
    if (editor.chosen().start().needsStatistics()) {
      decode();
    }
    traverse();
  }

  private void refresh() {
    LiveModel model = session.modelProperty().get();
    DataSplit data = session.dataProperty().get();
    if (visible.get() && model != null && data != null) {
      survey.survey(model, data.test());
      decode();
    }
  }

  private void decode() {
    LiveModel model = session.modelProperty().get();
    DataSplit data = session.dataProperty().get();
    ChosenCode code = editor.chosen();
    boolean there =
        data != null && Arrays.stream(code.start().images()).allMatch(i -> i < data.test().size());
    boolean known = !code.start().needsStatistics() || survey.statisticsProperty().get() != null;
    if (visible.get() && model != null && data != null && there && known) {
      decoding.submit(
          new CodeDecoder.Question(model, data.test(), code, survey.statisticsProperty().get()));
    }
  }

  private void show(Decoded result) {
    if (result.network().spec().equals(spec())) {
      decoded.set(result);
      traverse();
    }
  }

  private void traverse() {
    Decoded now = decoded.get();
    if (now != null && visible.get()) {
      traversing.walk(now, dimensionsProperty().get(), current.get());
    }
  }

  private @Nullable NetworkSpec spec() {
    LiveModel model = session.modelProperty().get();
    return model == null ? null : model.autoencoder().spec();
  }
}
