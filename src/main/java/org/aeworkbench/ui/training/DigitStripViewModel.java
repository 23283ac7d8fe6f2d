package org.aeworkbench.ui.training;

import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lab's picture, live: the first ten test digits and what the network makes of them. */
public final class DigitStripViewModel implements AutoCloseable {
  /** Digits in the strip, as in the lab. */
  public static final int COUNT = 10;

  private static final Logger LOG = LoggerFactory.getLogger(DigitStripViewModel.class);

  private final WorkbenchSession session;
  private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.EMPTY);
  private final LatestTask<Question, Strip> task;

  /**
   * What is to be seen.
   *
   * @param originals null until the data is loaded
   * @param reconstructions null while there is no network
   */
  public record Strip(float @Nullable [][] originals, float @Nullable [][] reconstructions) {
    /** Nothing yet. */
    static final Strip EMPTY = new Strip(null, null);
  }

  private record Question(float[][] originals, @Nullable Autoencoder network) {}

  /**
   * @param worker runs the network
   * @param fx the FX thread
   */
  public DigitStripViewModel(WorkbenchSession session, Executor worker, Executor fx) {
    this.session = session;
    task =
        new LatestTask<>(
            DigitStripViewModel::answer,
            worker,
            fx,
            strip::set,
            failure -> LOG.warn("The ten digits could not be reconstructed", failure));
    session.dataProperty().subscribe(data -> ask(data, session.modelProperty().get()));
    session.modelProperty().subscribe(model -> ask(session.dataProperty().get(), model));
  }

  /** What is to be seen. */
  public ReadOnlyObjectProperty<Strip> stripProperty() {
    return strip.getReadOnlyProperty();
  }

  /** The digit that is chosen everywhere. */
  public IntegerProperty selectedDigitProperty() {
    return session.selectedDigitProperty();
  }

  @Override
  public void close() {
    task.close();
  }

  private void ask(@Nullable DataSplit data, @Nullable LiveModel model) {
    if (data != null) {
      float[][] originals = data.test().images(IntStream.range(0, COUNT).toArray());
      task.submit(new Question(originals, model == null ? null : model.autoencoder()));
    }
  }

  private static Strip answer(Question question) {
    Autoencoder network = question.network();
    return new Strip(
        question.originals(), network == null ? null : network.reconstruct(question.originals()));
  }
}
