package org.aeworkbench.ui.latent;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.EmptyState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Latent tab: where the code starts, its sliders, what the decoder makes of it. */
public final class LatentView extends StackPane implements AutoCloseable {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final LatentViewModel viewModel;
  private final DecodedPane decoded;
  private final TraversalStrip strip;
  private final BorderPane content = new BorderPane();
  private final Region emptyState =
      new EmptyState(
          Feather.SLIDERS,
          "No network yet",
          "Train one, or open a model: here you turn the numbers of its code and see what the"
              + " decoder makes of them.");
  // Kept in a field: a mapping that nobody holds would be collected.
  private final ObservableValue<Boolean> tabSelected =
      parentProperty().flatMap(Node::visibleProperty).orElse(true);

  // Images of another shape are of another size.
  private final ObservableValue<ImageShape> shape;

  /** Builds the tab. */
  public LatentView(LatentViewModel viewModel) {
    this.viewModel = viewModel;
    shape = viewModel.decodedProperty().map(LatentView::shape).orElse(ImageShape.MNIST);
    getStyleClass().add("latent-view");
    decoded = new DecodedPane(viewModel);
    strip = new TraversalStrip(viewModel);
    content.setTop(new StartBar(viewModel));
    content.setLeft(decoded);
    content.setCenter(new DimensionPane(viewModel));
    content.setBottom(strip);
    getChildren().addAll(content, emptyState);
    viewModel
        .modelProperty()
        .subscribe(
            model -> {
              emptyState.setVisible(model == null);
              content.setVisible(model != null);
            });
    shape.subscribe(now -> requestLayout());
    tabSelected.subscribe(selected -> viewModel.visibleProperty().set(selected));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  @Override
  public void close() {
    strip.stop();
  }

  @Override
  protected void layoutChildren() {
    boolean large = getHeight() >= 640 && getWidth() >= 800;
    strip.setLarge(large);
    decoded.fit(getHeight() - content.getTop().prefHeight(-1) - strip.prefHeight(-1), large);
    super.layoutChildren();
  }

  // Before the menu, whose undo is that of the plan.
  private void onKey(KeyEvent event) {
    if (UNDO.match(event)) {
      viewModel.editor().undo();
      event.consume();
    } else if (REDO.match(event)) {
      viewModel.editor().redo();
      event.consume();
    }
  }

  // Never asked of null, by the binding; the compiler cannot know.
  private static @Nullable ImageShape shape(@Nullable Decoded decoded) {
    return decoded == null ? null : decoded.shape();
  }
}
