package org.aeworkbench.ui.incoming;

import java.io.File;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Another program, from whose window a file is dragged. */
public final class DragSource extends Application {
  /** The argument is the file. */
  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    File file = new File(getParameters().getRaw().getFirst());
    StackPane root = new StackPane(new Label("drag " + file.getName()));
    root.setOnDragDetected(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(file));
          root.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    stage.setTitle("drag source");
    stage.setScene(new Scene(root, 200, 200));
    stage.show();
  }
}
