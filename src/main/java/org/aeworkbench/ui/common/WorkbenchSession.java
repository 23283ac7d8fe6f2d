package org.aeworkbench.ui.common;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.aeworkbench.analysis.EpochArchive;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.datasets.DataSplit;
import org.jspecify.annotations.Nullable;

/**
 * What all features of the window look at: the data, the network as it is now, the digit that is
 * chosen. Only for the FX thread.
 */
public final class WorkbenchSession {
  private final ReadOnlyObjectWrapper<@Nullable DataSplit> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LiveModel> model = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty selectedDigit = new SimpleIntegerProperty(0);
  private final DialogFolder dialogFolder = new DialogFolder();
  private final EpochArchive pastEpochs = new EpochArchive(EpochArchive.DEFAULT_BUDGET);

  /** The data, null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable DataSplit> dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** The latest network, null while there is none. Changes at most once a frame. */
  public ReadOnlyObjectProperty<@Nullable LiveModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** Index in the test set of the chosen digit: choosing it anywhere chooses it everywhere. */
  public IntegerProperty selectedDigitProperty() {
    return selectedDigit;
  }

  /** The network as it was after each epoch of the run that {@link #modelProperty()} belongs to. */
  public EpochArchive pastEpochs() {
    return pastEpochs;
  }

  /** Where dialogs open. */
  public DialogFolder dialogFolder() {
    return dialogFolder;
  }

  /** For whoever loads the data. */
  public void setData(DataSplit loaded) {
    data.set(loaded);
  }

  /** For whoever trains or opens models. */
  public void setModel(@Nullable LiveModel latest) {
    if (latest != null && latest.endOfEpoch()) {
      // First, so that whoever hears of the model finds its epoch in the archive.
      pastEpochs.record(latest.run(), latest.epoch(), latest.autoencoder());
    }
    model.set(latest);
  }
}
