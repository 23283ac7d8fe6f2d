package org.aeworkbench.ui.latent;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.session.UndoHistory;
import org.jspecify.annotations.Nullable;

/** The code that the user asks for, change by change, with undo. Only for the FX thread. */
public final class CodeEditor {
  private final UndoHistory<ChosenCode> history = new UndoHistory<>();
  private final ReadOnlyObjectWrapper<ChosenCode> chosen;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private @Nullable Gesture gesture;

  /** Changes of one gesture are undone together. */
  private sealed interface Gesture {
    record Turn(int dimension) implements Gesture {}

    record Browse() implements Gesture {}

    record Walk() implements Gesture {}
  }

  CodeEditor(CodeStart start) {
    chosen = new ReadOnlyObjectWrapper<>(new ChosenCode(start));
  }

  /** What is asked of the decoder. */
  public ReadOnlyObjectProperty<ChosenCode> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** What is asked of the decoder now. */
  public ChosenCode chosen() {
    return chosen.get();
  }

  /** True if {@link #undo} does something. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** True if {@link #redo} does something. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /**
   * Sets one number of the code. Until {@link #endGesture}, changes of one dimension are one change
   * to undo.
   *
   * @param dimension of the code
   * @param value any finite number, also outside the slider's range
   */
  public void turn(int dimension, float value) {
    change(new Gesture.Turn(dimension), chosen().with(dimension, value));
  }

  /** A slider was let go, a field was left. */
  public void endGesture() {
    gesture = null;
  }

  /** Gives a dimension its start's number back. */
  public void reset(int dimension) {
    change(null, chosen().without(dimension));
  }

  /** Gives all dimensions their start's numbers back. */
  public void resetAll() {
    change(null, new ChosenCode(chosen().start()));
  }

  /** Takes the last change back. */
  public void undo() {
    if (history.canUndo()) {
      take(history.undo(chosen()));
    }
  }

  /** Makes a change again that was taken back. */
  public void redo() {
    if (history.canRedo()) {
      take(history.redo(chosen()));
    }
  }

  /** Another start; what was set is let go. */
  void start(CodeStart start) {
    change(null, new ChosenCode(start));
  }

  /** One start after another, as a number is typed or images are gone through. */
  void browse(CodeStart start) {
    change(new Gesture.Browse(), new ChosenCode(start));
  }

  /** Another point on a way; what was set stays. */
  void walk(CodeStart.Between point) {
    change(new Gesture.Walk(), new ChosenCode(point, chosen().set()));
  }

  /** Another network: what was set for the old one means nothing to it. */
  void forget() {
    history.clear();
    take(new ChosenCode(chosen().start()));
  }

  private void change(@Nullable Gesture now, ChosenCode next) {
    if (next.equals(chosen())) {
      return;
    }
    if (now == null || !now.equals(gesture)) {
      history.remember(chosen());
    }
    take(next);
    gesture = now;
  }

  private void take(ChosenCode next) {
    gesture = null;
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    chosen.set(next);
  }
}
