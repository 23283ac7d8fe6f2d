package org.aeworkbench.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the next dialog opens in: that of the last one, whatever it was for, also after
 * the next start. Only for the FX thread.
 */
public final class DialogFolder {
  private @Nullable Path folder;

  /** The folder, null before the first dialog; it may be gone. */
  public @Nullable Path get() {
    return folder;
  }

  /** For whoever knows it from before. */
  public void set(@Nullable Path known) {
    folder = known;
  }

  /** Lets a dialog begin there. */
  public void beginIn(FileChooser chooser) {
    File there = existing();
    if (there != null) {
      chooser.setInitialDirectory(there);
    }
  }

  /** Lets a dialog begin there. */
  public void beginIn(DirectoryChooser chooser) {
    File there = existing();
    if (there != null) {
      chooser.setInitialDirectory(there);
    }
  }

  /** A dialog ended with this file or folder. */
  public void remember(File chosen) {
    Path path = chosen.toPath().toAbsolutePath();
    folder = Files.isDirectory(path) ? path : path.getParent();
  }

  // JavaFX refuses to open a dialog in a folder that is not there.
  private @Nullable File existing() {
    return folder != null && Files.isDirectory(folder) ? folder.toFile() : null;
  }
}
