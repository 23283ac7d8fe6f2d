package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.labelFor;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.aeworkbench.model.CodeSizes;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.ui.common.NumberField;
import org.aeworkbench.ui.common.Numbers;

/** The size of the code: a slider, a number, and why the number may be another than was typed. */
final class EncodingDimChoice extends VBox {
  private static final int MAX = 256;

  private final ExperimentViewModel viewModel;
  private final Slider slider = new Slider(1, MAX, 32);
  private final NumberField<Integer> number = new NumberField<>(Integer::valueOf, 1, 9999);
  private final Label hint = new Label();
  private boolean showing;

  EncodingDimChoice(ExperimentViewModel viewModel) {
    super(4);
    this.viewModel = viewModel;
    String help =
        "encoding_dim: how many numbers the code has. Of conv, a multiple of the positions of its"
            + " code's maps: of 16 for 28×28 pixels, because its code is 4×4×c.";
    described(slider, "encoding_dim", help).setId("encoding-dim-slider");
    described(number, "encoding_dim as a number", help).setId("encoding-dim");
    number.setPrefColumnCount(3);
    number.setMinWidth(USE_PREF_SIZE);
    number.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox row = new HBox(8, labelFor(number, "encoding_dim"), slider, number);
    row.setAlignment(Pos.CENTER_LEFT);
    hint.getStyleClass().addAll("text-small", "hint");
    hint.setWrapText(true);
    hint.setId("encoding-dim-hint");
    getChildren().addAll(row, hint);
    listen();
  }

  private void listen() {
    slider
        .valueProperty()
        .addListener((property, before, value) -> slid((int) Math.round(value.doubleValue())));
    slider
        .valueChangingProperty()
        .addListener(
            (property, before, changing) -> {
              if (changing) {
                viewModel.beginAdjusting();
              } else {
                viewModel.endAdjusting();
                show(viewModel.plan().spec());
              }
            });
    number.onTaken(viewModel::chooseEncodingDim);
    viewModel.planProperty().subscribe(plan -> show(plan.spec()));
    viewModel.encodingDimHintProperty().subscribe(reason -> showHint());
  }

  private void slid(int value) {
    if (!showing) {
      viewModel.chooseEncodingDim(Presets.codeSizes(viewModel.plan().spec()).snap(value));
      show(viewModel.plan().spec());
    }
  }

  private void show(NetworkSpec spec) {
    showing = true;
    CodeSizes sizes = Presets.codeSizes(spec);
    slider.setMin(sizes.smallest());
    slider.setMax(sizes.largest());
    slider.setBlockIncrement(sizes.step());
    slider.setValue(spec.encodingDim());
    int step = sizes.step();
    number.stepping(value -> spec.encodingDim() + step, value -> spec.encodingDim() - step);
    number.setValue(spec.encodingDim());
    showHint();
    showing = false;
  }

  private void showHint() {
    NetworkSpec spec = viewModel.plan().spec();
    String reason = viewModel.encodingDimHintProperty().get();
    boolean corrected = !reason.isEmpty();
    hint.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_WARNING, corrected);
    hint.setText(corrected ? reason : summary(spec));
  }

  private static String summary(NetworkSpec spec) {
    String parameters = Numbers.grouped(spec.parameterCount()) + " parameters";
    return String.format(
        Locale.ROOT, "%s · compression %.1f : 1", parameters, spec.compressionRatio());
  }
}
