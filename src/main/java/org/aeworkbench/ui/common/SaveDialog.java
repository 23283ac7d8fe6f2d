package org.aeworkbench.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where to save. */
public final class SaveDialog {
  private SaveDialog() {}

  /**
   * A place for a PNG file.
   *
   * @param name that is proposed
   * @param folder where it opens, and which it changes
   * @return nothing if the user thought better of it
   */
  public static Optional<Path> png(Window owner, String name, DialogFolder folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save picture");
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
    folder.beginIn(chooser);
    File file = chooser.showSaveDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    folder.remember(file);
    return Optional.of(withSuffix(file.toPath()));
  }

  private static Path withSuffix(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.contains(".") ? file : file.resolveSibling(name + ".png");
  }
}
