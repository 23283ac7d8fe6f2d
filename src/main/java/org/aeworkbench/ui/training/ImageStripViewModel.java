package org.aeworkbench.ui.training;

import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lab's picture, live: the first ten test images and what the network makes of them. */
public final class ImageStripViewModel implements AutoCloseable {
  /** Images in the strip, as in the lab; fewer where the test set has fewer. */
  public static final int COUNT = 10;

  private static final Logger LOG = LoggerFactory.getLogger(ImageStripViewModel.class);

  private final WorkbenchSession session;
  private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.EMPTY);
  private final LatestTask<Question, Strip> task;

  /**
   * What is to be seen.
   *
   * @param shape of the images
   * @param originals none until the data is loaded
   * @param reconstructions as many, null while there is no network
   */
  public record Strip(ImageShape shape, float[][] originals, float @Nullable [][] reconstructions) {
    /** Nothing yet. */
    static final Strip EMPTY = new Strip(ImageShape.MNIST, new float[0][], null);
  }

  private record Question(ImageShape shape, float[][] originals, @Nullable Autoencoder network) {}

  /**
   * @param worker runs the network
   * @param fx the FX thread
   */
  public ImageStripViewModel(WorkbenchSession session, Executor worker, Executor fx) {
    this.session = session;
    task =
        new LatestTask<>(
            ImageStripViewModel::answer,
            worker,
            fx,
            strip::set,
            failure -> LOG.warn("The first images could not be reconstructed", failure));
    session.dataProperty().subscribe(data -> ask(data, session.modelProperty().get()));
    session.modelProperty().subscribe(model -> ask(session.dataProperty().get(), model));
  }

  /** What is to be seen. */
  public ReadOnlyObjectProperty<Strip> stripProperty() {
    return strip.getReadOnlyProperty();
  }

  /** The image that is chosen everywhere. */
  public IntegerProperty selectedImageProperty() {
    return session.selectedImageProperty();
  }

  /** Whose errors are shown. */
  ObjectProperty<ErrorChannel> errorChannelProperty() {
    return session.errorChannelProperty();
  }

  /** What the images are called. */
  ReadOnlyObjectProperty<ImageWords> wordsProperty() {
    return session.wordsProperty();
  }

  @Override
  public void close() {
    task.close();
  }

  private void ask(@Nullable DataSplit data, @Nullable LiveModel model) {
    if (data != null) {
      int count = Math.min(COUNT, data.test().size());
      float[][] originals = data.test().images(IntStream.range(0, count).toArray());
      task.submit(
          new Question(data.test().shape(), originals, model == null ? null : model.autoencoder()));
    }
  }

  private static Strip answer(Question question) {
    Autoencoder network = question.network();
    return new Strip(
        question.shape(),
        question.originals(),
        network == null ? null : network.reconstruct(question.originals()));
  }
}
