package org.aeworkbench.ui.common;

import java.util.List;
import java.util.Locale;
import javafx.stage.FileChooser.ExtensionFilter;

/** What the dialogs that open files list: endings in any case, and on wish every file. */
public final class FileFilters {
  private FileFilters() {}

  /**
   * Lists files of some endings in any case.
   *
   * @param name of the kind of file
   * @param endings with their dot, in lower case
   */
  public static ExtensionFilter of(String name, List<String> endings) {
    boolean exact = matchesExactly(System.getProperty("os.name", ""));
    return new ExtensionFilter(
        name, endings.stream().map(ending -> pattern(ending, exact)).toList());
  }

  /** Lists every file, also one without an ending. */
  public static ExtensionFilter all() {
    boolean exact = matchesExactly(System.getProperty("os.name", ""));
    return new ExtensionFilter("All files", exact ? "*" : "*.*");
  }

  /** GTK's patterns tell upper from lower case; those of Windows and macOS do not. */
  static boolean matchesExactly(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    return !name.startsWith("windows") && !name.startsWith("mac");
  }

  /**
   * A pattern for an ending.
   *
   * @param exact true if the dialog tells upper from lower case; its patterns then know sets of
   *     letters, as a shell's do
   */
  static String pattern(String ending, boolean exact) {
    if (!exact) {
      return "*" + ending;
    }
    StringBuilder pattern = new StringBuilder("*");
    for (char letter : ending.toCharArray()) {
      char upper = Character.toUpperCase(letter);
      char lower = Character.toLowerCase(letter);
      pattern.append(upper == lower ? "" + letter : "[" + lower + upper + "]");
    }
    return pattern.toString();
  }
}
