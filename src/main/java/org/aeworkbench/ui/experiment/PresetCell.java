package org.aeworkbench.ui.experiment;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Preset;
import org.jspecify.annotations.Nullable;

/** A preset in the list; one that does not fit the images says so, and when it is chosen, why. */
final class PresetCell extends ListCell<@Nullable Preset> {
  private final ObservableValue<ImageShape> image;

  PresetCell(ObservableValue<ImageShape> image) {
    this.image = image;
  }

  @Override
  protected void updateItem(@Nullable Preset preset, boolean empty) {
    super.updateItem(preset, empty);
    getStyleClass().remove(Styles.TEXT_MUTED);
    if (empty || preset == null) {
      setText(null);
      return;
    }
    ImageShape shape = image.getValue();
    boolean fits = preset.fits(shape);
    setText(fits ? preset.id() : preset.id() + " · not for " + shape.text());
    if (!fits) {
      getStyleClass().add(Styles.TEXT_MUTED);
    }
  }
}
