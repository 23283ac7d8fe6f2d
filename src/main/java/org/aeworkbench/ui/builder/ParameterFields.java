package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.aeworkbench.app.builder.LayerChanges;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Layer;
import org.aeworkbench.ui.common.NumberField;
import org.aeworkbench.ui.common.Numbers;
import org.jspecify.annotations.Nullable;

/** The parameters of one layer as small fields; which ones, its kind decides. */
final class ParameterFields extends HBox {
  private final Consumer<Layer> onChanged;
  private final Consumer<Boolean> onTyping;
  private final List<Control> controls = new ArrayList<>();
  private final List<Consumer<Layer>> showing = new ArrayList<>();
  private Layer layer;

  /**
   * @param layer of the kind that this is for
   * @param onChanged is told the layer that was chosen instead
   * @param onTyping is told when a number begins to be typed, and when that is over
   */
  ParameterFields(Layer layer, Consumer<Layer> onChanged, Consumer<Boolean> onTyping) {
    super(4);
    this.layer = layer;
    this.onChanged = onChanged;
    this.onTyping = onTyping;
    setAlignment(Pos.CENTER_LEFT);
    switch (layer) {
      case Layer.Dense _ -> {
        units("Units", "Numbers that the layer gives.");
        activation();
      }
      case Layer.Convolution _ -> {
        units("Filters", "Maps that the layer gives, each by a kernel of 3×3.");
        activation();
        border();
      }
      case Layer.TransposedConvolution _ -> {
        units("Filters", "Maps that the layer gives, at twice the size.");
        activation();
      }
      case Layer.MaxPooling _ -> words("2×2 maximum");
      case Layer.Upsampling _ -> words("2× nearest");
      case Layer.Reshape _ -> reshape();
      case Layer.Crop _ -> crop();
      case Layer.Dropout _ -> rate();
    }
    show(layer);
  }

  /** Shows another layer of the same kind. */
  void show(Layer now) {
    layer = now;
    showing.forEach(field -> field.accept(now));
  }

  /** What can have the focus, from left to right. */
  List<Control> controls() {
    return controls;
  }

  private void units(String name, String help) {
    whole(
        name,
        help,
        now ->
            switch (now) {
              case Layer.Dense dense -> dense.units();
              case Layer.Convolution conv -> conv.filters();
              case Layer.TransposedConvolution conv -> conv.filters();
              default -> 1;
            },
        LayerChanges::withUnits,
        layer instanceof Layer.Dense ? 1 << 20 : 4096,
        true);
  }

  private void reshape() {
    String help = "Rows, columns and channels; their product is what comes.";
    whole(
        "Rows",
        help,
        now -> now instanceof Layer.Reshape r ? r.height() : 1,
        (now, n) ->
            now instanceof Layer.Reshape r ? new Layer.Reshape(r.channels(), n, r.width()) : now,
        1024,
        false);
    words("×");
    whole(
        "Columns",
        help,
        now -> now instanceof Layer.Reshape r ? r.width() : 1,
        (now, n) ->
            now instanceof Layer.Reshape r ? new Layer.Reshape(r.channels(), r.height(), n) : now,
        1024,
        false);
    words("×");
    whole(
        "Channels",
        help,
        now -> now instanceof Layer.Reshape r ? r.channels() : 1,
        (now, n) ->
            now instanceof Layer.Reshape r ? new Layer.Reshape(n, r.height(), r.width()) : now,
        4096,
        false);
  }

  private void crop() {
    String help = "Rows and columns of the middle that stay.";
    whole(
        "Rows",
        help,
        now -> now instanceof Layer.Crop crop ? crop.height() : 1,
        (now, n) -> now instanceof Layer.Crop crop ? new Layer.Crop(n, crop.width()) : now,
        1024,
        false);
    words("×");
    whole(
        "Columns",
        help,
        now -> now instanceof Layer.Crop crop ? crop.width() : 1,
        (now, n) -> now instanceof Layer.Crop crop ? new Layer.Crop(crop.height(), n) : now,
        1024,
        false);
  }

  private void rate() {
    NumberField<Double> field =
        new NumberField<>(text -> Double.valueOf(Numbers.plain(text)), 0.0, Math.nextDown(1.0));
    field.stepping(rate -> rounded(rate + 0.1), rate -> rounded(rate - 0.1));
    field.onTaken(rate -> onChanged.accept(new Layer.Dropout(rate)));
    showing.add(now -> field.setValue(now instanceof Layer.Dropout drop ? drop.rate() : 0.0));
    add(field, "Rate", "Share of the numbers that are left out while training, 0 to below 1.", 3);
  }

  private void whole(
      String name,
      String help,
      ToIntFunction<Layer> value,
      BiFunction<Layer, Integer, Layer> change,
      int most,
      boolean doubling) {
    NumberField<Integer> field = new NumberField<>(ParameterFields::whole, 1, most);
    if (doubling) {
      field.stepping(n -> n < 8 ? n + 1 : n * 2, n -> n <= 8 ? n - 1 : n / 2);
    } else {
      field.stepping(n -> n + 1, n -> n - 1);
    }
    field.onTaken(n -> onChanged.accept(change.apply(layer, n)));
    int columns = doubling ? 3 : 2;
    showing.add(
        now -> {
          int shown = value.applyAsInt(now);
          field.setValue(shown);
          // A column is as wide as a W: so many hold a digit more, and a long number is whole.
          field.setPrefColumnCount(Math.max(columns, String.valueOf(shown).length() - 1));
        });
    add(field, name, help, columns);
  }

  private void add(NumberField<?> field, String name, String help, int columns) {
    described(field, name, help + " The arrow keys step.");
    field.setPrefColumnCount(columns);
    field.setMinWidth(USE_PREF_SIZE);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.getStyleClass().add("inline-field");
    field.focusedProperty().addListener((property, before, focused) -> onTyping.accept(focused));
    controls.add(field);
    getChildren().add(field);
  }

  private void activation() {
    InlineChoice<Activation> choice =
        new InlineChoice<>(
            List.of(Activation.values()),
            Activation::id,
            "Activation",
            "What is applied to the weighted sums.");
    choice.onChosen(a -> onChanged.accept(LayerChanges.withActivation(layer, a)));
    showing.add(now -> now.activation().ifPresent(choice::show));
    choose(choice);
  }

  private void border() {
    InlineChoice<Border> choice =
        new InlineChoice<>(
            List.of(Border.values()),
            ParameterFields::name,
            "Border and stride",
            "same keeps the size, valid loses a row or column at each side, stride 2 halves it.");
    choice.onChosen(
        border -> {
          if (layer instanceof Layer.Convolution conv) {
            onChanged.accept(new Layer.Convolution(conv.filters(), conv.function(), border));
          }
        });
    showing.add(
        now -> {
          if (now instanceof Layer.Convolution conv) {
            choice.show(conv.border());
          }
        });
    choose(choice);
  }

  private void choose(Control choice) {
    controls.add(choice);
    getChildren().add(choice);
  }

  private void words(@Nullable String text) {
    Label label = new Label(text);
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    getChildren().add(label);
  }

  private static String name(Border border) {
    return switch (border) {
      case SAME -> "same";
      case VALID -> "valid";
      case STRIDE2 -> "stride 2";
    };
  }

  private static Integer whole(String text) {
    return Integer.valueOf(Numbers.plain(text));
  }

  private static double rounded(double rate) {
    return Math.round(rate * 10) / 10.0;
  }
}
