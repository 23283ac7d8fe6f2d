package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.BLOCK_IMAGES;
import static org.aeworkbench.vector.Tiling.CHUNK_IMAGES;
import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

import java.util.Arrays;

/**
 * Training of dense networks. An images' task takes 16 rows through all layers and back to the
 * gradients of the first layer's sums; a parameters' task computes a block of one weight matrix's
 * gradient over all rows and updates it while it is in the cache.
 */
final class DenseTraining implements TrainingProgram {
  private final Topology topology;
  private final DenseLayers layers;
  private final float[] m;
  private final DenseForward forward;
  private final DenseGradient gradient;
  private final ParameterStore store;

  /**
   * First index of the gradients of the sums of each layer; the last layer's replace its logits.
   */
  private final int[] sums;

  /** Vectors of weights for the loss: all lanes, and the lanes of an image's last vector. */
  private final int allLanes;

  private final int tailLanes;

  /** One row for each worker. */
  private final int[] scratch;

  DenseTraining(Topology topology, UpdateRule rule, int threads) {
    this.topology = topology;
    layers = DenseLayers.of(topology);
    int n = layers.size();
    Memory plan = new Memory();
    var regions = new ParameterStore.Regions(layers.parameters(), rule, plan);
    int[] values = new int[n + 1];
    for (int i = 0; i <= n; i++) {
      values[i] = plan.reserve(CHUNK_IMAGES * layers.stride(i));
    }
    sums = new int[n];
    for (int i = 0; i < n - 1; i++) {
      sums[i] = plan.reserve(CHUNK_IMAGES * layers.stride(i + 1));
    }
    sums[n - 1] = values[n];
    allLanes = plan.reserve(LANES);
    tailLanes = plan.reserve(LANES);
    scratch = new int[threads];
    for (int t = 0; t < threads; t++) {
      scratch[t] = plan.reserve(layers.longestRow());
    }
    var addresses = new DenseGradient.Addresses(layers, values, sums, regions, plan, threads);
    m = plan.allocate();
    Arrays.fill(m, allLanes, allLanes + LANES, 1f);
    Arrays.fill(m, tailLanes, tailLanes + topology.pixels() % LANES, 1f);
    forward = new DenseForward(layers, m, regions.parameters, values);
    store = new ParameterStore(layers.parameters(), regions, rule, m);
    gradient = new DenseGradient(layers, addresses, m, store.optimizer());
  }

  @Override
  public ParameterStore parameters() {
    return store;
  }

  @Override
  public int chunkImages() {
    return CHUNK_IMAGES;
  }

  @Override
  public int imageTasks(int count) {
    return Math.ceilDiv(count, BLOCK_IMAGES);
  }

  @Override
  public double runImages(Chunk chunk, int task, int worker, boolean gradients) {
    int from = task * BLOCK_IMAGES;
    int images = Math.min(BLOCK_IMAGES, chunk.count() - from);
    int to = from + Math.ceilDiv(images, ROWS) * ROWS;
    load(chunk, from, from + images, to);
    int last = layers.size() - 1;
    for (int l = 0; l <= last; l++) {
      forward.multiply(l, from, to);
      Activation activation = l < last ? layers.get(l).activation() : Activation.IDENTITY;
      forward.activate(l, activation, from, to, scratch[worker]);
    }
    double loss = loss(chunk.scale(), from, from + images, to, scratch[worker]);
    if (gradients) {
      for (int l = last; l > 0; l--) {
        backward(l, from, to);
      }
    }
    return loss;
  }

  private void load(Chunk chunk, int from, int end, int to) {
    int pixels = topology.pixels();
    for (int r = from; r < end; r++) {
      Pixels.convert(chunk.images(), chunk.start(r, pixels), m, forward.row(0, r), pixels);
    }
    Arrays.fill(m, forward.row(0, end), forward.row(0, to), 0f);
  }

  /** Loss of rows from to end, whose logits become gradients; 0 for the rows from end to to. */
  private double loss(float scale, int from, int end, int to, int scratch) {
    int output = layers.size();
    int whole = topology.pixels() / LANES;
    double loss = 0;
    for (int r = from; r < end; r++) {
      int z = forward.row(output, r);
      int x = forward.row(0, r);
      loss += LossKernel.apply(topology.loss(), m, z, x, whole, allLanes, scratch, scale);
      if (topology.pixels() % LANES != 0) {
        z += whole * LANES;
        x += whole * LANES;
        loss += LossKernel.apply(topology.loss(), m, z, x, 1, tailLanes, scratch, scale);
      }
    }
    Arrays.fill(m, forward.row(output, end), forward.row(output, to), 0f);
    return loss;
  }

  /** Gradients of the sums of layer l - 1 from those of layer l. */
  private void backward(int layer, int from, int to) {
    DenseLayers.Layer l = layers.get(layer);
    Activation activation = layers.get(layer - 1).activation();
    int out = l.outputStride();
    int in = l.inputStride();
    for (int r = from; r < to; r += ROWS) {
      int result = sums[layer - 1] + r * in;
      RowsKernel.multiply(
          m,
          sums[layer] + r * out,
          out,
          gradient.transposed(layer),
          in,
          l.outputs(),
          result,
          in,
          in);
      ActivationKernel.derive(activation, m, result, forward.row(layer, r), ROWS * in);
    }
  }

  @Override
  public int parameterTasks() {
    return gradient.tasks();
  }

  @Override
  public void runParameters(Chunk chunk, int task, int worker) {
    gradient.run(chunk, task, worker);
  }

  @Override
  public void parametersChanged() {
    gradient.transposeAll();
  }
}
