package org.aeworkbench.backend.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.network.UpdaterState;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An autoencoder as a DL4J network: where it is defined, initialised and brought into DL4J's file
 * format. Owned by one thread.
 *
 * @param spec which network
 * @param network the stock DL4J network
 */
public record Dl4jNetwork(NetworkSpec spec, MultiLayerNetwork network) implements AutoCloseable {
  /** A network with given parameters and what the optimizer remembers of earlier batches. */
  public static Dl4jNetwork restored(TrainingPlan plan, float[] parameters, UpdaterState state) {
    NativeLibraries.prepare(share -> {});
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            Definitions.network(plan.spec(), plan.optimizer(), plan.loss(), plan.seed()));
    network.init();
    Dl4jNetwork restored = new Dl4jNetwork(plan.spec(), network);
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

  /** Overwrites what the optimizer remembers; of an initial state that is nothing but zeros. */
  public void setUpdaterState(UpdaterState state) {
    network.setIterationCount(Math.toIntExact(state.iterations()));
    INDArray view = network.getUpdater().getStateViewArray();
    if (view == null) {
      return;
    }
    if (state.slots().isEmpty()) {
      view.assign(0); // DL4J starts RMSprop with its epsilon, Keras and the engine do not
      return;
    }
    int length = spec.parameterCount();
    float[] all = new float[length * state.slots().size()];
    for (int i = 0; i < state.slots().size(); i++) {
      float[] slot = ParameterOrder.toDl4j(spec, state.slots().get(i));
      System.arraycopy(slot, 0, all, i * length, length);
    }
    view.assign(Nd4j.createFromArray(all));
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

  /**
   * {@link #close}, and gives back the workspaces that training or running has left on this thread:
   * one by one, since DL4J's way to give back all has the whole heap collected as well.
   */
  public void closeAfterTraining() {
    close();
    MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
    List.copyOf(workspaces.getAllWorkspacesForCurrentThread())
        .forEach(workspaces::destroyWorkspace);
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

  /** Images as DL4J wants them: [n, values], or [n, channels, rows, columns] for maps. */
  public INDArray images(float[] pixels, int count) {
    return switch (Definitions.inputType(spec.layers().getFirst())) {
      case InputType.InputTypeConvolutional maps ->
          Nd4j.create(
              pixels,
              new long[] {count, maps.getChannels(), maps.getHeight(), maps.getWidth()},
              'c');
      default -> Nd4j.create(pixels, new long[] {count, spec.image().size()}, 'c');
    };
  }

  /**
   * What the output is compared with, in its shape; a copy, since DL4J may write into its input.
   */
  public INDArray labels(INDArray images) {
    ImageShape image = spec.image();
    INDArray labels = images.dup('c');
    return Definitions.endsInMaps(spec)
        ? labels.reshape(images.size(0), image.channels(), image.height(), image.width())
        : labels.reshape(images.size(0), image.size());
  }

  private int encoderParameters() {
    return Math.toIntExact(
        spec.layers(Part.ENCODER).stream().mapToLong(TracedLayer::parameters).sum());
  }

  private MultiLayerNetwork sharing(MultiLayerConfiguration configuration, int from, int to) {
    MultiLayerNetwork part = new MultiLayerNetwork(configuration);
    INDArray row = network.params().reshape(1, spec.parameterCount());
    part.init(row.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)), false);
    return part;
  }
}
