package org.aeworkbench.ui.builder;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Shape;

/** The bottleneck between encoder and decoder: its shape, its size, how much smaller it is. */
final class CodeMark extends HBox {
  private final Label name = new Label("Code");
  private final Label size = new Label();

  CodeMark() {
    super(6);
    getStyleClass().add("code-mark");
    setAlignment(Pos.CENTER_LEFT);
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    name.getStyleClass().add("bottleneck-text");
    size.setMinWidth(USE_PREF_SIZE);
    size.setId("code-size");
    getChildren().addAll(name, spacer, size);
  }

  void show(PlanChoice choice, DraftDiagnosis diagnosis) {
    NetworkDraft network = choice.network();
    name.setText(network.code() instanceof Code.Gaussian ? "Code · gaussian" : "Code");
    size.setText(
        diagnosis
            .input(network, new Place(Part.DECODER, 0))
            .map(
                shape ->
                    String.format(
                        Locale.ROOT,
                        "%s%s · 1 : %.1f",
                        shape.text(),
                        shape instanceof Shape.Maps ? " = " + shape.size() : "",
                        (double) network.image().size() / shape.size()))
            .orElse("–"));
  }
}
