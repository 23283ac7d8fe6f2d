package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is to be done with the pictures of a shelf: at once with the one that is looked at,
 * with the others some at a time, so that neither a slider nor a window waits for them. Only for
 * the FX thread; the work is done elsewhere.
 */
final class PictureWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureWork.class);
  private static final int AT_A_TIME = 8;

  /** The picture that was read last: its steps are switched again and again. */
  private record Source(long id, BufferedImage picture) {}

  /** What came of looking at a picture: one of the two is null. */
  private record Looked(
      PictureEntry picture, @Nullable PictureLook look, @Nullable Throwable failure) {}

  private record Done(Map<Long, SeenPicture> seen, Map<PictureEntry, Throwable> failures) {}

  private final PictureShelf shelf;
  private final Consumer<String> onProblem;
  private final ReadOnlyObjectWrapper<@Nullable PictureLook> look = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper(0);
  private final LatestTask<PictureEntry, Looked> looking;
  private final LatestTask<List<PictureEntry>, Done> others;
  private @Nullable PictureEntry lookedFor;
  private boolean othersUnderWay;
  private volatile @Nullable Source last;

  PictureWork(PictureShelf shelf, Workers workers, Consumer<String> onProblem) {
    this.shelf = shelf;
    this.onProblem = onProblem;
    looking =
        new LatestTask<>(
            this::lookAt, workers.live(), workers.fx(), this::looked, PictureWork::unexpected);
    others =
        new LatestTask<>(
            PictureWork::work,
            workers.files(),
            workers.fx(),
            this::done,
            failure -> {
              othersUnderWay = false;
              unexpected(failure);
            });
    shelf.selectedProperty().subscribe(() -> lookAtSelected());
    shelf.picturesProperty().subscribe(() -> workOnOthers());
  }

  /** What is to be seen of the picture that is looked at; of another one until that is known. */
  ReadOnlyObjectProperty<@Nullable PictureLook> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** With how many pictures something is still to be done. */
  ReadOnlyIntegerProperty pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** Lets what is still to be done be. */
  void cancel() {
    shelf.letBe(shelf.picturesProperty().get().stream().filter(PictureEntry::isStale).toList());
  }

  @Override
  public void close() {
    looking.close();
    others.close();
  }

  private void lookAtSelected() {
    PictureEntry picture = shelf.selectedProperty().get();
    if (picture == null) {
      look.set(null);
    } else if (!isOf(look.get(), picture) && !isSame(lookedFor, picture)) {
      lookedFor = picture;
      looking.submit(picture);
    }
  }

  private static boolean isOf(@Nullable PictureLook look, PictureEntry picture) {
    return look != null
        && look.id() == picture.id()
        && look.seen().by().equals(picture.treatment());
  }

  private static boolean isSame(@Nullable PictureEntry one, PictureEntry other) {
    return one != null && one.id() == other.id() && one.treatment().equals(other.treatment());
  }

  private Looked lookAt(PictureEntry picture) {
    try {
      Source known = last;
      if (known == null || known.id() != picture.id()) {
        known = new Source(picture.id(), picture.origin().read());
        last = known;
      }
      return new Looked(picture, PictureLook.of(picture, known.picture()), null);
    } catch (Throwable e) {
      return new Looked(picture, null, e);
    }
  }

  private void looked(Looked result) {
    PictureEntry picture = result.picture();
    PictureEntry selected = shelf.selectedProperty().get();
    PictureLook seen = result.look();
    if (seen == null) {
      // What was asked for stays remembered: asked again, it would fail again.
      tell(picture, result.failure());
      shelf.letBe(List.of(picture));
      return;
    }
    if (isSame(lookedFor, picture)) {
      lookedFor = null;
    }
    if (selected != null && selected.id() == seen.id()) {
      look.set(seen);
    }
    shelf.take(Map.of(seen.id(), seen.seen()));
    lookAtSelected();
  }

  private void workOnOthers() {
    PictureEntry first = shelf.selectedProperty().get();
    List<PictureEntry> stale =
        shelf.picturesProperty().get().stream()
            .filter(picture -> picture.isStale() && (first == null || picture.id() != first.id()))
            .toList();
    pending.set(stale.size());
    if (!othersUnderWay && !stale.isEmpty()) {
      othersUnderWay = true;
      others.submit(List.copyOf(stale.subList(0, Math.min(AT_A_TIME, stale.size()))));
    }
  }

  private static Done work(List<PictureEntry> pictures) {
    Map<Long, SeenPicture> seen = new HashMap<>();
    Map<PictureEntry, Throwable> failures = new HashMap<>();
    for (PictureEntry picture : pictures) {
      PictureTreatment by = picture.treatment();
      try {
        seen.put(picture.id(), SeenPicture.of(by, by.apply(picture.origin().read())));
      } catch (Throwable e) {
        failures.put(picture, e);
      }
    }
    return new Done(seen, failures);
  }

  private void done(Done result) {
    othersUnderWay = false;
    result.failures().forEach(this::tell);
    shelf.letBe(new ArrayList<>(result.failures().keySet()));
    shelf.take(result.seen());
  }

  private void tell(PictureEntry picture, @Nullable Throwable failure) {
    if (failure instanceof ProblemException problem) {
      onProblem.accept(String.valueOf(problem.getMessage()));
    } else {
      LOG.error("Nothing could be done with {}", picture.name(), failure);
      onProblem.accept(
          picture.name() + " could not be looked at (" + failure + "). The log has details.");
    }
  }

  private static void unexpected(Throwable failure) {
    LOG.error("Pictures could not be worked on", failure);
  }
}
