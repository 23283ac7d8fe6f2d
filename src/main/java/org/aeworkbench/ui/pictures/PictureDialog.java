package org.aeworkbench.ui.pictures;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.aeworkbench.pictures.PictureEndings;
import org.aeworkbench.ui.common.DialogFolder;
import org.aeworkbench.ui.common.FileFilters;
import org.jspecify.annotations.Nullable;

/** Asks for pictures. */
public final class PictureDialog {
  private PictureDialog() {}

  /**
   * Asks for one or more pictures.
   *
   * @param folder where it opens, and which it changes
   * @param chosen gets them; not called if the user thought better of it
   */
  public static void open(
      @Nullable Window owner, DialogFolder folder, Consumer<List<Path>> chosen) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open Pictures");
    chooser
        .getExtensionFilters()
        .addAll(FileFilters.of("Pictures", PictureEndings.ALL), FileFilters.all());
    folder.beginIn(chooser);
    List<File> files = chooser.showOpenMultipleDialog(owner);
    if (files != null && !files.isEmpty()) {
      folder.remember(files.getFirst());
      chosen.accept(files.stream().map(File::toPath).toList());
    }
  }

  /**
   * Asks for a folder with pictures.
   *
   * @param folder where it opens, and which it changes
   * @param chosen gets it; not called if the user thought better of it
   */
  public static void openFolder(
      @Nullable Window owner, DialogFolder folder, Consumer<List<Path>> chosen) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open All Pictures in a Folder");
    folder.beginIn(chooser);
    File pictures = chooser.showDialog(owner);
    if (pictures != null) {
      folder.remember(pictures);
      chosen.accept(List.of(pictures.toPath()));
    }
  }
}
