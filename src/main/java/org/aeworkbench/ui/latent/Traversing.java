package org.aeworkbench.ui.latent;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.app.work.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the pictures of a walk up to date. Only for the FX thread. */
final class Traversing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Traversing.class);

  private final ReadOnlyObjectWrapper<@Nullable Traversal> traversal =
      new ReadOnlyObjectWrapper<>();
  private final LatestTask<Traversal.Walk, Traversal> task;
  private Traversal.@Nullable Walk walked;

  Traversing(Workers workers) {
    task =
        new LatestTask<>(
            Traversal.Walk::decode,
            workers.live(),
            workers.fx(),
            this::show,
            failure -> LOG.error("The traversal could not be decoded", failure));
  }

  /** Null before there is one. */
  ReadOnlyObjectProperty<@Nullable Traversal> traversalProperty() {
    return traversal.getReadOnlyProperty();
  }

  /** Between the two images that a code lies between, else along a dimension. */
  void walk(Decoded now, List<CodeDimension> dimensions, int current) {
    if (now.images().size() == 2) {
      walk(Traversal.between(now));
    } else if (current < dimensions.size()) {
      walk(Traversal.along(dimensions.get(current), now));
    }
  }

  void forget() {
    walked = null;
    traversal.set(null);
  }

  @Override
  public void close() {
    task.close();
  }

  // While the slider of the dimension itself moves, its walk stays the same.
  private void walk(Traversal.Walk walk) {
    if (walked == null || !walk.isSameAs(walked)) {
      walked = walk;
      task.submit(walk);
    }
  }

  private void show(Traversal result) {
    if (walked != null) {
      traversal.set(result);
    }
  }
}
