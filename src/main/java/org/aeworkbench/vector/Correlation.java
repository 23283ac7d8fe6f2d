package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Shape;

/**
 * Which source values the weights of a 3×3 kernel bring to which targets: the forward pass of every
 * kind of convolution, and the way of the gradients back through it.
 *
 * <p>The targets at ({@code targetStep}·Y + start) have the sources from ({@code sourceStep}·Y +
 * first) on; targets of different starts are different phases. A plain convolution has one phase of
 * 3×3 taps. After nearest upsampling the outputs of one parity of row and column see only 2×2
 * different values of the small map, each through the sum of the weights that fall on it: four
 * phases of 4 taps instead of 9 taps for each output. A transposed convolution of stride 2 has four
 * phases of 4, 2, 2 and 1 taps, and so has the way back through a strided one.
 */
final class Correlation {
  private static final int KERNEL = Layer.KERNEL;

  /**
   * Rows or columns of a phase.
   *
   * @param start first target
   * @param first first source relative to the position
   * @param count sources
   * @param taps for each weight of the kernel, the sources that it falls on, counted from first
   */
  record Axis(int start, int first, int count, List<List<Integer>> taps) {
    /** Targets among {@code side}. */
    int positions(int side, int step) {
      return Math.max(0, Math.ceilDiv(side - start, step));
    }
  }

  /** Targets whose row and column have the same parities. */
  record Phase(Axis rows, Axis columns) {
    /** Sources of a target. */
    int taps() {
      return rows.count() * columns.count();
    }
  }

  /** Distance of the targets of neighbouring positions. */
  final int targetStep;

  /** Distance of the sources of neighbouring positions. */
  final int sourceStep;

  /** The phases, by rows. */
  final List<Phase> phases;

  /**
   * Where each weight falls, as triples of weight (3·ky + kx), phase and tap, by weights and then
   * by phases.
   */
  final int[] contributions;

  private Correlation(int targetStep, int sourceStep, List<Axis> rows, List<Axis> columns) {
    this.targetStep = targetStep;
    this.sourceStep = sourceStep;
    List<Phase> list = new ArrayList<>();
    for (Axis row : rows) {
      for (Axis column : columns) {
        list.add(new Phase(row, column));
      }
    }
    phases = List.copyOf(list);
    contributions = contributions(phases);
  }

  private static int[] contributions(List<Phase> phases) {
    List<Integer> triples = new ArrayList<>();
    for (int weight = 0; weight < KERNEL * KERNEL; weight++) {
      for (int p = 0; p < phases.size(); p++) {
        Phase phase = phases.get(p);
        for (int row : phase.rows().taps().get(weight / KERNEL)) {
          for (int column : phase.columns().taps().get(weight % KERNEL)) {
            triples.addAll(List.of(weight, p, row * phase.columns().count() + column));
          }
        }
      }
    }
    return triples.stream().mapToInt(Integer::intValue).toArray();
  }

  /** From a convolution's input (before an upsampling that belongs to it) to its sums. */
  static Correlation forward(ConvolutionShape shape) {
    Shape.Maps input = shape.input();
    return new Correlation(
        shape.doubles() ? 2 : 1,
        shape.kind() == ConvolutionShape.Kind.STRIDED ? 2 : 1,
        forward(shape, input.height()),
        forward(shape, input.width()));
  }

  /** From the gradients of a convolution's sums to those of its input. */
  static Correlation inputGradient(ConvolutionShape shape) {
    Shape.Maps input = shape.input();
    return new Correlation(
        shape.kind() == ConvolutionShape.Kind.STRIDED ? 2 : 1,
        shape.doubles() ? 2 : 1,
        inputGradient(shape, input.height()),
        inputGradient(shape, input.width()));
  }

  private static List<Axis> forward(ConvolutionShape shape, int side) {
    int pad = shape.padding(side);
    return switch (shape.kind()) {
      case PLAIN, STRIDED -> List.of(new Axis(0, -pad, KERNEL, eachItsOwn()));
      case UPSAMPLED -> List.of(upsampled(0, pad), upsampled(1, pad));
      case TRANSPOSED ->
          List.of(
              new Axis(0, -1, 2, List.of(List.of(1), List.of(), List.of(0))),
              new Axis(1, 0, 1, List.of(List.of(), List.of(0), List.of())));
    };
  }

  private static Axis upsampled(int parity, int pad) {
    int first = Math.floorDiv(parity - pad, 2);
    List<List<Integer>> taps = new ArrayList<>();
    for (int k = 0; k < KERNEL; k++) {
      taps.add(List.of(Math.floorDiv(parity + k - pad, 2) - first));
    }
    return new Axis(parity, first, 2, taps);
  }

  private static List<Axis> inputGradient(ConvolutionShape shape, int side) {
    int pad = shape.padding(side);
    return switch (shape.kind()) {
      case PLAIN ->
          List.of(new Axis(0, pad - 2, KERNEL, List.of(List.of(2), List.of(1), List.of(0))));
      case UPSAMPLED ->
          List.of(
              new Axis(
                  0, pad - 2, KERNEL + 1, List.of(List.of(2, 3), List.of(1, 2), List.of(0, 1))));
      case STRIDED -> List.of(strided(0, pad), strided(1, pad));
      case TRANSPOSED -> List.of(new Axis(0, 0, KERNEL, eachItsOwn()));
    };
  }

  /** Inputs at 2·I + parity were read by outputs Y with 2·Y + k = 2·I + parity + pad. */
  private static Axis strided(int parity, int pad) {
    int half = (parity + pad) / 2;
    return (parity + pad) % 2 == 0
        ? new Axis(parity, half - 1, 2, List.of(List.of(1), List.of(), List.of(0)))
        : new Axis(parity, half, 1, List.of(List.of(), List.of(0), List.of()));
  }

  private static List<List<Integer>> eachItsOwn() {
    return List.of(List.of(0), List.of(1), List.of(2));
  }

  /** Rows and columns of zeros that the sources need around them. */
  int border(Shape.Maps sources, Shape.Maps targets) {
    int border = 0;
    for (Phase phase : phases) {
      border = Math.max(border, reach(phase.rows(), sources.height(), targets.height()));
      border = Math.max(border, reach(phase.columns(), sources.width(), targets.width()));
    }
    return border;
  }

  private int reach(Axis axis, int sources, int targets) {
    int last = sourceStep * (axis.positions(targets, targetStep) - 1) + axis.first() + axis.count();
    return Math.max(-axis.first(), last - sources);
  }
}
