package org.aeworkbench.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.Presets;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentViewTest {
  @TempDir private Path home = Path.of("");
  private final Background background = new Background(Platform::runLater);
  private TrainingViewModel training;
  private final Stage stage = Fx.get(Stage::new);
  private @Nullable ExperimentView shown;

  @BeforeEach
  void start() {
    training = Fx.get(() -> new TrainingViewModel(new WorkbenchSession()));
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
    training.close();
    background.close();
  }

  private void show(String architecture, int font, double height) {
    Fx.run(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          boolean custom = architecture.equals("CUSTOM");
          ExperimentViewModel model =
              new ExperimentViewModel(
                  training,
                  new PresetShelf(
                      new OwnPresets(UserFolders.under(home)), background, problem -> {}),
                  PlanChoice.of(Presets.ofFamily(custom ? "conv" : architecture).plan()));
          if (custom) {
            model.build();
          }
          ExperimentView view = new ExperimentView(model, new javafx.scene.layout.Region());
          shown = view;
          BorderPane root = new BorderPane(new Pane());
          root.setLeft(view);
          Scene scene = new Scene(root, 1000, height);
          scene.getStylesheets().add("/assets/css/workbench.css");
          scene
              .getStylesheets()
              .add(
                  "data:text/css,.label, .plan-form .text-field, .plan-form .combo-box, .check-box"
                      + " { -fx-font-size: %dpx; }".formatted(font));
          stage.setScene(scene);
          stage.show();
        });
    Fx.await("it is laid out", () -> scroll().getViewportBounds().getWidth() > 0);
  }

  private ExperimentView view() {
    return Objects.requireNonNull(shown);
  }

  private ScrollPane scroll() {
    return (ScrollPane) view().getCenter();
  }

  @ParameterizedTest
  @CsvSource({
    "SHALLOW, 12, 700",
    "DEEP, 12, 700",
    "CONV, 12, 700",
    "CONV, 12, 400",
    "DEEP, 12, 400",
    "CONV, 17, 700",
    "SHALLOW, 17, 500",
    "CONV, 24, 700",
    "CUSTOM, 12, 700",
    "CUSTOM, 17, 500"
  })
  void everythingIsInViewAndNothingMovesItSideways(String net, int font, int height) {
    show(net, font, height);
    Fx.await("its width is settled", () -> viewport() == contentWidth());
    Fx.run(
        () -> {
          Node content = scroll().getContent();
          assertThat(content.minWidth(-1)).isLessThanOrEqualTo(viewport());
          Event.fireEvent(content, wheel(-40));
          assertThat(content.getLayoutX()).isZero();
          scroll().setHvalue(1);
          assertThat(scroll().getHvalue()).isZero();
          assertThat(content.getLayoutX()).isZero();
          // As a control does that is brought into view when it gets the focus.
          view().lookup("#learning-rate").requestFocus();
          assertThat(scroll().getHvalue()).isZero();
        });
  }

  private double viewport() {
    return scroll().getViewportBounds().getWidth();
  }

  private double contentWidth() {
    return scroll().getContent().getLayoutBounds().getWidth();
  }

  private static ScrollEvent wheel(double sideways) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        10,
        10,
        10,
        10,
        false,
        false,
        false,
        false,
        false,
        false,
        sideways,
        0,
        sideways,
        0,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}
