package org.aeworkbench.ui.latent;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Walks along a traversal and back again, over and over, from where the code is. Only for the FX
 * thread.
 */
final class TraversalPlayer {
  private static final double NANOS_PER_WALK = 3e9;

  private final LatentViewModel viewModel;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          step(now);
        }
      };
  private int dimension;
  private double begin;
  private double reached;
  private long beginNanos;

  TraversalPlayer(LatentViewModel viewModel) {
    this.viewModel = viewModel;
    viewModel.visibleProperty().subscribe(this::stop);
  }

  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  void toggle() {
    if (playing.get()) {
      stop();
    } else {
      play();
    }
  }

  private void play() {
    Traversal walk = viewModel.traversalProperty().get();
    if (walk != null) {
      dimension = walk.dimension();
      begin = walk.share(viewModel.position(walk));
      beginNanos = 0;
      reached = viewModel.position(walk);
      // As if dragged: its range stays, and all of it is undone at once.
      viewModel.setDragging(true);
      playing.set(true);
      timer.start();
    }
  }

  void stop() {
    if (playing.get()) {
      timer.stop();
      playing.set(false);
      viewModel.setDragging(false);
    }
  }

  private void step(long now) {
    Traversal walk = viewModel.traversalProperty().get();
    // Whoever takes the slider in hand meanwhile has it.
    if (walk == null || walk.dimension() != dimension || viewModel.position(walk) != reached) {
      stop();
      return;
    }
    if (beginNanos == 0) {
      beginNanos = now;
    }
    double way = (begin + (now - beginNanos) / NANOS_PER_WALK) % 2;
    viewModel.goTo(walk, walk.value(way < 1 ? way : 2 - way));
    reached = viewModel.position(walk);
  }
}
