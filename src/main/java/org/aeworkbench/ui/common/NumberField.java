package org.aeworkbench.ui.common;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A field for one number in a range. A number that is valid is taken as it is typed; anything else
 * is marked and not taken, and leaving the field brings the last valid number back. The arrow keys
 * step.
 */
public final class NumberField<N extends Number & Comparable<N>> extends TextField {
  private final Function<String, N> parser;
  private final Function<N, String> format;
  private final N min;
  private final N max;
  private UnaryOperator<N> up = value -> value;
  private UnaryOperator<N> down = value -> value;
  private Consumer<N> onTaken = value -> {};
  private N value;
  private boolean showing;
  private boolean edited;

  /**
   * @param parser throws {@link NumberFormatException} for what is no number
   */
  public NumberField(Function<String, N> parser, N min, N max) {
    this(parser, NumberField::plain, min, max);
  }

  /**
   * @param parser throws {@link NumberFormatException} for what is no number
   * @param format writes a number that is not being typed; may round
   */
  public NumberField(Function<String, N> parser, Function<N, String> format, N min, N max) {
    this.parser = parser;
    this.format = format;
    this.min = min;
    this.max = max;
    this.value = min;
    setPrefColumnCount(5);
    textProperty().addListener((property, before, text) -> typed(text));
    focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                show(value);
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    setOnAction(event -> show(value));
  }

  /** What the arrow keys do. */
  public NumberField<N> stepping(UnaryOperator<N> up, UnaryOperator<N> down) {
    this.up = up;
    this.down = down;
    return this;
  }

  /** Who is told valid numbers that the user enters. */
  public NumberField<N> onTaken(Consumer<N> consumer) {
    onTaken = consumer;
    return this;
  }

  /** The last valid number. */
  public N getValue() {
    return value;
  }

  /** Shows a number; nobody is told. What the user is typing is left alone. */
  public void setValue(N shown) {
    value = shown;
    if (!isFocused() || !edited) {
      show(shown);
    }
  }

  private void show(N shown) {
    showing = true;
    edited = false;
    String text = format.apply(shown);
    // Setting the same text again would cost a layout, and many fields may be shown at once.
    if (!text.equals(getText())) {
      setText(text);
    }
    pseudoClassStateChanged(Styles.STATE_DANGER, false);
    showing = false;
  }

  private static String plain(Object number) {
    String text = number.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private void typed(String text) {
    if (showing) {
      return;
    }
    edited = true;
    N number = valid(text);
    pseudoClassStateChanged(Styles.STATE_DANGER, number == null);
    if (number != null) {
      value = number;
      onTaken.accept(number);
    }
  }

  private @Nullable N valid(String text) {
    try {
      N number = parser.apply(text.strip());
      return number.compareTo(min) >= 0 && number.compareTo(max) <= 0 ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void step(KeyEvent event) {
    if (event.getCode() != KeyCode.UP && event.getCode() != KeyCode.DOWN) {
      return;
    }
    N stepped = (event.getCode() == KeyCode.UP ? up : down).apply(value);
    if (stepped.compareTo(min) >= 0 && stepped.compareTo(max) <= 0) {
      setText(stepped.toString());
      show(value);
    }
    event.consume();
  }
}
