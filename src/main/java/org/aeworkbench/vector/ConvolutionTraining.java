package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.CHUNK_IMAGES;
import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.SPECIES;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Training of convolutional networks. An images' task takes a tile of images through all stages and
 * back and leaves the gradients of all parameters in the tile's own slot; a parameters' task sums
 * one stage's gradients over the tiles, in their order, updates and repacks its weights.
 */
final class ConvolutionTraining implements TrainingProgram {
  private static final int TILES = CHUNK_IMAGES / LANES;

  private final Topology topology;
  private final ParameterLayout layout = new ParameterLayout();
  private final List<ConvolutionStage> stages;
  private final float[] m;
  private final ConvolutionForward forward;
  private final ConvolutionBackward backward;
  private final ParameterStore store;
  private final int gradients;
  private final int slots;
  private final TileBuffers[] buffers;
  private final TileGradients[] tileGradients;

  ConvolutionTraining(Topology topology, UpdateRule rule, int threads) {
    this.topology = topology;
    stages = ConvolutionStage.of(topology, layout);
    Memory plan = new Memory();
    var regions = new ParameterStore.Regions(layout, rule, plan);
    gradients = regions.gradients;
    slots = plan.reserve(TILES * layout.length());
    buffers = new TileBuffers[threads];
    tileGradients = new TileGradients[threads];
    for (int t = 0; t < threads; t++) {
      buffers[t] = new TileBuffers(stages, plan);
      tileGradients[t] = new TileGradients(stages, plan);
    }
    StageTables[] tables = new StageTables[stages.size()];
    for (int s = 0; s < tables.length; s++) {
      TileMap full = tileGradients[0].sums[s];
      TileMap sums = full == null ? buffers[0].maps[s + 1] : full;
      tables[s] = new StageTables(stages.get(s), buffers[0].maps[s], sums);
    }
    int[] forwardPacked = ConvolutionForward.reservePacked(tables, plan);
    int[] backwardPacked = ConvolutionBackward.reservePacked(tables, plan);
    m = plan.allocate();
    forward = new ConvolutionForward(stages, tables, m, regions.parameters, forwardPacked);
    backward = new ConvolutionBackward(stages, tables, m, regions.parameters, backwardPacked);
    store = new ParameterStore(layout, regions, rule, m);
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
    return Math.ceilDiv(count, LANES);
  }

  @Override
  public double runImages(Chunk chunk, int task, int worker, boolean withGradients) {
    TileBuffers b = buffers[worker];
    int first = task * LANES;
    load(chunk, first, Math.min(LANES, chunk.count() - first), b);
    int last = stages.size() - 1;
    for (int s = 0; s <= last; s++) {
      forward.run(b, s, s < last ? forward.activation(s) : Activation.IDENTITY);
    }
    double loss = loss(chunk.scale(), b);
    if (withGradients) {
      for (int s = last; s >= 0; s--) {
        backward.run(b, tileGradients[worker], s, slots + task * layout.length());
      }
    }
    return loss;
  }

  private void load(Chunk chunk, int first, int images, TileBuffers b) {
    Arrays.fill(m, b.lanes, b.lanes + LANES, 0f);
    Arrays.fill(m, b.lanes, b.lanes + images, 1f);
    int[] starts = new int[images];
    for (int i = 0; i < images; i++) {
      starts[i] = chunk.start(first + i, topology.pixels());
    }
    MapShape shape = topology.inputShape();
    TileMap map = b.maps[0];
    for (int p = 0; p < shape.size(); p++) {
      int y = p / shape.width();
      int at = map.at(y / shape.height(), y % shape.height(), p % shape.width());
      for (int i = 0; i < images; i++) {
        m[at + i] = Pixels.value(chunk.images()[starts[i] + p]);
      }
      Arrays.fill(m, at + images, at + LANES, 0f);
    }
  }

  /** Loss of a tile, whose logits become gradients; lanes without an image get none. */
  private double loss(float scale, TileBuffers b) {
    TileMap logits = b.maps[stages.size()];
    MapShape shape = logits.shape();
    double loss = 0;
    for (int row = 0; row < shape.channels() * shape.height(); row++) {
      int channel = row / shape.height();
      int y = row % shape.height();
      int z = logits.at(channel, y, 0);
      int x = b.maps[0].at(channel, y, 0);
      loss += LossKernel.apply(topology.loss(), m, z, x, shape.width(), b.lanes, b.scratch, scale);
    }
    return loss;
  }

  @Override
  public int parameterTasks() {
    return stages.size();
  }

  @Override
  public void runParameters(Chunk chunk, int task, int worker) {
    ConvolutionStage stage = stages.get(task);
    int from = stage.weights().offset();
    int to = stage.biases().offset() + stage.biases().stride();
    int tiles = imageTasks(chunk.count());
    for (int i = from; i < to; i += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      if (!chunk.first()) {
        sum = FloatVector.fromArray(SPECIES, m, gradients + i);
      }
      for (int t = 0; t < tiles; t++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, m, slots + t * layout.length() + i));
      }
      sum.intoArray(m, gradients + i);
    }
    if (chunk.last()) {
      store.optimizer().update(from, to - from);
      pack(task);
    }
  }

  @Override
  public void parametersChanged() {
    for (int s = 0; s < stages.size(); s++) {
      pack(s);
    }
  }

  private void pack(int s) {
    forward.pack(s);
    backward.pack(s);
  }
}
