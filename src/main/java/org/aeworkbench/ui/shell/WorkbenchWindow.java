package org.aeworkbench.ui.shell;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.ui.messages.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The frame of the window: menu, experiment, tabs, status bar, messages over all. */
final class WorkbenchWindow extends StackPane {
  private final TabPane tabs = new TabPane();
  private final Map<TabName, Tab> byName = new EnumMap<>(TabName.class);
  private final BorderPane frame = new BorderPane();
  private final Messages messages;
  private final ObservableValue<String> dataHint;
  private final Label dropHint =
      new Label(
          "Drop pictures to send them through the network, data to learn it, or a model to open it");

  WorkbenchWindow(
      Node experiment,
      List<WorkbenchTab> contents,
      Node status,
      Messages messages,
      ObservableValue<String> dataHint) {
    this.messages = messages;
    this.dataHint = dataHint;
    getStyleClass().add("workbench");
    for (WorkbenchTab content : contents) {
      Tab tab = new Tab(content.name().title());
      tab.setClosable(false);
      tab.setGraphic(icon(content.icon()));
      tab.setOnSelectionChanged(event -> fill(tab, content));
      tabs.getTabs().add(tab);
      byName.put(content.name(), tab);
      fill(tab, content);
    }
    BorderPane body = new BorderPane(tabs);
    body.setLeft(experiment);
    frame.setCenter(body);
    frame.setBottom(status);
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    dropHint.setMouseTransparent(true);
    dropHint.setVisible(false);
    getChildren().addAll(frame, messages.overlay(), dropHint);
  }

  /** Sets the bar at the top, with the button that changes the theme. */
  void setMenu(MenuBar menu, Themes themes) {
    Button theme = new Button("", icon(Feather.MOON));
    theme.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    described(theme, "Change the theme", "Change between the light and the dark theme.")
        .setId("theme-toggle");
    theme.setOnAction(event -> themes.toggle());
    themes
        .choiceProperty()
        .subscribe(choice -> theme.setGraphic(icon(themes.isDark() ? Feather.SUN : Feather.MOON)));
    HBox.setHgrow(menu, Priority.ALWAYS);
    HBox top = new HBox(menu, theme);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("top-bar");
    frame.setTop(new VBox(top, messages.bar()));
  }

  /** What covers the window while files are dragged over it. */
  Node dropHint() {
    return dropHint;
  }

  /** Brings a tab to the front. */
  void showTab(TabName tab) {
    tabs.getSelectionModel().select(Objects.requireNonNull(byName.get(tab), tab::title));
  }

  /** The tab that is in front. */
  TabName shownTab() {
    Tab shown = tabs.getSelectionModel().getSelectedItem();
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue() == shown)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** A quiet line that what the tab shows is not what the model has learned. */
  private Label dataHint() {
    Label hint = new Label("", icon(Feather.INFO));
    hint.getStyleClass().add("data-hint");
    hint.setMaxWidth(Double.MAX_VALUE);
    hint.setWrapText(true);
    hint.textProperty().bind(dataHint);
    hint.visibleProperty().bind(dataHint.map(text -> !text.isEmpty()));
    hint.managedProperty().bind(hint.visibleProperty());
    return hint;
  }

  private void fill(Tab tab, WorkbenchTab content) {
    if (tab.isSelected() && tab.getContent() == null) {
      BorderPane pane = new BorderPane(content.content().get());
      pane.setTop(dataHint());
      tab.setContent(pane);
    }
  }
}
