package org.aeworkbench.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.aeworkbench.ui.common.DialogFolder;
import org.jspecify.annotations.Nullable;

/** Asks where images are. Only for the FX thread. */
final class DataDialogs {
  private final DialogFolder folder;
  private Supplier<@Nullable Window> owner = () -> null;

  /**
   * @param folder that dialogs begin in
   */
  DataDialogs(DialogFolder folder) {
    this.folder = folder;
  }

  /** The window that dialogs belong to. */
  void setOwner(Supplier<@Nullable Window> window) {
    owner = window;
  }

  /** Asks for a folder; empty if none is chosen. */
  Optional<Path> askFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a Folder of Images");
    folder.beginIn(chooser);
    return remembered(chooser.showDialog(owner.get()));
  }

  /** Asks for an archive, a table, arrays or an IDX file; empty if none is chosen. */
  Optional<Path> askFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open Images in One File");
    folder.beginIn(chooser);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Images in one file", "*.zip", "*.csv", "*.npz", "*.npy", "*.gz", "*-ubyte"),
            new FileChooser.ExtensionFilter("All files", "*"));
    return remembered(chooser.showOpenDialog(owner.get()));
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen != null) {
      folder.remember(chosen);
    }
    return Optional.ofNullable(chosen).map(File::toPath);
  }
}
