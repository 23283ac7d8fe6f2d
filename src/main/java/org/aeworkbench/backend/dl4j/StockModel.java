package org.aeworkbench.backend.dl4j;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** What DL4J itself reads: its description of a network, and models of its own. */
public final class StockModel {
  private StockModel() {}

  /**
   * The {@code configuration.json} of a model file. No network is built for it.
   *
   * @param plan whose network DL4J has, see {@link Dl4jBackend#refusal}
   * @param iterations updates so far
   */
  public static byte[] configuration(TrainingPlan plan, long iterations) {
    NativeLibraries.prepare(share -> {});
    MultiLayerConfiguration configuration =
        Definitions.network(plan.spec(), plan.optimizer(), plan.loss(), plan.seed());
    configuration.setIterationCount((int) Math.min(iterations, Integer.MAX_VALUE));
    return configuration.toJson().getBytes(StandardCharsets.UTF_8);
  }

  /** What DL4J does not have of a network that only runs, a sentence; empty if it has all. */
  public static Optional<String> refusal(NetworkSpec spec) {
    for (TracedLayer traced : spec.layers()) {
      if (traced.layer() instanceof Layer.Reshape && traced.input() instanceof Shape.Maps) {
        return Optional.of("Deeplearning4j does not have " + traced.layer().text() + " of maps.");
      }
    }
    return Optional.empty();
  }

  /**
   * Writes the encoder as a network of DL4J's that only runs; of a gaussian code it gives the means
   * and behind them the log-variances.
   */
  public static void writeEncoder(TrainingPlan plan, float[] parameters, OutputStream out)
      throws IOException {
    if (plan.spec().code() instanceof Code.Gaussian gaussian) {
      write(
          encoder(plan.spec(), gaussian),
          encoderParameters(plan.spec(), gaussian, parameters),
          out);
      return;
    }
    try (Dl4jNetwork network = Dl4jNetwork.restored(plan, parameters, UpdaterState.initial())) {
      ModelSerializer.writeModel(network.encoder(), out, false);
    }
  }

  /** Writes the decoder as a network of DL4J's that only runs. */
  public static void writeDecoder(TrainingPlan plan, float[] parameters, OutputStream out)
      throws IOException {
    if (plan.spec().code() instanceof Code.Gaussian) {
      List<TracedLayer> layers = plan.spec().layers(Part.DECODER);
      int from = parameters.length - count(layers);
      write(layers, Arrays.copyOfRange(parameters, from, parameters.length), out);
      return;
    }
    try (Dl4jNetwork network = Dl4jNetwork.restored(plan, parameters, UpdaterState.initial())) {
      ModelSerializer.writeModel(network.decoder(), out, false);
    }
  }

  /** The encoder with both layers of the distribution as one. */
  private static List<TracedLayer> encoder(NetworkSpec spec, Code.Gaussian gaussian) {
    List<TracedLayer> layers = new ArrayList<>(spec.layers(Part.ENCODER));
    Layer.Dense both = new Layer.Dense(2 * gaussian.dimension(), Activation.LINEAR);
    Shape input = spec.layers(Part.CODE).getFirst().input();
    layers.add(new TracedLayer(Part.CODE, 0, both, input, both.output(input)));
    return layers;
  }

  /** Row by row the weights of the mean, then those of the log-variance; biases likewise. */
  private static float[] encoderParameters(
      NetworkSpec spec, Code.Gaussian gaussian, float[] parameters) {
    int dimension = gaussian.dimension();
    int before = count(spec.layers(Part.ENCODER));
    int rows = spec.layers(Part.CODE).getFirst().input().size() + 1; // the last are the biases
    float[] both = Arrays.copyOf(parameters, before + 2 * rows * dimension);
    for (int row = 0; row < rows; row++) {
      int mean = before + row * dimension;
      int to = before + 2 * row * dimension;
      System.arraycopy(parameters, mean, both, to, dimension);
      System.arraycopy(parameters, mean + rows * dimension, both, to + dimension, dimension);
    }
    return both;
  }

  private static int count(List<TracedLayer> layers) {
    return Math.toIntExact(layers.stream().mapToLong(TracedLayer::parameters).sum());
  }

  private static void write(List<TracedLayer> layers, float[] parameters, OutputStream out)
      throws IOException {
    NativeLibraries.prepare(share -> {});
    MultiLayerNetwork network = new MultiLayerNetwork(Definitions.part(layers));
    network.init(
        Nd4j.create(ParameterOrder.toDl4j(layers, parameters), new long[] {1, parameters.length}),
        false);
    ModelSerializer.writeModel(network, out, false);
    network.params().close();
  }
}
