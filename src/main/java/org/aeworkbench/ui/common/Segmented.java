package org.aeworkbench.ui.common;

import static org.aeworkbench.ui.common.Described.described;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A choice of one of a few, as joined buttons. The one that is chosen can be clicked again.
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
   * @param onChosen is told when the user clicks
   */
  public Segmented(
      E[] values,
      String idPrefix,
      Function<E, String> title,
      Function<E, String> description,
      Consumer<E> onChosen) {
    this.values = values.clone();
    ToggleGroup group = new ToggleGroup();
    for (E value : values) {
      ToggleButton button =
          described(
              new ToggleButton(title.apply(value)), title.apply(value), description.apply(value));
      button.setId(idPrefix + value.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button.getStyleClass().add(pill(buttons.size()));
      button.setOnAction(
          event -> {
            // A second click on the chosen one would leave none chosen.
            button.setSelected(true);
            onChosen.accept(value);
          });
      buttons.add(button);
    }
    getChildren().addAll(buttons);
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

  private String pill(int position) {
    return position == 0
        ? Styles.LEFT_PILL
        : position == values.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }
}
