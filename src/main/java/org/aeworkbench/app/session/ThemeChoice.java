package org.aeworkbench.app.session;

/** Which theme the user wants. */
public enum ThemeChoice {
  /** As the desktop has it. */
  SYSTEM("System"),
  /** Primer light. */
  LIGHT("Light"),
  /** Primer dark. */
  DARK("Dark");

  private final String label;

  ThemeChoice(String label) {
    this.label = label;
  }

  /** As it stands in the menu. */
  public String label() {
    return label;
  }
}
