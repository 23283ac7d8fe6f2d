package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.app.session.ThemeChoice;
import org.jspecify.annotations.Nullable;

/** The menu bar: names, shortcuts, what is possible now. What they do is the window's. */
final class WorkbenchMenu extends MenuBar {
  private final WindowActions actions;
  private boolean openBeforeAlt;

  WorkbenchMenu(WindowActions actions, Themes themes, List<WorkbenchTab> tabs) {
    this.actions = actions;
    getMenus().addAll(file(), edit(), view(themes, tabs), run(), help());
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.addEventFilter(KeyEvent.ANY, this::onAlt);
              }
            });
  }

  /**
   * JavaFX takes Alt that is released before the letter for Alt by itself, which closes the menu
   * that both have just opened. Many people type so.
   */
  private void onAlt(KeyEvent event) {
    if (event.getCode() != KeyCode.ALT) {
      return;
    }
    boolean open = getMenus().stream().anyMatch(Menu::isShowing);
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      openBeforeAlt = open;
    } else if (event.getEventType() == KeyEvent.KEY_RELEASED && open && !openBeforeAlt) {
      event.consume();
    }
  }

  private Menu file() {
    Menu recent = new Menu("Open _Recent");
    Menu earlier = new Menu("_Earlier Models");
    Menu file =
        new Menu(
            "_File",
            null,
            item("_Open …", "Shortcut+O", actions::open),
            item("Open _Pictures …", "Shortcut+Shift+O", actions::openPictures),
            recent,
            earlier,
            new SeparatorMenuItem(),
            item("_Save", "Shortcut+S", actions::save, actions.noModel()),
            item("Save _As …", "Shortcut+Shift+S", actions::saveAs, actions.noModel()),
            new SeparatorMenuItem(),
            item("Save _Chart as PNG …", null, actions::saveChart, actions.noModel()),
            item("Save _Losses as CSV …", null, actions::saveLosses, actions.noModel()),
            new SeparatorMenuItem(),
            item("_Quit", "Shortcut+Q", actions::quit));
    file.setOnShowing(
        event -> {
          fill(recent, actions.recent(), actions::openRecent);
          fill(earlier, actions.earlier(), actions::openEarlier);
        });
    return file;
  }

  private Menu edit() {
    return new Menu(
        "_Edit",
        null,
        item("_Undo", "Shortcut+Z", actions::undo, actions.cannotUndo()),
        item("_Redo", "Shortcut+Shift+Z", actions::redo, actions.cannotRedo()),
        new SeparatorMenuItem(),
        item("_Paste Picture", "Shortcut+V", actions::paste));
  }

  private Menu view(Themes themes, List<WorkbenchTab> tabs) {
    Menu view = new Menu("_View");
    for (int i = 0; i < tabs.size(); i++) {
      TabName tab = tabs.get(i).name();
      view.getItems().add(item(tab.title(), "Shortcut+" + (i + 1), () -> actions.showTab(tab)));
    }
    view.getItems().add(new SeparatorMenuItem());
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.label() + " Theme");
      item.setToggleGroup(group);
      item.setOnAction(event -> themes.choiceProperty().set(choice));
      themes.choiceProperty().subscribe(chosen -> item.setSelected(chosen == choice));
      view.getItems().add(item);
    }
    return view;
  }

  private Menu run() {
    return new Menu(
        "_Run",
        null,
        item("_Train", "Shortcut+Enter", actions::train, actions.cannotTrain()),
        // Space itself is the window's: as a menu shortcut it would never reach a text field.
        item("_Pause or Resume (Space)", null, actions::togglePause, actions.cannotPause()),
        item("_Stop", "Shortcut+Period", actions::stop, actions.cannotStop()),
        new SeparatorMenuItem(),
        item("_Reset", "Shortcut+Shift+R", actions::reset, actions.cannotReset()));
  }

  private Menu help() {
    return new Menu(
        "_Help",
        null,
        item("_Keyboard Shortcuts", "F1", actions::showShortcuts),
        item("_About Autoencoder Workbench", null, actions::showAbout));
  }

  private interface PathAction {
    void accept(Path path);
  }

  private static void fill(Menu menu, List<Path> paths, PathAction action) {
    menu.getItems().clear();
    for (Path path : paths) {
      MenuItem item = new MenuItem(String.valueOf(path.getFileName()));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> action.accept(path));
      menu.getItems().add(item);
    }
    menu.setDisable(paths.isEmpty());
  }

  private static MenuItem item(String name, @Nullable String keys, Runnable action) {
    MenuItem item = new MenuItem(name);
    if (keys != null) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem item(
      String name, @Nullable String keys, Runnable action, ObservableValue<Boolean> disabled) {
    MenuItem item = item(name, keys, action);
    item.disableProperty().bind(disabled);
    return item;
  }
}
