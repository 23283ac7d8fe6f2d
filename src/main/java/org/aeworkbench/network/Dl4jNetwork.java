package org.aeworkbench.network;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An autoencoder as a DL4J network: where it is defined, initialised and brought into DL4J's file
 * format. Owned by one thread.
 *
 * @param spec which of the lab's networks
 * @param network the stock DL4J network
 */
public record Dl4jNetwork(AutoencoderSpec spec, MultiLayerNetwork network)
    implements AutoCloseable {
  /** A new network with Glorot-uniform weights from the seed and zero biases. */
  public static Dl4jNetwork initialised(
      AutoencoderSpec spec, Optimizer optimizer, Loss loss, long seed) {
    NativeLibraries.prepare(share -> {});
    MultiLayerNetwork network =
        new MultiLayerNetwork(Definitions.network(spec, optimizer, loss, seed));
    network.init();
    return new Dl4jNetwork(spec, network);
  }

  /** A network with given parameters and what the optimizer remembers of earlier batches. */
  public static Dl4jNetwork restored(
      AutoencoderSpec spec,
      Optimizer optimizer,
      Loss loss,
      long seed,
      float[] parameters,
      UpdaterState state) {
    Dl4jNetwork restored = initialised(spec, optimizer, loss, seed);
    restored.setParameters(parameters);
    restored.setUpdaterState(state);
    return restored;
  }

  /** A copy of the parameters in our order; see {@link Autoencoder}. */
  public float[] copyParameters() {
    return ParameterOrder.fromDl4j(spec, network.params().dup().data().asFloat());
  }

  /** Overwrites the parameters. */
  public void setParameters(float[] parameters) {
    network.params().assign(Nd4j.createFromArray(ParameterOrder.toDl4j(spec, parameters)));
  }

  /** A copy of what the optimizer remembers. */
  public UpdaterState copyUpdaterState() {
    INDArray view = network.getUpdater().getStateViewArray();
    List<float[]> slots = new ArrayList<>();
    if (view != null) {
      float[] all = view.dup().data().asFloat();
      int length = spec.parameterCount();
      for (int from = 0; from < all.length; from += length) {
        float[] slot = new float[length];
        System.arraycopy(all, from, slot, 0, length);
        slots.add(ParameterOrder.fromDl4j(spec, slot));
      }
    }
    return new UpdaterState(network.getIterationCount(), slots);
  }

  /**
   * Overwrites what the optimizer remembers; an initial state leaves the zeros of a new network.
   */
  public void setUpdaterState(UpdaterState state) {
    network.setIterationCount(Math.toIntExact(state.iterations()));
    if (state.slots().isEmpty()) {
      return;
    }
    int length = spec.parameterCount();
    float[] all = new float[length * state.slots().size()];
    for (int i = 0; i < state.slots().size(); i++) {
      float[] slot = ParameterOrder.toDl4j(spec, state.slots().get(i));
      System.arraycopy(slot, 0, all, i * length, length);
    }
    network.getUpdater().getStateViewArray().assign(Nd4j.createFromArray(all));
  }

  /**
   * Gives the memory of its arrays back; not to be used afterwards, nor what shares its weights.
   *
   * <p>Not DL4J's own close, which also has the whole heap collected and waits for that, at the
   * begin of every training and for every file that is written. What only a training leaves is
   * {@link #closeAfterTraining}'s.
   */
  @Override
  public void close() {
    Updater updater = network.getUpdater(false);
    close(updater == null ? null : updater.getStateViewArray());
    close(network.getFlattenedGradients());
    close(network.params());
  }

  /** {@link #close}, and gives back the workspaces that training or running has left. */
  public void closeAfterTraining() {
    network.close();
  }

  private static void close(@Nullable INDArray array) {
    if (array != null && array.closeable()) {
      array.close();
    }
  }

  /** Image → code, a runnable network on the very same weights: training one trains both. */
  public MultiLayerNetwork encoder() {
    return sharing(Definitions.encoder(spec), 0, encoderParameters());
  }

  /** Code → image, a runnable network on the very same weights. */
  public MultiLayerNetwork decoder() {
    return sharing(Definitions.decoder(spec), encoderParameters(), spec.parameterCount());
  }

  /** Images as DL4J wants them: [n, 784], or [n, 1, 28, 28] for a convolutional network. */
  public INDArray images(float[] pixels, int count) {
    return spec.architecture() == Architecture.CONV
        ? Nd4j.create(pixels, new long[] {count, 1, Dataset.ROWS, Dataset.COLUMNS}, 'c')
        : Nd4j.create(pixels, new long[] {count, Dataset.PIXELS}, 'c');
  }

  private int encoderParameters() {
    return spec.layers().stream()
        .limit(spec.encoderLayers() + 1)
        .mapToInt(LayerTrace::parameters)
        .sum();
  }

  private MultiLayerNetwork sharing(MultiLayerConfiguration configuration, int from, int to) {
    MultiLayerNetwork part = new MultiLayerNetwork(configuration);
    INDArray row = network.params().reshape(1, spec.parameterCount());
    part.init(row.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)), false);
    return part;
  }
}
