package org.aeworkbench.ui.common;

import static org.aeworkbench.ui.common.Described.described;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/**
 * A choice of one of a few, as joined buttons; see {@link Pills}.
 *
 * @param <E> the values; the buttons' ids end with their names in lower case
 */
public final class Segmented<E extends Enum<E>> extends HBox {
  private final E[] values;
  private final List<ToggleButton> buttons = new ArrayList<>();

  /**
   * @param values at least two
   * @param idPrefix of the buttons' ids
   * @param title a word for the button
   * @param description a sentence for the tooltip
   * @param onChosen is told when the user chooses
   */
  public Segmented(
      E[] values,
      String idPrefix,
      Function<E, String> title,
      Function<E, String> description,
      Consumer<E> onChosen) {
    this.values = values.clone();
    Pills pills = new Pills();
    for (E value : values) {
      ToggleButton button =
          described(
              new ToggleButton(title.apply(value)), title.apply(value), description.apply(value));
      button.setId(idPrefix + value.name().toLowerCase(Locale.ROOT));
      button.setMinWidth(USE_PREF_SIZE);
      pills.add(button, () -> onChosen.accept(value));
      buttons.add(button);
    }
    getChildren().add(pills);
  }

  /** Calls the values something else. */
  public void name(Function<E, String> title, Function<E, String> description) {
    for (E value : values) {
      ToggleButton button = buttons.get(value.ordinal());
      button.setText(title.apply(value));
      Described.described(button, title.apply(value), description.apply(value));
    }
  }

  /** Shows which one is chosen; nobody is told. */
  public void select(E value) {
    buttons.get(value.ordinal()).setSelected(true);
  }
}
