package org.aeworkbench.ui.pictures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.pictures.PictureStep;
import org.aeworkbench.ui.common.LatestTask;
import org.aeworkbench.ui.common.UndoHistory;
import org.aeworkbench.ui.common.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures, the one that is looked at, their steps; with undo. Only for the FX thread. */
final class PictureShelf implements AutoCloseable {
  /** The most pictures at a time. */
  static final int CAPACITY = 100;

  private static final Logger LOG = LoggerFactory.getLogger(PictureShelf.class);
  private static final long NONE = 0;

  /** What undo brings back. */
  private record State(List<PictureEntry> pictures, long selected) {}

  private final ReadOnlyObjectWrapper<List<PictureEntry>> pictures =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable PictureEntry> selected =
      new ReadOnlyObjectWrapper<>();
  private final UndoHistory<State> history = new UndoHistory<>();
  private final LatestTask<List<PictureEntry>, List<PictureEntry>> renewing;
  private long selectedId = NONE;

  PictureShelf(Workers workers) {
    renewing =
        new LatestTask<>(
            stale -> stale.stream().map(PictureEntry::renewed).toList(),
            workers.live(),
            workers.fx(),
            this::replace,
            failure -> LOG.error("The steps could not be done", failure));
  }

  ReadOnlyObjectProperty<List<PictureEntry>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable PictureEntry> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** True if there is no room for another. */
  boolean isFull() {
    return pictures.get().size() >= CAPACITY;
  }

  /** Puts a picture at the end and looks at it. */
  void add(PictureEntry picture) {
    List<PictureEntry> more = new ArrayList<>(pictures.get());
    more.add(picture);
    change(List.copyOf(more), picture.id());
  }

  void select(PictureEntry picture) {
    selectedId = picture.id();
    updateSelected();
  }

  void setStep(PictureStep step, boolean enabled) {
    changeSelected(
        picture -> {
          Set<PictureStep> steps = EnumSet.noneOf(PictureStep.class);
          steps.addAll(picture.steps());
          if (enabled) {
            steps.add(step);
          } else {
            steps.remove(step);
          }
          return picture.withSteps(steps);
        });
  }

  void useStepsForAll() {
    PictureEntry model = selected.get();
    if (model != null) {
      change(pictures.get().stream().map(p -> p.withSteps(model.steps())).toList(), selectedId);
    }
  }

  void removeSelected() {
    PictureEntry gone = selected.get();
    if (gone != null) {
      List<PictureEntry> before = pictures.get();
      List<PictureEntry> rest = before.stream().filter(p -> p.id() != gone.id()).toList();
      int next = Math.min(before.indexOf(gone), rest.size() - 1);
      change(rest, rest.isEmpty() ? NONE : rest.get(next).id());
    }
  }

  void removeAll() {
    change(List.of(), NONE);
  }

  void undo() {
    if (history.canUndo()) {
      show(history.undo(state()));
    }
  }

  void redo() {
    if (history.canRedo()) {
      show(history.redo(state()));
    }
  }

  @Override
  public void close() {
    renewing.close();
  }

  private void changeSelected(UnaryOperator<PictureEntry> operation) {
    PictureEntry old = selected.get();
    if (old != null) {
      change(
          pictures.get().stream().map(p -> p.id() == old.id() ? operation.apply(p) : p).toList(),
          selectedId);
    }
  }

  private void change(List<PictureEntry> after, long selectedAfter) {
    if (!after.equals(pictures.get())) {
      history.remember(state());
      show(new State(after, selectedAfter));
    }
  }

  private State state() {
    return new State(pictures.get(), selectedId);
  }

  private void show(State state) {
    selectedId = state.selected();
    pictures.set(state.pictures());
    updateSelected();
    List<PictureEntry> stale = state.pictures().stream().filter(PictureEntry::isStale).toList();
    if (!stale.isEmpty()) {
      renewing.submit(stale);
    }
  }

  /** Takes pictures whose steps were done, unless others are wanted meanwhile. */
  private void replace(List<PictureEntry> renewed) {
    pictures.set(
        pictures.get().stream()
            .map(
                now ->
                    renewed.stream()
                        .filter(p -> p.id() == now.id() && p.steps().equals(now.steps()))
                        .findFirst()
                        .orElse(now))
            .toList());
    updateSelected();
  }

  private void updateSelected() {
    selected.set(
        pictures.get().stream().filter(p -> p.id() == selectedId).findFirst().orElse(null));
  }
}
