package org.aeworkbench.ui.builder;

import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.aeworkbench.model.Place;
import org.jspecify.annotations.Nullable;

/** Rows are taken with the mouse and let go elsewhere, in the other part too; Escape lets be. */
final class RowDrag {
  private static final double THRESHOLD = 6;

  private final BuilderViewModel viewModel;
  private final PartList encoder;
  private final PartList decoder;
  private final Region area;
  private @Nullable Place from;
  private double startY;
  private boolean dragging;

  RowDrag(BuilderViewModel viewModel, PartList encoder, PartList decoder, Region area) {
    this.viewModel = viewModel;
    this.encoder = encoder;
    this.decoder = decoder;
    this.area = area;
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    area.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    area.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && dragging) {
            end();
            event.consume();
          }
        });
  }

  private void pressed(MouseEvent event) {
    LayerRow row = rowOf(event.getTarget());
    from = null;
    if (row != null) {
      viewModel.select(row.place());
      if (!isControl(event.getTarget(), row)) {
        row.requestFocus();
        from = row.place();
        startY = event.getSceneY();
      }
    }
  }

  private void dragged(MouseEvent event) {
    if (from == null) {
      return;
    }
    if (!dragging && Math.abs(event.getSceneY() - startY) > THRESHOLD) {
      dragging = true;
      area.setCursor(Cursor.CLOSED_HAND);
    }
    if (dragging) {
      Place place = target(event.getSceneY());
      List.of(encoder, decoder).forEach(list -> list.markDrop(place));
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    Place source = from;
    if (dragging && source != null) {
      Place target = target(event.getSceneY());
      boolean behind = target.part() == source.part() && target.index() > source.index();
      end();
      viewModel.move(source, behind ? new Place(target.part(), target.index() - 1) : target);
      event.consume();
    }
    from = null;
  }

  private void end() {
    dragging = false;
    from = null;
    area.setCursor(Cursor.DEFAULT);
    List.of(encoder, decoder).forEach(list -> list.markDrop(null));
  }

  private Place target(double sceneY) {
    double border = decoder.localToScene(decoder.getBoundsInLocal()).getMinY();
    return (sceneY < border ? encoder : decoder).dropPlace(sceneY);
  }

  private static @Nullable LayerRow rowOf(EventTarget target) {
    Node node = target instanceof Node start ? start : null;
    while (node != null && !(node instanceof LayerRow)) {
      node = node.getParent();
    }
    return (LayerRow) node;
  }

  private static boolean isControl(EventTarget target, LayerRow row) {
    Node node = target instanceof Node start ? start : null;
    while (node != null && node != row) {
      if (node instanceof Control && !(node instanceof Label)) {
        return true;
      }
      node = node.getParent();
    }
    return false;
  }
}
