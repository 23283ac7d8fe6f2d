package org.aeworkbench.ui.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the latest network makes of the pictures up to date, the one that is looked at first,
 * the others some at a time: a slider waits for a few of them at most. Only for the FX thread.
 */
final class PictureResults implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureResults.class);
  private static final int AT_A_TIME = 128;

  private record Question(LiveModel model, List<PictureEntry> pictures) {}

  private record Answer(Question question, List<PictureResult> results) {}

  private final ReadOnlyObjectWrapper<Map<Long, PictureResult>> results =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final LatestTask<Question, Answer> reconstructing;
  private @Nullable LiveModel model;
  private List<PictureEntry> pictures = List.of();
  private @Nullable PictureEntry selected;
  private boolean asked;
  private int next;

  PictureResults(Workers workers) {
    reconstructing =
        new LatestTask<>(
            question ->
                new Answer(question, PictureResult.of(question.model(), question.pictures())),
            workers.live(),
            workers.fx(),
            this::take,
            failure -> {
              asked = false;
              LOG.error("The pictures could not be reconstructed", failure);
            });
  }

  /** By the numbers of the pictures; those without ink have none, others may not yet have one. */
  ReadOnlyObjectProperty<Map<Long, PictureResult>> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Another network, or none. */
  void setModel(@Nullable LiveModel latest) {
    model = latest;
    if (latest == null) {
      results.set(Map.of());
    }
    askForMore();
  }

  /** Other pictures, or another one that is looked at. */
  void setPictures(List<PictureEntry> all, @Nullable PictureEntry lookedAt) {
    pictures = all;
    // It may be gone from the pictures, or another state of it be among them.
    selected =
        lookedAt == null
            ? null
            : all.stream().filter(p -> p.id() == lookedAt.id()).findFirst().orElse(null);
    askForMore();
  }

  @Override
  public void close() {
    reconstructing.close();
  }

  private void askForMore() {
    LiveModel by = model;
    if (by == null || asked) {
      return;
    }
    List<PictureEntry> due = due(by);
    if (!due.isEmpty()) {
      asked = true;
      reconstructing.submit(new Question(by, due));
    }
  }

  private List<PictureEntry> due(LiveModel by) {
    List<PictureEntry> due = new ArrayList<>();
    PictureEntry first = selected;
    if (first != null && isDue(first, by)) {
      due.add(first);
    }
    // Goes on where it was: while a network learns, all are due again before all were done.
    for (int i = 0; i < pictures.size() && due.size() < AT_A_TIME; i++) {
      PictureEntry picture = pictures.get((next + i) % pictures.size());
      if (isDue(picture, by) && (first == null || picture.id() != first.id())) {
        due.add(picture);
        if (due.size() == AT_A_TIME) {
          next = (next + i + 1) % pictures.size();
        }
      }
    }
    return due;
  }

  private boolean isDue(PictureEntry picture, LiveModel by) {
    PictureResult known = results.get().get(picture.id());
    return !picture.seen().blank()
        && picture.seen().shape().equals(by.autoencoder().spec().image())
        && (known == null || !known.isOf(by, picture));
  }

  private void take(Answer answer) {
    asked = false;
    if (model == null) {
      return;
    }
    Map<Long, PictureResult> fresh = new HashMap<>();
    for (int i = 0; i < answer.results().size(); i++) {
      fresh.put(answer.question().pictures().get(i).id(), answer.results().get(i));
    }
    Map<Long, PictureResult> known = results.get();
    Map<Long, PictureResult> all = new HashMap<>();
    for (PictureEntry picture : pictures) {
      PictureResult result = fresh.getOrDefault(picture.id(), known.get(picture.id()));
      if (result != null && !picture.seen().blank()) {
        all.put(picture.id(), result);
      }
    }
    results.set(all);
    askForMore();
  }
}
