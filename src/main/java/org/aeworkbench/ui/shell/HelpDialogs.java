package org.aeworkbench.ui.shell;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.aeworkbench.modelfile.WorkbenchVersion;
import org.jspecify.annotations.Nullable;

/** What Help shows: who made what is inside, and which keys do what. */
final class HelpDialogs {
  private static final double LOGO = 72;
  private static final double COMPONENTS_WIDTH = 640;
  private static final double COMPONENTS_HEIGHT = 320;
  private static final String[][] KEYS = {
    {"Train", "Ctrl+Enter"},
    {"Pause or resume", "Space"},
    {"Stop, keep what was learned", "Ctrl+."},
    {"Reset", "Ctrl+Shift+R"},
    {"Undo, redo a choice", "Ctrl+Z, Ctrl+Shift+Z"},
    {"Tabs", "Ctrl+1 … Ctrl+4"},
    {"Open a model", "Ctrl+O"},
    {"Open pictures, paste one", "Ctrl+Shift+O, Ctrl+V"},
    {"Save, save as", "Ctrl+S, Ctrl+Shift+S"},
    {"A slider by steps", "arrow keys"},
    {"A slider back to where it was", "double click, Backspace"},
  };

  private final Supplier<@Nullable Window> owner;

  HelpDialogs(Supplier<@Nullable Window> owner) {
    this.owner = owner;
  }

  /** Version, what it runs on, and every component with its licence. */
  void showAbout() {
    Label title = new Label("Autoencoder Workbench");
    title.getStyleClass().add(Styles.TITLE_2);
    Label version = new Label("Version " + WorkbenchVersion.current());
    Label platform =
        new Label(
            String.format(
                Locale.ROOT,
                "Java %s, JavaFX %s, %s %s",
                Runtime.version().feature(),
                System.getProperty("javafx.version", ""),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
    platform.getStyleClass().add(Styles.TEXT_MUTED);
    ImageView logo = new ImageView(logo());
    logo.setFitWidth(LOGO);
    logo.setPreserveRatio(true);
    HBox head = new HBox(16, logo, new VBox(4, title, version, platform));
    head.setAlignment(Pos.CENTER_LEFT);
    TextArea components = new TextArea(text("/assets/components.txt"));
    components.setEditable(false);
    components.getStyleClass().add("components");
    components.setAccessibleText("Components and their licences");
    components.setMinSize(COMPONENTS_WIDTH, COMPONENTS_HEIGHT);
    components.setPrefSize(COMPONENTS_WIDTH, COMPONENTS_HEIGHT);
    show("About Autoencoder Workbench", new VBox(16, head, components));
  }

  /** The keys. */
  void showShortcuts() {
    GridPane grid = new GridPane(32, 8);
    for (int i = 0; i < KEYS.length; i++) {
      Label keys = new Label(KEYS[i][1]);
      keys.getStyleClass().add(Styles.TEXT_BOLD);
      grid.addRow(i, new Label(KEYS[i][0]), keys);
    }
    Label drop = new Label("Drop a model, pictures or a folder of data anywhere on the window.");
    drop.getStyleClass().add(Styles.TEXT_MUTED);
    show("Keyboard Shortcuts", new VBox(16, grid, drop));
  }

  private void show(String title, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner.get());
    dialog.setTitle(title);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStyleClass().add("help");
    dialog
        .getDialogPane()
        .getStylesheets()
        .setAll(Objects.requireNonNull(owner.get()).getScene().getStylesheets());
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    dialog.show();
  }

  /** The program's mark. */
  static Image logo() {
    return new Image(
        Objects.requireNonNull(HelpDialogs.class.getResource("/assets/workbench.png"))
            .toExternalForm());
  }

  private static String text(String resource) {
    try (InputStream in = Objects.requireNonNull(HelpDialogs.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
