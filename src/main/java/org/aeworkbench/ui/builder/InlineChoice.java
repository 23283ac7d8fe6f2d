package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/**
 * A choice of one of a few as a small word that opens a menu: a combo box for each layer would cost
 * the panel its frames.
 */
final class InlineChoice<T> extends Button {
  private final List<T> values;
  private final Function<T, String> name;
  private Consumer<T> onChosen = value -> {};

  InlineChoice(List<T> values, Function<T, String> name, String what, String help) {
    this.values = values;
    this.name = name;
    described(this, what, help);
    getStyleClass().add("inline-choice");
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> open());
  }

  void onChosen(Consumer<T> consumer) {
    onChosen = consumer;
  }

  void show(T value) {
    setText(name.apply(value));
  }

  private void open() {
    ContextMenu menu = new ContextMenu();
    for (T value : values) {
      MenuItem item = new MenuItem(name.apply(value));
      item.setOnAction(event -> onChosen.accept(value));
      menu.getItems().add(item);
    }
    menu.show(this, Side.BOTTOM, 0, 0);
  }
}
