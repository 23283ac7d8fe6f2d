package org.aeworkbench.ui.latent;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.aeworkbench.ui.common.NumberField;
import org.aeworkbench.ui.common.Numbers;
import org.kordamp.ikonli.feather.Feather;

/** The row of one dimension: name, activity, slider, number, reset. */
final class DimensionRow extends HBox {
  /** In place of a dimension: the row shows none. */
  static final int NONE = -1;

  private static final PseudoClass TURNED = PseudoClass.getPseudoClass("turned");
  private static final PseudoClass BEYOND = PseudoClass.getPseudoClass("beyond");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final int STEPS = 50;
  private static final int SHORT_NAME = 5;
  private static final double NAME_WIDTH = 40;
  private static final double LONG_NAME_WIDTH = 68;

  private final LatentViewModel viewModel;
  private final DimensionList list;
  private final Label name = new Label();
  private final ActivityMark activity = new ActivityMark();
  private final ResettableSlider marked = new ResettableSlider();
  private final Slider slider = marked.slider();
  private final NumberField<Float> number =
      new NumberField<>(DimensionRow::parse, this::format, -1e6f, 1e6f);
  private final Button reset = new Button(null, icon(Feather.ROTATE_CCW));
  private final Tooltip tooltip = new Tooltip();
  private final Subscription subscription;
  private int dimension = NONE;
  private boolean showing;

  DimensionRow(LatentViewModel viewModel, DimensionList list) {
    super(8);
    this.viewModel = viewModel;
    this.list = list;
    getStyleClass().add("dimension-row");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("dimension-name");
    Tooltip.install(name, tooltip);
    Tooltip.install(activity, tooltip);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    HBox.setHgrow(marked, Priority.ALWAYS);
    slider.setMinWidth(64);
    described(
        number,
        "Value",
        "Any number; also one that no test image has, which is then marked by its colour.");
    number.setPrefColumnCount(4);
    number.setAlignment(Pos.CENTER_RIGHT);
    number.setMinWidth(USE_PREF_SIZE);
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    reset.setFocusTraversable(false);
    reset.setMinWidth(USE_PREF_SIZE);
    described(reset, "Reset", "Gives the number back that it started with. Key: Delete.");
    getChildren().addAll(name, activity, marked, number, reset);
    listen();
    subscription =
        Subscription.combine(
            viewModel.editor().chosenProperty().subscribe(code -> showValue()),
            viewModel.decodedProperty().subscribe(decoded -> showValue()),
            viewModel.dimensionsProperty().subscribe(dimensions -> showDimension()));
  }

  /** It is shown no more. */
  void close() {
    subscription.unsubscribe();
  }

  /** Index of the dimension that is shown, or {@link #NONE}. */
  int dimension() {
    return dimension;
  }

  void show(int shown) {
    if (shown == dimension) {
      return;
    }
    dimension = shown;
    slider.setId("latent-slider-" + shown);
    number.setId("latent-value-" + shown);
    reset.setId("latent-reset-" + shown);
    showDimension();
  }

  void focusSlider() {
    slider.requestFocus();
  }

  void mark(boolean current, boolean inTabOrder) {
    slider.setFocusTraversable(inTabOrder);
    number.setFocusTraversable(inTabOrder);
    pseudoClassStateChanged(CURRENT, current);
  }

  private void listen() {
    slider.valueProperty().subscribe(value -> turn(value.floatValue()));
    slider.pressedProperty().subscribe(this::onPressed);
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    slider.addEventHandler(KeyEvent.KEY_RELEASED, event -> viewModel.editor().endGesture());
    slider.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            resetValue();
          }
        });
    number.onTaken(this::turn);
    number.stepping(value -> value + step(), value -> value - step());
    number.focusedProperty().subscribe(focused -> onFocus(focused));
    slider.focusedProperty().subscribe(focused -> onFocus(focused));
    reset.setOnAction(event -> resetValue());
  }

  private void onPressed(boolean pressed) {
    if (pressed && dimension != NONE) {
      viewModel.currentProperty().set(dimension);
    }
    viewModel.setDragging(pressed);
  }

  private void onFocus(boolean focused) {
    if (focused && dimension != NONE) {
      viewModel.currentProperty().set(dimension);
    } else {
      viewModel.editor().endGesture();
    }
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> list.move(-1);
      case DOWN -> list.move(1);
      case LEFT, RIGHT -> {
        if (!event.isShiftDown()) {
          return;
        }
        double fine = step() / 10;
        slider.adjustValue(slider.getValue() + (event.getCode() == KeyCode.LEFT ? -fine : fine));
      }
      case PAGE_UP -> slider.adjustValue(slider.getValue() + 5 * step());
      case PAGE_DOWN -> slider.adjustValue(slider.getValue() - 5 * step());
      // The slider itself takes these two when they are released, which would be another gesture.
      case HOME -> slider.adjustValue(slider.getMin());
      case END -> slider.adjustValue(slider.getMax());
      case DELETE, BACK_SPACE -> resetValue();
      case ENTER -> number.requestFocus();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void turn(float value) {
    if (!showing && dimension != NONE) {
      viewModel.editor().turn(dimension, value);
    }
  }

  private void resetValue() {
    if (dimension != NONE) {
      viewModel.editor().reset(dimension);
    }
  }

  private void showDimension() {
    List<CodeDimension> dimensions = viewModel.dimensionsProperty().get();
    if (dimension == NONE || dimension >= dimensions.size()) {
      return;
    }
    CodeDimension shown = dimensions.get(dimension);
    name.setText(shown.name());
    name.setMinWidth(shown.name().length() > SHORT_NAME ? LONG_NAME_WIDTH : NAME_WIDTH);
    activity.show(shown);
    tooltip.setText(shown.description());
    slider.setAccessibleText("Dimension " + shown.name());
    slider.setAccessibleHelp(shown.description());
    number.setAccessibleText("Value of dimension " + shown.name());
    showing = true;
    slider.setMin(Math.min(slider.getMax(), shown.low()));
    slider.setMax(shown.high());
    slider.setMin(shown.low());
    slider.setBlockIncrement(step());
    showing = false;
    showValue();
  }

  private void showValue() {
    if (dimension == NONE) {
      return;
    }
    float value = viewModel.value(dimension);
    boolean turned = viewModel.editor().chosen().set().containsKey(dimension);
    showing = true;
    // Beyond its ends the slider stands at the end; the number is exact.
    slider.setValue(Math.clamp(value, slider.getMin(), slider.getMax()));
    number.setValue(value);
    showing = false;
    marked.setStart(viewModel.startValue(dimension), turned);
    reset.setVisible(turned);
    pseudoClassStateChanged(TURNED, turned);
    pseudoClassStateChanged(BEYOND, value < slider.getMin() || value > slider.getMax());
  }

  private float step() {
    return (float) (slider.getMax() - slider.getMin()) / STEPS;
  }

  private static float parse(String text) {
    float value = Float.parseFloat(Numbers.plain(text));
    if (!Float.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private String format(float value) {
    List<CodeDimension> dimensions = viewModel.dimensionsProperty().get();
    return dimension < 0 || dimension >= dimensions.size()
        ? String.valueOf(value)
        : dimensions.get(dimension).format(value);
  }
}
