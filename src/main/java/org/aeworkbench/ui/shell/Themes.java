package org.aeworkbench.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import org.aeworkbench.app.session.ThemeChoice;

/** Light, dark or as the desktop is. */
public final class Themes {
  private static final String STYLES = "/assets/css/workbench.css";
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final ObjectProperty<ThemeChoice> choice;
  private final Scene scene;

  /** Themes a scene, from now on. */
  Themes(Scene scene, ThemeChoice initial) {
    this.scene = scene;
    choice = new SimpleObjectProperty<>(initial);
    scene.getStylesheets().add(Themes.class.getResource(STYLES).toExternalForm());
    choice.subscribe(chosen -> apply());
    Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
  }

  /** What the user chose. */
  public ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /** True if the window is dark now. */
  boolean isDark() {
    return isDark(choice.get());
  }

  /** Changes to the theme that is not shown now. */
  void toggle() {
    choice.set(isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  private void apply() {
    prepare(choice.get());
    scene.getRoot().pseudoClassStateChanged(DARK, isDark());
  }

  /**
   * Sets the look of all controls. Before the first control is built, or JavaFX loads its own look
   * first, for nothing.
   */
  static void prepare(ThemeChoice choice) {
    Application.setUserAgentStylesheet(
        (isDark(choice) ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  private static boolean isDark(ThemeChoice choice) {
    return switch (choice) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }
}
