package org.aeworkbench.ui.common;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.aeworkbench.analysis.EpochArchive;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.ImageShape;
import org.jspecify.annotations.Nullable;

/**
 * What all features of the window look at: the data, the network as it is now, the image that is
 * chosen. The network always takes images of the data's shape. Only for the FX thread.
 */
public final class WorkbenchSession {
  private final ReadOnlyObjectWrapper<@Nullable DataSplit> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ImageWords> words =
      new ReadOnlyObjectWrapper<>(ImageWords.DIGITS);
  private final ReadOnlyObjectWrapper<@Nullable LiveModel> model = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty selectedImage = new SimpleIntegerProperty(0);
  private final ObjectProperty<ErrorChannel> errorChannel =
      new SimpleObjectProperty<>(ErrorChannel.ALL);
  private final DialogFolder dialogFolder = new DialogFolder();
  private final EpochArchive pastEpochs = new EpochArchive(EpochArchive.DEFAULT_BUDGET);
  private @Nullable LiveModel latest;
  // What the run of the past epochs learns.
  private @Nullable DataSplit pastData;

  /** The data, null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable DataSplit> dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** What the images of the data are called. */
  public ReadOnlyObjectProperty<ImageWords> wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** What the images of the data are called now. */
  public ImageWords words() {
    return words.get();
  }

  /**
   * The latest network, null while there is none, or none for images of the data's shape. Changes
   * at most once a frame.
   */
  public ReadOnlyObjectProperty<@Nullable LiveModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** Index in the test set of the chosen image: choosing it anywhere chooses it everywhere. */
  public IntegerProperty selectedImageProperty() {
    return selectedImage;
  }

  /** Whose errors all error maps show, of images in colour. */
  public ObjectProperty<ErrorChannel> errorChannelProperty() {
    return errorChannel;
  }

  /** The network as it was after each epoch of the latest run that ended one. */
  public EpochArchive pastEpochs() {
    return pastEpochs;
  }

  /**
   * The epochs of {@link #pastEpochs()} that can be shown: none of them unless the run is that of
   * the network that is shown, and has learned the data that is.
   */
  public List<Integer> viewableEpochs() {
    LiveModel shown = model.get();
    return shown == null || shown.run() != pastEpochs.run() || pastData != data.get()
        ? List.of()
        : pastEpochs.epochs();
  }

  /** Where dialogs open. */
  public DialogFolder dialogFolder() {
    return dialogFolder;
  }

  /**
   * For whoever loads the data. The image that is chosen stays chosen by its number, where the test
   * set has it; a network stays where it takes these images, and comes back with data that it
   * takes.
   */
  public void setData(DataSplit loaded) {
    if (!loaded.test().shape().equals(shape())) {
      // Before the data, so that nobody sends images through a network that takes others.
      model.set(null);
    }
    if (selectedImage.get() >= loaded.test().size()) {
      selectedImage.set(0);
    }
    words.set(ImageWords.of(loaded));
    data.set(loaded);
    model.set(fitting(latest));
  }

  /** For whoever trains or opens models. */
  public void setModel(@Nullable LiveModel newest) {
    if (newest != null && newest.endOfEpoch()) {
      // First, so that whoever hears of the model finds its epoch in the archive.
      pastData = data.get();
      pastEpochs.record(newest.run(), newest.epoch(), newest.autoencoder());
    }
    latest = newest;
    model.set(fitting(newest));
  }

  private @Nullable LiveModel fitting(@Nullable LiveModel any) {
    ImageShape shape = shape();
    return any == null || shape == null || any.autoencoder().spec().image().equals(shape)
        ? any
        : null;
  }

  private @Nullable ImageShape shape() {
    DataSplit now = data.get();
    return now == null ? null : now.test().shape();
  }
}
