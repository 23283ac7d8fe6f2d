package org.aeworkbench.vector;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.aeworkbench.vector.TrainingProgram.Chunk;

/**
 * An autoencoder compiled for training on the processor's vector units.
 *
 * <p>The parameters cross this boundary as one flat array in canonical order: for every layer that
 * has any, its weights and then its biases; dense weights [inputs][outputs] row-major, convolution
 * weights [outputChannels][inputChannels][ky][kx]. The optimizer's state has the same order, one
 * array per slot (see {@link UpdateRule}). The results have the same bits for every number of
 * threads.
 *
 * <p>For one thread at a time: the calling thread works too, {@code threads - 1} helpers join it
 * during a call. {@link #close} ends the helpers.
 */
public final class VectorNetwork implements AutoCloseable {
  private final Topology topology;
  private final TrainingProgram program;
  private final ParameterStore store;
  private final Crew crew;
  private final int[] allImages;
  private final double[] losses;

  /**
   * Compiles a network with all parameters and all optimizer state 0.
   *
   * @param topology what to train
   * @param rule how to train it
   * @param threads 1 or more
   * @throws IllegalArgumentException naming what the engine does not support
   */
  public VectorNetwork(Topology topology, UpdateRule rule, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("The engine needs at least one thread, not " + threads);
    }
    this.topology = topology;
    program =
        topology.layers().getFirst() instanceof LayerShape.Dense
            ? new DenseTraining(topology, rule, threads)
            : new ConvolutionTraining(topology, rule, threads);
    store = program.parameters();
    allImages = new int[program.chunkImages()];
    losses = new double[program.imageTasks(program.chunkImages())];
    crew = new Crew(threads);
  }

  /** What this network was compiled from. */
  public Topology topology() {
    return topology;
  }

  /** The rule of the next update. */
  public UpdateRule updateRule() {
    return store.optimizer().rule();
  }

  /** Changes the learning rate from the next update on. */
  public void setLearningRate(double rate) {
    store.optimizer().setRule(updateRule().withLearningRate(rate));
  }

  /** Length of the flat parameter array and of every state array. */
  public int parameterCount() {
    return store.count();
  }

  /** Takes all parameters from the flat array. */
  public void setParameters(float[] values) {
    store.setParameters(values);
    program.parametersChanged();
  }

  /** Copies all parameters into the flat array. */
  public void copyParameters(float[] out) {
    store.copyParameters(out);
  }

  /** Takes one slot of the optimizer's state from the flat array. */
  public void setState(int slot, float[] values) {
    store.setState(slot, values);
  }

  /** Copies one slot of the optimizer's state into the flat array. */
  public void copyState(int slot, float[] out) {
    store.copyState(slot, out);
  }

  /** Updates so far; Adam's bias correction depends on it. */
  public long iterations() {
    return store.optimizer().iterations();
  }

  /** Continues from a run that had made that many updates. */
  public void setIterations(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("Iterations must be 0 or more, not " + count);
    }
    store.optimizer().setIterations(count);
  }

  /**
   * One update from {@code count} images.
   *
   * <p>If the loss is not finite nothing is changed: the parameters and the optimizer's state are
   * those of the batch before. If the thread is interrupted before the update, the batch is given
   * up, nothing is changed either and the interrupt stays set.
   *
   * @param images n images of {@link Topology#pixels} unsigned bytes
   * @param order image numbers
   * @param from first element of {@code order} to use
   * @param count images of the batch, 1 or more
   * @return mean loss over the batch and its pixels before the update, possibly not finite
   * @throws CancellationException if interrupted
   */
  public double trainBatch(byte[] images, int[] order, int from, int count) {
    checkBatch(images, order, from, count);
    float scale = (float) (1.0 / count / topology.pixels());
    double loss = 0;
    for (int start = 0, n; start < count; start += n) {
      n = Math.min(program.chunkImages(), count - start);
      boolean last = start + n == count;
      var chunk = new Chunk(images, order, from + start, n, scale, start == 0, last);
      loss += runImages(chunk, true);
      if (!Double.isFinite(loss)) {
        break;
      }
      if (last) {
        setIterations(iterations() + 1);
      }
      crew.run(program.parameterTasks(), (t, worker) -> program.runParameters(chunk, t, worker));
    }
    return loss / count / topology.pixels();
  }

  /**
   * Mean loss over {@code count} images and their pixels; changes nothing.
   *
   * @param images n images of {@link Topology#pixels} unsigned bytes
   * @param from first image
   * @param count images, 1 or more
   * @throws CancellationException if interrupted
   */
  public double evaluate(byte[] images, int from, int count) {
    requirePositive(count);
    Objects.checkFromIndexSize(from, count, images.length / topology.pixels());
    double loss = 0;
    for (int start = 0, n; start < count; start += n) {
      n = Math.min(program.chunkImages(), count - start);
      for (int i = 0; i < n; i++) {
        allImages[i] = from + start + i;
      }
      loss += runImages(new Chunk(images, allImages, 0, n, 0f, true, true), false);
    }
    return loss / count / topology.pixels();
  }

  /** Ends the helper threads; the network must not be used any more. */
  @Override
  public void close() {
    crew.close();
  }

  private double runImages(Chunk chunk, boolean gradients) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted; the last finished batch stands");
    }
    int tasks = program.imageTasks(chunk.count());
    crew.run(tasks, (t, worker) -> losses[t] = program.runImages(chunk, t, worker, gradients));
    double loss = 0;
    for (int t = 0; t < tasks; t++) {
      loss += losses[t];
    }
    return loss;
  }

  private void checkBatch(byte[] images, int[] order, int from, int count) {
    requirePositive(count);
    Objects.checkFromIndexSize(from, count, order.length);
    int available = images.length / topology.pixels();
    for (int i = from; i < from + count; i++) {
      Objects.checkIndex(order[i], available);
    }
  }

  private static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("A batch needs at least one image, not " + count);
    }
  }
}
