package org.aeworkbench.ui.common;

import static org.aeworkbench.ui.common.Described.described;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.datasets.DataSplit;
import org.jspecify.annotations.Nullable;

/** Whose errors are shown: of all channels or of one. Only there for images in colour. */
public final class ErrorChannelChoice extends HBox {
  /**
   * @param id of the box
   */
  public ErrorChannelChoice(WorkbenchSession session, String id) {
    ComboBox<@Nullable ErrorChannel> box = new ComboBox<>();
    described(
            box,
            "Error of",
            "Whose errors are shown: of red, green and blue as one (their mean size, with the sign"
                + " of their sum), or of one of them.")
        .setId(id);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable ErrorChannel channel) {
            return channel == null ? "" : channel.title();
          }

          @Override
          public ErrorChannel fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    Label label = Described.labelFor(box, "Error of");
    label.getStyleClass().add("text-muted");
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(label, box);
    managedProperty().bind(visibleProperty());
    session.dataProperty().subscribe(data -> offer(box, session, data));
    session.errorChannelProperty().subscribe(box::setValue);
    box.setOnAction(
        event -> {
          ErrorChannel chosen = box.getValue();
          if (chosen != null) {
            session.errorChannelProperty().set(chosen);
          }
        });
  }

  private void offer(
      ComboBox<@Nullable ErrorChannel> box, WorkbenchSession session, @Nullable DataSplit data) {
    setVisible(data != null && data.training().shape().channels() > 1);
    if (data != null) {
      ErrorChannel chosen = session.errorChannelProperty().get();
      box.getItems().setAll(ErrorChannel.of(data.training().shape()));
      box.setValue(chosen);
    }
  }
}
