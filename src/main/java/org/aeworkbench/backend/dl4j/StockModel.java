package org.aeworkbench.backend.dl4j;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.UpdaterState;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.util.ModelSerializer;

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

  /** Writes the encoder as a network of DL4J's that only runs. */
  public static void writeEncoder(TrainingPlan plan, float[] parameters, OutputStream out)
      throws IOException {
    try (Dl4jNetwork network = Dl4jNetwork.restored(plan, parameters, UpdaterState.initial())) {
      ModelSerializer.writeModel(network.encoder(), out, false);
    }
  }

  /** Writes the decoder as a network of DL4J's that only runs. */
  public static void writeDecoder(TrainingPlan plan, float[] parameters, OutputStream out)
      throws IOException {
    try (Dl4jNetwork network = Dl4jNetwork.restored(plan, parameters, UpdaterState.initial())) {
      ModelSerializer.writeModel(network.decoder(), out, false);
    }
  }
}
