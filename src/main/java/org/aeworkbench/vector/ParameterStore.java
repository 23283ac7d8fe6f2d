package org.aeworkbench.vector;

/**
 * Parameters, gradients and optimizer state in the engine's memory, one region each in the same
 * layout, and the exchange with flat arrays in canonical order.
 */
final class ParameterStore {
  private final ParameterLayout layout;
  private final float[] m;
  private final Regions regions;
  private final Optimizer optimizer;

  /** The first index of each region. */
  static final class Regions {
    final int parameters;
    final int gradients;
    final int[] slots;

    /** Reserves the regions. */
    Regions(ParameterLayout layout, UpdateRule rule, Memory plan) {
      parameters = plan.reserve(layout.length());
      gradients = plan.reserve(layout.length());
      slots = new int[rule.slots()];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = plan.reserve(layout.length());
      }
    }
  }

  ParameterStore(ParameterLayout layout, Regions regions, UpdateRule rule, float[] memory) {
    this.layout = layout;
    this.regions = regions;
    this.m = memory;
    this.optimizer =
        new Optimizer(rule, memory, regions.parameters, regions.gradients, regions.slots);
  }

  Optimizer optimizer() {
    return optimizer;
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
    layout.scatter(checked(flat), m, regions.slots[slot]);
  }

  void copyState(int slot, float[] flat) {
    layout.gather(m, regions.slots[slot], checked(flat));
  }

  private float[] checked(float[] flat) {
    if (flat.length != layout.count()) {
      throw new IllegalArgumentException(
          "This network has " + layout.count() + " parameters, not " + flat.length);
    }
    return flat;
  }
}
