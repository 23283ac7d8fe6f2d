package org.aeworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.common.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A network put together in the real window: by mouse, and by keyboard alone. */
class BuilderWindowTest {
  private static final String BUILT =
      "28x28x1 | conv:16:relu conv:16:relu:stride2 pool conv:8:relu pool dropout:0.2 conv:8:relu"
          + " pool |";

  @TempDir private Path home = Path.of("");
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void open() {
    window = new TestWindow(home);
    Fx.run(() -> window.workbench().experiment().change(plan -> plan.withEpochs(1)));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private NetworkDraft network() {
    return window.workbench().experiment().choiceProperty().get().network();
  }

  private void awaitNetwork(String start) {
    try {
      Fx.await("the network is " + start, () -> network().text().startsWith(start));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + ", not " + Fx.get(() -> network().text()), e);
    }
  }

  /** As by hand: pulls the scroll bar until the thing is there, then clicks on it. */
  private void click(String selector) {
    Fx.await(selector + " is drawn", () -> isDrawn(selector));
    ScrollPane panel = (ScrollPane) Fx.get(() -> window.node(".experiment .scroll-pane"));
    for (int i = 0; i <= 20 && Fx.get(() -> below(selector)) > 0; i++) {
      double share = i / 20.0;
      Fx.run(() -> panel.setVvalue(share));
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(Fx.get(() -> below(selector))).as(selector + " is seen").isLessThanOrEqualTo(0);
    robot.clickOn(selector);
  }

  /** By how much a node of the panel stands below what can be seen of it. */
  private double below(String selector) {
    Node node = window.node(selector);
    double bottom = node.localToScene(node.getLayoutBounds()).getMaxY();
    Node panel = window.node(".experiment .scroll-pane");
    return bottom - panel.localToScene(panel.getLayoutBounds()).getMaxY();
  }

  private boolean isDrawn(String selector) {
    Node node = window.stage().scene().lookup(selector);
    boolean drawn = node != null && node.getLayoutBounds().getHeight() > 0;
    for (Node up = node; up != null; up = up.getParent()) {
      drawn &= up.isVisible();
    }
    return drawn;
  }

  /** The entry of the menu that is open. */
  private static MenuItem offered(String id) {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(PopupWindow::isShowing)
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not offered"));
  }

  private static boolean isOffered(String id) {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .anyMatch(menu -> menu.getItems().stream().anyMatch(item -> id.equals(item.getId())));
  }

  private void choose(String id) {
    Fx.await(id + " is offered", () -> isOffered(id));
    robot.clickOn(Fx.get(() -> styled(id)));
  }

  private void chooseByKeys(String id) {
    Fx.await(id + " is offered", () -> isOffered(id));
    for (int i = 0; i < 12 && !Fx.get(() -> styled(id).isFocused()); i++) {
      robot.push(KeyCode.DOWN);
    }
    assertThat(Fx.get(() -> styled(id).isFocused())).as(id + " can be reached").isTrue();
    robot.push(KeyCode.ENTER);
  }

  private static Node styled(String id) {
    return Objects.requireNonNull(offered(id).getStyleableNode());
  }

  private void drag(String from, String to) {
    Bounds target = Fx.get(() -> window.node(to).localToScreen(window.node(to).getLayoutBounds()));
    robot.drag(from + " .layer-name", MouseButton.PRIMARY);
    robot.moveTo(new Point2D(target.getMinX() + 20, target.getMinY() + 3));
    robot.drop();
  }

  private void trainAndReopen() {
    Fx.await("it can be trained", () -> !window.node("#train").isDisabled());
    TrainedModel before = Fx.get(() -> window.workbench().training().modelProperty().get());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await(
        "it is trained",
        () -> {
          TrainedModel now = window.workbench().training().modelProperty().get();
          return window.state() == TrainingState.IDLE && now != null && now != before;
        });
    TrainedModel model =
        Objects.requireNonNull(Fx.get(() -> window.workbench().training().modelProperty().get()));
    assertThat(model.plan().spec().text()).isEqualTo(Fx.get(() -> network().text()));
    assertThat(model.history().epochs()).hasSize(1);
  }

  private void reopenWithPreset(String name) {
    Fx.await(
        "the preset is listed",
        () ->
            window
                .workbench()
                .experiment()
                .followed()
                .filter(p -> p.id().equals(name))
                .isPresent());
    String text = Fx.get(() -> network().text());
    window.close();
    window.reopen();
    assertThat(Fx.get(() -> network().text())).isEqualTo(text);
    Fx.await(
        "the preset is listed again",
        () ->
            window
                .workbench()
                .experiment()
                .followed()
                .filter(p -> p.id().equals(name))
                .isPresent());
    assertThat(Fx.get(() -> isDrawn("#layer-encoder-0"))).isTrue();
  }

  @Test
  void byMouse() {
    click("#architecture-conv");
    click("#architecture-custom");
    click("#layer-encoder-0 .layer-name");
    click("#layer-encoder-0 #layer-add");
    choose("offer-conv-16-relu-stride2");
    Fx.await("it is selected", () -> isDrawn("#layer-encoder-1 #layer-add"));
    click("#layer-encoder-1 #layer-add");
    choose("offer-dropout-0-2");
    awaitNetwork("28x28x1 | conv:16:relu conv:16:relu:stride2 dropout:0.2 pool");
    assertThat(Fx.get(() -> window.node("#train").isDisabled())).isTrue();
    drag("#layer-encoder-2", "#layer-encoder-6");
    awaitNetwork(BUILT);
    click("#mirror");
    trainAndReopen();
    click("#save-preset");
    robot.write("Mine, by mouse");
    click("#preset-save");
    reopenWithPreset("Mine, by mouse");
  }

  @Test
  void byKeyboardAlone() {
    Fx.run(() -> window.node("#architecture-conv").requestFocus());
    robot.push(KeyCode.SPACE);
    robot.push(KeyCode.RIGHT);
    Fx.await("the builder is there", () -> isDrawn("#layer-encoder-0"));
    toFocus("layer-encoder-0");
    robot.push(KeyCode.ENTER);
    chooseByKeys("offer-conv-16-relu-stride2");
    awaitNetwork("28x28x1 | conv:16:relu conv:16:relu:stride2 pool");
    robot.push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.DELETE);
    robot.push(KeyCode.UP).push(KeyCode.ENTER);
    chooseByKeys("offer-dropout-0-2");
    awaitNetwork("28x28x1 | conv:16:relu conv:16:relu:stride2 dropout:0.2 pool");
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.ALT, KeyCode.DOWN);
    }
    awaitNetwork(BUILT);
    Fx.await("the layer that is moved is in view", () -> below("#layer-encoder-5") <= 0);
    toFocus("mirror");
    robot.push(KeyCode.SPACE);
    String built = Fx.get(() -> network().text());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Fx.await("it is undone", () -> !network().text().equals(built));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    awaitNetwork(built);
    trainAndReopen();
    toFocus("save-preset");
    robot.push(KeyCode.SPACE);
    robot.write("Mine, by keys").push(KeyCode.ENTER);
    reopenWithPreset("Mine, by keys");
  }

  /** Goes on with Tab until the control of an id has the focus. */
  private void toFocus(String id) {
    for (int i = 0; i < 80 && !hasFocus(id); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(hasFocus(id)).as(id + " can be reached").isTrue();
  }

  private boolean hasFocus(String id) {
    return Fx.get(
        () -> {
          Node owner = window.stage().scene().getFocusOwner();
          return owner != null && id.equals(owner.getId());
        });
  }
}
