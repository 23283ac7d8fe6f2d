package org.aeworkbench.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.aeworkbench.training.ModelFile;
import org.aeworkbench.ui.common.Images;
import org.aeworkbench.ui.pictures.PicturesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * What comes from the desktop or another program by drop or paste: models are opened, everything
 * else goes to the Pictures tab, which says what is no picture. Only for the FX thread.
 */
final class Incoming {
  /** What the names of models end in; DL4J's own end in .zip, as some programs rename ours. */
  static final List<String> MODEL_ENDINGS = List.of(ModelFile.EXTENSION, ".zip");

  private final PicturesViewModel pictures;
  private final Runnable showPictures;
  private final Consumer<Path> openModel;
  private final Consumer<String> onProblem;

  /**
   * @param showPictures brings the Pictures tab to the front
   * @param openModel opens a model
   * @param onProblem gets a line if that cannot be done
   */
  Incoming(
      PicturesViewModel pictures,
      Runnable showPictures,
      Consumer<Path> openModel,
      Consumer<String> onProblem) {
    this.pictures = pictures;
    this.showPictures = showPictures;
    this.openModel = openModel;
    this.onProblem = onProblem;
  }

  /**
   * Takes drops anywhere on a scene.
   *
   * @param hint is visible while something that can be dropped is over the window
   */
  void install(Scene scene, Node hint) {
    scene.setOnDragOver(
        event -> {
          if (isWelcome(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragEntered(event -> hint.setVisible(isWelcome(event.getDragboard())));
    scene.setOnDragExited(event -> hint.setVisible(false));
    scene.setOnDragDropped(
        event -> {
          hint.setVisible(false);
          drop(event);
        });
  }

  /** What Edit ▸ Paste does. */
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!take(clipboard.getFiles(), clipboard.getImage(), "Pasted picture")) {
      onProblem.accept("There is no picture on the clipboard. Copy one, then paste it here.");
    }
  }

  private void drop(DragEvent event) {
    Clipboard dropped = event.getDragboard();
    event.setDropCompleted(take(dropped.getFiles(), dropped.getImage(), "Dropped picture"));
    event.consume();
  }

  private static boolean isWelcome(Clipboard offered) {
    return offered.hasFiles() || offered.hasImage();
  }

  /**
   * Takes files, or a picture without a file.
   *
   * @param name of a picture without a file
   * @return false if there is neither
   */
  boolean take(@Nullable List<File> files, @Nullable Image image, String name) {
    if (files != null && !files.isEmpty()) {
      takeFiles(files.stream().map(File::toPath).toList());
      return true;
    }
    if (image == null) {
      return false;
    }
    showPictures.run();
    pictures.add(name, () -> Images.buffered(image));
    return true;
  }

  private void takeFiles(List<Path> files) {
    List<Path> models = files.stream().filter(Incoming::isModel).toList();
    List<Path> others = files.stream().filter(file -> !isModel(file)).toList();
    if (models.size() > 1) {
      onProblem.accept("One model can be open at a time. Drop a single .aemodel file.");
    } else {
      models.forEach(openModel);
    }
    if (!others.isEmpty()) {
      showPictures.run();
      pictures.add(others);
    }
  }

  private static boolean isModel(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return MODEL_ENDINGS.stream().anyMatch(name::endsWith);
  }
}
