package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.vector.LayerShape.Convolution;
import org.aeworkbench.vector.LayerShape.Padding;

/**
 * Which values a convolution's kernel touches, seen from positions of its input map.
 *
 * <p>A plain 3×3 convolution has one phase of 9 taps. After nearest upsampling, the outputs of one
 * parity of row and column see only 2×2 different values of the small map, each through the sum of
 * the weights that fall on it: four phases of 4 taps instead of 9 taps for each output.
 *
 * <p>Backwards, an input value gets gradients from 3×3 sums, or from 4×4 after upsampling.
 */
final class Taps {
  private static final int KERNEL = Convolution.KERNEL;

  /** The outputs at (step·y + row, step·x + column). */
  static final class Phase {
    /** Row parity of the outputs. */
    final int row;

    /** Column parity of the outputs. */
    final int column;

    /** Side of the square of taps: 3 or 2. */
    final int side;

    private final int rowFirst;
    private final int columnFirst;
    private final int step;
    private final int pad;

    Phase(int row, int column, int step, int pad) {
      this.row = row;
      this.column = column;
      this.step = step;
      this.pad = pad;
      side = step == 1 ? KERNEL : 2;
      rowFirst = Math.floorDiv(row - pad, step);
      columnFirst = Math.floorDiv(column - pad, step);
    }

    /** Number of taps. */
    int taps() {
      return side * side;
    }

    /** Row of a tap's value relative to the position. */
    int dy(int tap) {
      return rowFirst + tap / side;
    }

    /** Column of a tap's value relative to the position. */
    int dx(int tap) {
      return columnFirst + tap % side;
    }

    /** The tap that the weight (ky, kx) falls on. */
    int tapOf(int ky, int kx) {
      int dy = Math.floorDiv(row + ky - pad, step) - rowFirst;
      int dx = Math.floorDiv(column + kx - pad, step) - columnFirst;
      return dy * side + dx;
    }
  }

  /** Distance of the outputs of neighbouring positions: 1, or 2 after upsampling. */
  final int step;

  /** The phases; one, or four after upsampling. */
  final List<Phase> phases;

  /** Side of the square of sums that an input value has its gradient from: 3 or 4. */
  final int gradientSide;

  /** The first row and column of that square relative to (step·y, step·x). */
  final int gradientFirst;

  private final int pad;

  Taps(ConvolutionStage stage) {
    step = stage.upsampled() ? 2 : 1;
    pad = stage.convolution().padding() == Padding.SAME ? 1 : 0;
    List<Phase> list = new ArrayList<>();
    for (int row = 0; row < step; row++) {
      for (int column = 0; column < step; column++) {
        list.add(new Phase(row, column, step, pad));
      }
    }
    phases = List.copyOf(list);
    gradientSide = KERNEL + step - 1;
    gradientFirst = pad - (KERNEL - 1);
  }

  /** Which of the sums of the square the weight (ky, kx) brings to an input value of a parity. */
  int gradientTapOf(Phase phase, int ky, int kx) {
    int r = phase.row - ky + pad - gradientFirst;
    int s = phase.column - kx + pad - gradientFirst;
    return r * gradientSide + s;
  }
}
