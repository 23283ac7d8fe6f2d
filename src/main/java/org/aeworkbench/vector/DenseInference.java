package org.aeworkbench.vector;

import java.util.Arrays;

/** Forward passes of a range of dense layers, up to 16 images at a time. */
final class DenseInference implements Inference.Program {
  private final DenseLayers layers;
  private final float[] m;
  private final DenseForward forward;
  private final int scratch;

  DenseInference(Topology topology, float[] flat) {
    layers = DenseLayers.of(topology);
    Memory plan = new Memory();
    int parameters = plan.reserve(layers.parameters().length());
    int[] values = new int[layers.size() + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = plan.reserve(Tiling.BLOCK_IMAGES * layers.stride(i));
    }
    scratch = plan.reserve(layers.longestRow());
    m = plan.allocateSmall();
    layers.parameters().scatter(flat, m, parameters);
    forward = new DenseForward(layers, m, parameters, values);
  }

  @Override
  public int blockImages() {
    return Tiling.BLOCK_IMAGES;
  }

  @Override
  public void run(
      float[] input, int in, float[] output, int out, int count, int fromLayer, int toLayer) {
    int inputs = layers.get(fromLayer).inputs();
    int rows = Math.ceilDiv(count, Tiling.ROWS) * Tiling.ROWS;
    Arrays.fill(m, forward.row(fromLayer, 0), forward.row(fromLayer, rows), 0f);
    for (int r = 0; r < count; r++) {
      System.arraycopy(input, in + r * inputs, m, forward.row(fromLayer, r), inputs);
    }
    for (int l = fromLayer; l < toLayer; l++) {
      forward.multiply(l, 0, rows);
      forward.activate(l, layers.get(l).activation(), 0, rows, scratch);
    }
    int outputs = layers.get(toLayer - 1).outputs();
    for (int r = 0; r < count; r++) {
      System.arraycopy(m, forward.row(toLayer, r), output, out + r * outputs, outputs);
    }
  }
}
