package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;

import java.util.List;

/** Forward passes of a range of convolution stages, a tile of images at a time. */
final class ConvolutionInference implements Inference.Program {
  private final List<ConvolutionStage> stages;
  private final float[] m;
  private final ConvolutionForward forward;
  private final TileBuffers buffers;

  ConvolutionInference(Topology topology, float[] flat) {
    ParameterLayout layout = new ParameterLayout();
    stages = ConvolutionStage.of(topology, layout);
    Memory plan = new Memory();
    int parameters = plan.reserve(layout.length());
    buffers = new TileBuffers(stages, plan);
    StageTables[] tables = new StageTables[stages.size()];
    for (int s = 0; s < tables.length; s++) {
      tables[s] = new StageTables(stages.get(s), buffers.maps[s], buffers.maps[s + 1]);
    }
    int[] packed = ConvolutionForward.reservePacked(tables, plan);
    m = plan.allocateSmall();
    layout.scatter(flat, m, parameters);
    forward = new ConvolutionForward(stages, tables, m, parameters, packed);
    for (int s = 0; s < tables.length; s++) {
      forward.pack(s);
    }
  }

  @Override
  public int blockImages() {
    return LANES;
  }

  @Override
  public void run(
      float[] input, int in, float[] output, int out, int count, int fromLayer, int toLayer) {
    int first = 0;
    while (first < stages.size() && stages.get(first).fromLayer() < fromLayer) {
      first++;
    }
    int end = first;
    while (end < stages.size() && stages.get(end).toLayer() <= toLayer) {
      end++;
    }
    if (first == end
        || stages.get(first).fromLayer() != fromLayer
        || stages.get(end - 1).toLayer() != toLayer) {
      throw new IllegalArgumentException(
          "Layers %d to %d cut a convolution from its upsampling or pooling"
              .formatted(fromLayer + 1, toLayer));
    }
    load(input, in, count, buffers.maps[first]);
    for (int s = first; s < end; s++) {
      forward.run(buffers, s, forward.activation(s));
    }
    store(buffers.maps[end], output, out, count);
  }

  private void load(float[] input, int in, int count, TileMap map) {
    int size = map.shape().size();
    for (int p = 0; p < size; p++) {
      int at = position(map, p);
      for (int i = 0; i < LANES; i++) {
        m[at + i] = i < count ? input[in + i * size + p] : 0f;
      }
    }
  }

  private void store(TileMap map, float[] output, int out, int count) {
    int size = map.shape().size();
    for (int p = 0; p < size; p++) {
      int at = position(map, p);
      for (int i = 0; i < count; i++) {
        output[out + i * size + p] = m[at + i];
      }
    }
  }

  private static int position(TileMap map, int p) {
    int row = p / map.shape().width();
    int channel = row / map.shape().height();
    return map.at(channel, row % map.shape().height(), p % map.shape().width());
  }
}
