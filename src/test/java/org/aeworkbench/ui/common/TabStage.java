package org.aeworkbench.ui.common;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;

/** A window with one tab in it, as large as a tab is in the smallest window. */
public final class TabStage {
  private final WorkbenchSession session = Fx.get(WorkbenchSession::new);
  private final Workers workers = Workers.start(Platform::runLater);
  private final Stage stage = Fx.get(Stage::new);

  /** What the tab looks at. */
  public WorkbenchSession session() {
    return session;
  }

  /** Real threads. */
  public Workers workers() {
    return workers;
  }

  /** Opens the window. */
  public void show(Supplier<Parent> view) {
    Fx.run(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          Scene scene = new Scene(view.get(), 680, 590);
          scene.getStylesheets().add("/assets/css/workbench.css");
          stage.setScene(scene);
          stage.show();
        });
  }

  /** The scene, once there is one. */
  public Scene scene() {
    return Fx.get(stage::getScene);
  }

  /** Something that has to be there; on the FX thread. */
  public Node lookup(String selector) {
    return Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), selector);
  }

  /** Publishes a network as the state after an epoch. */
  public void setModel(Autoencoder network, int epoch) {
    Fx.run(
        () ->
            session.setModel(
                new LiveModel(network, Loss.BINARY_CROSS_ENTROPY, 1, epoch, epoch, true)));
  }

  /** Closes the window and ends the threads. */
  public void close() {
    Fx.run(stage::close);
    workers.close();
  }
}
