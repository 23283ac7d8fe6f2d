package org.aeworkbench.ui.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.session.UndoHistory;
import org.aeworkbench.pictures.PictureStep;
import org.jspecify.annotations.Nullable;

/**
 * The pictures, the one that is looked at, what is to be done with them; with undo. Does nothing of
 * it itself: {@link PictureWork} does. Only for the FX thread.
 */
final class PictureShelf {
  /** The most pictures at a time: as many as MNIST has for tests. */
  static final int CAPACITY = 10_000;

  private static final long NONE = 0;

  /** What undo brings back. */
  private record State(List<PictureEntry> pictures, long selected) {}

  private final ReadOnlyObjectWrapper<List<PictureEntry>> pictures =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable PictureEntry> selected =
      new ReadOnlyObjectWrapper<>();
  private final UndoHistory<State> history = new UndoHistory<>();
  private long selectedId = NONE;
  private boolean adding;
  private PictureTreatment usual = PictureTreatment.FULL;

  ReadOnlyObjectProperty<List<PictureEntry>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable PictureEntry> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The network takes other images: what is done with all pictures follows. */
  void setUsual(PictureTreatment treatment) {
    usual = treatment;
    replace(this::fitting);
  }

  private PictureEntry fitting(PictureEntry picture) {
    PictureTreatment now = picture.treatment().forShape(usual.shape(), usual.way());
    return now.equals(picture.treatment()) ? picture : picture.with(now);
  }

  /** How many more there is room for. */
  int room() {
    return Math.max(0, CAPACITY - pictures.get().size());
  }

  /**
   * Puts pictures at the end and looks at the first of them.
   *
   * @param more of those that were added last: they come and go with them, and the look stays where
   *     it is
   */
  void add(List<PictureEntry> added, boolean more) {
    if (added.isEmpty()) {
      return;
    }
    List<PictureEntry> after = new ArrayList<>(pictures.get());
    added.stream().map(this::fitting).forEach(after::add);
    boolean joined = more && adding;
    if (!joined) {
      history.remember(state());
    }
    show(new State(List.copyOf(after), more ? selectedId : added.getFirst().id()));
    adding = true;
  }

  void select(PictureEntry picture) {
    selectedId = picture.id();
    updateSelected();
  }

  void setStep(PictureStep step, boolean enabled) {
    changeSelected(picture -> picture.with(picture.treatment().withStep(step, enabled)));
  }

  /** How the picture becomes an image; one of its digits is always cleaned. */
  void setWay(PictureWay way) {
    changeSelected(
        picture ->
            picture.treatment().number() > 0
                ? picture
                : picture.with(picture.treatment().withWay(way).withAsIs(false)));
  }

  /** Whether the picture's very pixels are taken; only for one that fits. */
  void setAsIs(boolean asIs) {
    changeSelected(
        picture -> picture.fitting() ? picture.with(picture.treatment().withAsIs(asIs)) : picture);
  }

  /** Does with all pictures what is done with the one that is looked at, as far as they fit. */
  void treatAllAlike() {
    PictureEntry model = selected.get();
    if (model != null) {
      PictureTreatment wanted = model.treatment();
      change(
          pictures.get().stream()
              .map(
                  picture ->
                      picture.with(
                          picture
                              .treatment()
                              .withWay(
                                  picture.treatment().number() > 0
                                      ? PictureWay.CLEAN
                                      : wanted.way())
                              .withSteps(wanted.steps())
                              .withAsIs(wanted.asIs() && picture.fitting())))
              .toList(),
          selectedId);
    }
  }

  /** Puts pictures in the place of the one that they are parts of. */
  void split(long id, List<PictureEntry> parts) {
    List<PictureEntry> after = new ArrayList<>();
    for (PictureEntry picture : pictures.get()) {
      if (picture.id() == id) {
        after.addAll(parts);
      } else {
        after.add(picture);
      }
    }
    boolean known = after.size() == pictures.get().size() + parts.size() - 1;
    if (known && !parts.isEmpty()) {
      change(List.copyOf(after), selectedId == id ? parts.getFirst().id() : selectedId);
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

  /**
   * Takes what came of pictures, unless something else is wanted of them meanwhile.
   *
   * @param seen by the pictures' numbers
   */
  void take(Map<Long, SeenPicture> seen) {
    replace(
        picture -> {
          SeenPicture digit = seen.get(picture.id());
          return digit != null && digit.by().equals(picture.treatment())
              ? picture.seenAs(digit)
              : picture;
        });
  }

  /** Lets what is still to be done with some pictures be. */
  void letBe(List<PictureEntry> stale) {
    Set<Long> ids = stale.stream().map(PictureEntry::id).collect(Collectors.toSet());
    replace(picture -> ids.contains(picture.id()) ? picture.with(picture.seen().by()) : picture);
  }

  private void replace(UnaryOperator<PictureEntry> operation) {
    pictures.set(pictures.get().stream().map(operation).toList());
    updateSelected();
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
    adding = false;
    selectedId = state.selected();
    // What is brought back may have been for images of another shape.
    pictures.set(state.pictures().stream().map(this::fitting).toList());
    updateSelected();
  }

  private void updateSelected() {
    selected.set(
        pictures.get().stream().filter(p -> p.id() == selectedId).findFirst().orElse(null));
  }
}
