package org.aeworkbench.vector;

import org.aeworkbench.model.Optimizer;

/**
 * Parameters, gradients and optimizer state in the engine's memory, one region each in the same
 * layout, and the exchange with flat arrays in canonical order.
 */
final class ParameterStore {
  private final ParameterLayout layout;
  private final float[] m;
  private final Regions regions;
  private final ParameterUpdate update;

  /** The first index of each region. */
  static final class Regions {
    final int parameters;
    final int gradients;
    final int[] state;

    /** First slot for the gradients of convolutions, one for each task over images. */
    final int slots;

    /** Distance of slots. */
    final int slotLength;

    /** Reserves a region of parameters only, for a network that is not trained. */
    Regions(StackMemory memory) {
      parameters = memory.plan().reserve(memory.parameters().length());
      gradients = parameters;
      state = new int[0];
      slots = parameters;
      slotLength = 0;
    }

    /** Reserves the regions. */
    Regions(StackMemory memory, Optimizer optimizer, int tasks) {
      Memory plan = memory.plan();
      int length = memory.parameters().length();
      parameters = plan.reserve(length);
      gradients = plan.reserve(length);
      state = new int[optimizer.slots()];
      for (int i = 0; i < state.length; i++) {
        state[i] = plan.reserve(length);
      }
      slotLength = memory.slots().length();
      slots = plan.reserve(Math.multiplyExact(tasks, slotLength));
    }
  }

  ParameterStore(ParameterLayout layout, Regions regions, Optimizer optimizer, float[] memory) {
    this.layout = layout;
    this.regions = regions;
    this.m = memory;
    update =
        new ParameterUpdate(
            optimizer, memory, regions.parameters, regions.gradients, regions.state);
  }

  /** Parameters that are not trained. */
  ParameterStore(ParameterLayout layout, Regions regions, float[] memory) {
    this(layout, regions, new Optimizer.Sgd(), memory);
  }

  float[] memory() {
    return m;
  }

  Regions regions() {
    return regions;
  }

  ParameterUpdate update() {
    return update;
  }

  int count() {
    return layout.count();
  }

  void setParameters(float[] flat) {
    layout.scatter(checked(flat), m, regions.parameters);
  }

  void copyParameters(float[] flat) {
    layout.gather(m, regions.parameters, checked(flat));
  }

  void setState(int slot, float[] flat) {
    layout.scatter(checked(flat), m, regions.state[slot]);
  }

  void copyState(int slot, float[] flat) {
    layout.gather(m, regions.state[slot], checked(flat));
  }

  private float[] checked(float[] flat) {
    if (flat.length != layout.count()) {
      throw new IllegalArgumentException(
          "This network has " + layout.count() + " parameters, not " + flat.length);
    }
    return flat;
  }
}
