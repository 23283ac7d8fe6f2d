package org.aeworkbench.ui.experiment;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.session.UndoHistory;
import org.aeworkbench.model.NetworkDraft;
import org.jspecify.annotations.Nullable;

/** What is chosen, and what was before. Only for the FX thread. */
final class PlanChoices {
  private final UndoHistory<PlanChoice> history = new UndoHistory<>();
  private final ReadOnlyObjectWrapper<PlanChoice> choice;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(false);
  // What was chosen before a drag, as long as the drag has changed nothing yet.
  private @Nullable PlanChoice beforeAdjusting;
  private boolean adjusting;

  PlanChoices(PlanChoice initial) {
    choice = new ReadOnlyObjectWrapper<>(initial);
  }

  ReadOnlyObjectProperty<PlanChoice> property() {
    return choice.getReadOnlyProperty();
  }

  PlanChoice get() {
    return choice.get();
  }

  ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** Another choice, that can be undone. */
  void change(PlanChoice after) {
    PlanChoice before = get();
    if (!after.equals(before)) {
      if (!adjusting) {
        history.remember(before);
      } else if (beforeAdjusting != null) {
        history.remember(beforeAdjusting);
        beforeAdjusting = null;
      }
      set(after);
    }
  }

  /** The network layer by layer, that can be undone. */
  void edit(NetworkDraft draft) {
    change(get().withDraft(draft));
  }

  /** What follows from something else than a choice, and is not undone. */
  void replace(PlanChoice after) {
    set(after);
  }

  /** All choices from now on are one to undo. */
  void beginAdjusting() {
    adjusting = true;
    beforeAdjusting = get();
  }

  void endAdjusting() {
    adjusting = false;
    beforeAdjusting = null;
  }

  void undo() {
    if (history.canUndo()) {
      set(history.undo(get()));
    }
  }

  void redo() {
    if (history.canRedo()) {
      set(history.redo(get()));
    }
  }

  private void set(PlanChoice chosen) {
    // Both first: whoever is told of the choice may ask whether it can be undone.
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    choice.set(chosen);
  }
}
