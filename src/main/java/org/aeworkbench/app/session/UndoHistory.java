package org.aeworkbench.app.session;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The states that were before, and those that were undone. Only for one thread.
 *
 * @param <S> an immutable state
 */
public final class UndoHistory<S> {
  private static final int LIMIT = 200;

  private final Deque<S> past = new ArrayDeque<>();
  private final Deque<S> future = new ArrayDeque<>();

  /** A state is about to be replaced by a choice; the 200 latest are kept. */
  public void remember(S before) {
    past.push(before);
    future.clear();
    if (past.size() > LIMIT) {
      past.removeLast();
    }
  }

  /** True if {@link #undo} may be called. */
  public boolean canUndo() {
    return !past.isEmpty();
  }

  /** True if {@link #redo} may be called. */
  public boolean canRedo() {
    return !future.isEmpty();
  }

  /**
   * The state before this one.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public S undo(S now) {
    S before = past.pop();
    future.push(now);
    return before;
  }

  /**
   * The state that was undone last.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public S redo(S now) {
    S after = future.pop();
    past.push(now);
    return after;
  }

  /** Forgets all. */
  public void clear() {
    past.clear();
    future.clear();
  }
}
