package org.aeworkbench.ui.incoming;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.pictures.PictureFiles;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.Images;
import org.aeworkbench.ui.incoming.DroppedContent.Found;
import org.aeworkbench.ui.pictures.PicturesViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes from the desktop or another program by drop or paste: models are opened, data sets are
 * looked at to be imported, everything else goes to the Pictures tab, which says what is no
 * picture. A folder may be either: where it is dropped decides, and where that says nothing it is
 * shown as data that can be had as pictures instead. Only for the FX thread; what takes time,
 * looking into files and decoding, is done elsewhere.
 */
public final class Incoming {
  /** What the names of models end in; DL4J's own end in .zip, as some programs rename ours. */
  public static final List<String> MODEL_ENDINGS = List.of(ModelFile.EXTENSION, ".zip");

  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final String SAVE_IT =
      " Save it with that program first, then drop the file here.";

  private final PicturesViewModel pictures;
  private final Runnable showPictures;
  private final Consumer<Path> openModel;
  private final DataLook data;
  private final Background background;
  private final Consumer<String> onProblem;
  private boolean welcome;

  /** Shows what a folder or file holds as data that can be imported. */
  public interface DataLook {
    /**
     * @param asPictures what else may be done with it; null for nothing
     */
    void at(Path path, @Nullable Runnable asPictures);
  }

  /**
   * @param showPictures brings the Pictures tab to the front
   * @param openModel opens a model
   * @param data shows data
   * @param background looks into files
   * @param onProblem gets a line if that cannot be done
   */
  public Incoming(
      PicturesViewModel pictures,
      Runnable showPictures,
      Consumer<Path> openModel,
      DataLook data,
      Background background,
      Consumer<String> onProblem) {
    this.pictures = pictures;
    this.showPictures = showPictures;
    this.openModel = openModel;
    this.data = data;
    this.background = background;
    this.onProblem = onProblem;
  }

  /**
   * Takes drops anywhere on a scene.
   *
   * @param hint is visible while something that can be dropped is over the window
   */
  public void install(Scene scene, Node hint) {
    scene.setOnDragEntered(
        event -> {
          // What is offered stays the same until it is dropped or leaves.
          welcome = DroppedContent.isOffered(event.getDragboard());
          hint.setVisible(welcome);
        });
    scene.setOnDragOver(
        event -> {
          if (welcome) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragExited(event -> hint.setVisible(false));
    scene.setOnDragDropped(
        event -> {
          hint.setVisible(false);
          drop(event);
        });
  }

  /** What Edit ▸ Paste does. */
  public void paste() {
    if (!take(Clipboard.getSystemClipboard(), "Pasted picture", DropPlace.PICTURES)) {
      onProblem.accept("There is no picture on the clipboard. Copy one, then paste it here.");
    }
  }

  private void drop(DragEvent event) {
    DropPlace place = DropPlace.of(event.getPickResult().getIntersectedNode());
    boolean taken = take(event.getDragboard(), "Dropped picture", place);
    if (!taken) {
      onProblem.accept("What was dropped holds no picture. Drop a picture, data or a model.");
    }
    event.setDropCompleted(taken);
    event.consume();
  }

  // Whatever another program gives: the worst that may come of it is a line.
  private boolean take(Clipboard offered, String name, DropPlace place) {
    try {
      DroppedContent content = DroppedContent.of(offered);
      boolean direct = !DroppedContent.within(content.pictures()).isEmpty();
      return take(content, direct ? null : pixels(offered), name, place);
    } catch (RuntimeException e) {
      LOG.error("What another program gave could not be read", e);
      onProblem.accept("The picture could not be taken from the other program." + SAVE_IT);
      return true;
    }
  }

  /**
   * The pixels, if the other program gives them. Where HTML names a picture on the web and no
   * pixels come with it, JavaFX would fetch that picture while the window waits: for the moment
   * that this takes nothing is let out, for which there is no other way.
   */
  private static @Nullable Image pixels(Clipboard offered) {
    if (!offered.hasImage()) {
      return null;
    }
    ProxySelector network = ProxySelector.getDefault();
    ProxySelector.setDefault(new Closed());
    try {
      Image image = offered.getImage();
      boolean whole = image != null && !image.isError() && image.getWidth() >= 1;
      return whole ? image : null;
    } catch (RuntimeException e) {
      LOG.debug("No pixels, and what JavaFX takes for them cannot be loaded", e);
      return null;
    } finally {
      ProxySelector.setDefault(network);
    }
  }

  /**
   * Takes pictures, data and models.
   *
   * @param image the pixels, null if there are none
   * @param name of what has no file
   * @param place where it was dropped
   * @return false if there is nothing of the kind
   */
  public boolean take(DroppedContent content, @Nullable Image image, String name, DropPlace place) {
    List<Found> found = content.pictures();
    List<Found> within = DroppedContent.within(found);
    if (!within.isEmpty()) {
      takeFiles(
          within.stream()
              .filter(Found.OnDisk.class::isInstance)
              .map(each -> ((Found.OnDisk) each).file())
              .toList(),
          place);
      within.stream()
          .filter(Found.Encoded.class::isInstance)
          .forEach(each -> decode(((Found.Encoded) each).data(), name));
      return true;
    }
    if (image != null) {
      showPictures.run();
      pictures.add(name, () -> Images.buffered(image));
      return true;
    }
    if (!found.isEmpty()) {
      onProblem.accept(outOfReach(found.getFirst()));
    }
    return !found.isEmpty();
  }

  private static String outOfReach(Found found) {
    return switch (found) {
      case Found.OnWeb web -> "The picture is on the web, from where nothing is fetched." + SAVE_IT;
      case Found.Elsewhere other ->
          "The picture is inside the other program (" + other.scheme() + ":)." + SAVE_IT;
      case Found.OnDisk disk -> disk.file() + " cannot be read.";
      case Found.Encoded data -> "The data: address cannot be read.";
    };
  }

  private void decode(String data, String name) {
    showPictures.run();
    pictures.add(name, () -> PictureReader.read(DataAddress.decode(data), name));
  }

  /**
   * Opens a model, shows data, sends pictures to their tab.
   *
   * @param place where they were dropped
   */
  public void takeFiles(List<Path> files, DropPlace place) {
    background.run(() -> Sorted.of(files, place), this::take, this::unreadable);
  }

  private void take(Sorted sorted) {
    if (sorted.models().size() > 1) {
      onProblem.accept("One model can be open at a time. Drop a single .aemodel file.");
    } else {
      sorted.models().forEach(openModel);
    }
    if (!sorted.pictures().isEmpty()) {
      show(sorted.pictures());
    }
    if (!sorted.data().isEmpty()) {
      sorted
          .source()
          .ifPresentOrElse(
              path -> data.at(path, sorted.either() ? () -> showAllWithin(path) : null),
              () -> onProblem.accept("One data set can be opened at a time. Drop one of them."));
    }
  }

  // What was dropped as data is in a folder for each class mostly.
  private void showAllWithin(Path folder) {
    background.run(() -> PictureFiles.folders(folder), this::show, this::unreadable);
  }

  private void unreadable(Throwable failure) {
    LOG.error("Files could not be looked at", failure);
    onProblem.accept("What was dropped cannot be read (" + failure + ").");
  }

  private void show(List<Path> files) {
    showPictures.run();
    pictures.add(files);
  }
}
