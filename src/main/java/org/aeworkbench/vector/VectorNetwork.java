package org.aeworkbench.vector;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;

/**
 * An autoencoder compiled for training on the processor's vector units.
 *
 * <p>The parameters cross this boundary as one flat array in canonical order: for every layer that
 * has any, its weights and then its biases; dense weights [inputs][outputs] row-major, convolution
 * weights [outputChannels][inputChannels][ky][kx], of a transposed one [inputChannels]
 * [outputChannels][ky][kx]. The optimizer's state has the same order, one array per slot. The
 * results have the same bits for every number of threads.
 *
 * <p>For one thread at a time: the calling thread works too, {@code threads - 1} helpers join it
 * during a call. {@link #close} ends the helpers.
 */
public final class VectorNetwork implements AutoCloseable {
  private final NetworkSpec spec;
  private final Penalty penalty;
  private final NoiseStreams streams;
  private final TrainingProgram program;
  private final ParameterStore store;
  private final Crew crew;
  private final int[] allImages;
  private final LossSums sums;
  private double penaltyWeight;

  /** Compiles a plain autoencoder whose dropout, if it has any, has the seed 0. */
  public VectorNetwork(NetworkSpec spec, Loss loss, Optimizer optimizer, int threads) {
    this(spec, new Objective(loss), optimizer, threads, 0, NoiseStreams.of(0));
  }

  /**
   * Compiles a network with all parameters and all optimizer state 0.
   *
   * @param spec what to train
   * @param objective what training makes small; binary cross-entropy wants a sigmoid at the end, a
   *     gaussian code the divergence of a variational autoencoder
   * @param optimizer how to train it
   * @param threads 1 or more
   * @param seed of dropout
   * @param streams of noise and samples
   * @throws IllegalArgumentException naming what the engine does not have
   */
  public VectorNetwork(
      NetworkSpec spec,
      Objective objective,
      Optimizer optimizer,
      int threads,
      long seed,
      NoiseStreams streams) {
    if (threads < 1) {
      throw new IllegalArgumentException("The engine needs at least one thread, not " + threads);
    }
    refusal(spec, objective)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    this.spec = spec;
    this.streams = streams;
    penalty = objective.penalty();
    penaltyWeight = penalty.weight();
    program = new TrainingProgram(spec, objective, optimizer, threads, seed);
    store = program.parameters();
    allImages = new int[program.chunkImages()];
    sums = new LossSums(program.imageTasks(program.chunkImages()));
    crew = new Crew(threads);
  }

  /**
   * Why the engine cannot train a network.
   *
   * @return what it does not have, a sentence; empty if it can
   */
  public static Optional<String> refusal(NetworkSpec spec, Objective objective) {
    boolean gaussian = spec.code() instanceof Code.Gaussian;
    if (gaussian != objective.penalty() instanceof Penalty.Kl) {
      return Optional.of("A gaussian code and a variational objective need each other.");
    }
    Activation output = spec.outputActivation();
    return objective.loss() == Loss.BINARY_CROSS_ENTROPY && output != Activation.SIGMOID
        ? Optional.of("Binary cross-entropy needs a sigmoid at the end, not " + output.id() + ".")
        : Optional.empty();
  }

  /** What this network was compiled from. */
  public NetworkSpec spec() {
    return spec;
  }

  /** The optimizer of the next update. */
  public Optimizer optimizer() {
    return store.update().optimizer();
  }

  /** Changes the learning rate from the next update on. */
  public void setLearningRate(double rate) {
    store.update().setOptimizer(optimizer().withLearningRate(rate));
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

  /** Changes the factor of the penalty on the code from the next update on, during a warm-up. */
  public void setPenaltyWeight(double weight) {
    penaltyWeight = weight;
  }

  /** Updates so far; Adam's bias correction and all random numbers depend on it. */
  public long iterations() {
    return store.update().iterations();
  }

  /** Continues from a run that had made that many updates. */
  public void setIterations(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("Iterations must be 0 or more, not " + count);
    }
    store.update().setIterations(count);
  }

  /**
   * One update from {@code count} images.
   *
   * <p>If the loss is not finite nothing is changed: the parameters and the optimizer's state are
   * those of the batch before. If the thread is interrupted before the update, the batch is given
   * up, nothing is changed either and the interrupt stays set.
   *
   * @param images n images of as many unsigned bytes as {@link NetworkSpec#image} has numbers
   * @param order image numbers
   * @param from first element of {@code order} to use
   * @param count images of the batch, 1 or more
   * @return mean loss over the batch and its pixels and the penalty before the update, possibly not
   *     finite
   * @throws CancellationException if interrupted
   */
  public LossTerms trainBatch(byte[] images, int[] order, int from, int count) {
    checkBatch(images, order, from, count);
    float scale = (float) (1.0 / count / imageSize());
    double penaltyFactor = penaltyFactor(penaltyWeight);
    long step = iterations();
    var draws = Chunk.Draws.of(streams, step);
    sums.clear();
    for (int start = 0, n; start < count; start += n) {
      n = Math.min(program.chunkImages(), count - start);
      boolean last = start + n == count;
      int tasks = program.imageTasks(n);
      boolean first = start == 0;
      var chunk =
          new Chunk(
              images,
              order,
              from + start,
              n,
              tasks,
              start,
              step,
              scale,
              (float) (penaltyFactor / count),
              draws,
              true,
              first,
              last);
      runImages(chunk);
      if (!sums.areFinite()) {
        break;
      }
      if (last) {
        setIterations(iterations() + 1);
      }
      crew.run(program.parameterTasks(), (t, worker) -> program.runParameters(chunk, t, worker));
    }
    return sums.mean(count, imageSize(), penaltyFactor);
  }

  /** What the sum of the penalties of images is multiplied with, for their mean. */
  private double penaltyFactor(double weight) {
    return penalty instanceof Penalty.Kl ? weight / imageSize() : weight;
  }

  /**
   * Mean loss over {@code count} images and their pixels and the penalty with its full weight;
   * changes nothing. Noise and samples are those of validation, the same each time.
   *
   * @param images n images of as many unsigned bytes as {@link NetworkSpec#image} has numbers
   * @param from first image
   * @param count images, 1 or more
   * @throws CancellationException if interrupted
   */
  public LossTerms evaluate(byte[] images, int from, int count) {
    requirePositive(count);
    Objects.checkFromIndexSize(from, count, images.length / imageSize());
    return evaluate(count, (start, n) -> evaluateChunk(images, from + start, n, start));
  }

  /**
   * The same of all images of a source: the same bits as if they stood in one array.
   *
   * @param images asked for some hundreds at a time
   * @param count images, 1 or more
   * @throws CancellationException if interrupted
   */
  public LossTerms evaluate(ImageSource images, int count) {
    requirePositive(count);
    return evaluate(count, (start, n) -> evaluateChunk(images.bytes(start, n), 0, n, start));
  }

  /** What evaluates some images from one on. */
  private interface ChunkEvaluation {
    void run(int start, int count);
  }

  private LossTerms evaluate(int count, ChunkEvaluation evaluation) {
    sums.clear();
    for (int start = 0, n; start < count; start += n) {
      n = Math.min(program.chunkImages(), count - start);
      evaluation.run(start, n);
    }
    return sums.mean(count, imageSize(), penaltyFactor(penalty.weight()));
  }

  private void evaluateChunk(byte[] images, int from, int count, int position) {
    for (int i = 0; i < count; i++) {
      allImages[i] = from + i;
    }
    var draws = Chunk.Draws.ofValidation(streams);
    int tasks = program.imageTasks(count);
    runImages(
        new Chunk(
            images, allImages, 0, count, tasks, position, 0, 0f, 0f, draws, false, true, true));
  }

  /** Ends the helper threads; the network must not be used any more. */
  @Override
  public void close() {
    crew.close();
  }

  private void runImages(Chunk chunk) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted; the last finished batch stands");
    }
    crew.run(chunk.slots(), (t, worker) -> program.runImages(chunk, t, worker, sums));
    sums.add(chunk.slots());
  }

  private int imageSize() {
    return spec.image().size();
  }

  private void checkBatch(byte[] images, int[] order, int from, int count) {
    requirePositive(count);
    Objects.checkFromIndexSize(from, count, order.length);
    int available = images.length / imageSize();
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
