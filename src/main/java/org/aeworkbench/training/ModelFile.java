package org.aeworkbench.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Dl4jNetwork;
import org.aeworkbench.network.NetworkArchive;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes {@code .aemodel} files: zips that stock DL4J opens, with plan, history and
 * provenance beside DL4J's entries. Slow (DL4J writes them), so never on the FX thread.
 */
public final class ModelFile {
  /** With the dot. */
  public static final String EXTENSION = ".aemodel";

  private static final String ENTRY = "workbench.json";

  /** 1 had the names of three networks where 2 has the network's text. */
  private static final int FORMAT = 2;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ModelFile() {}

  /**
   * Writes to a temporary file beside the target and moves it into place.
   *
   * @throws ProblemException if that is not possible; an older file is untouched then
   */
  public static void save(TrainedModel model, Path file) {
    Map<String, byte[]> extras = new LinkedHashMap<>();
    extras.put(ENTRY, JSON.writeValueAsBytes(document(model)));
    try (Dl4jNetwork network = network(model)) {
      AtomicFile.write(file, out -> NetworkArchive.write(network, extras, out));
    }
  }

  /**
   * Reads and checks a file, without DL4J.
   *
   * @throws ProblemException if it is missing, foreign or damaged
   */
  public static TrainedModel load(Path file) {
    NetworkArchive archive = NetworkArchive.read(file);
    try {
      JsonNode json = JSON.readTree(archive.extra(ENTRY));
      if (json.path("format").asInt(0) > FORMAT) {
        throw new ProblemException(
            file + " was written by a newer workbench.", "Open it with that version.");
      }
      TrainingPlan plan = PlanJson.read(json.path("plan"));
      UpdaterState state =
          archive.updaterState(
              plan.spec(), json.path("iterations").asLong(0), plan.optimizer().slots());
      return new TrainedModel(
          plan,
          archive.parameters(plan.spec()),
          state,
          history(json.path("history")),
          provenance(json.path("provenance")));
    } catch (JacksonException | UsageException e) {
      throw new ProblemException(
          file + " is damaged: its description cannot be read.", "Use another copy.", e);
    }
  }

  /** Writes the encoder and the decoder as stock DL4J networks. */
  public static void export(TrainedModel model, Path encoderFile, Path decoderFile) {
    try (Dl4jNetwork network = network(model)) {
      AtomicFile.write(encoderFile, out -> NetworkArchive.write(network.encoder(), out));
      AtomicFile.write(decoderFile, out -> NetworkArchive.write(network.decoder(), out));
    }
  }

  private static Dl4jNetwork network(TrainedModel model) {
    return Dl4jNetwork.restored(model.plan(), model.parameters(), model.updaterState());
  }

  private static ObjectNode document(TrainedModel model) {
    ObjectNode json = JSON.createObjectNode().put("format", FORMAT);
    json.set("plan", PlanJson.write(model.plan()));
    json.put("iterations", model.updaterState().iterations());
    ObjectNode history = json.putObject("history");
    history.set("epochs", JSON.valueToTree(model.history().epochs()));
    ArrayNode losses = history.putArray("batchLosses");
    for (float loss : model.history().batchLosses()) {
      losses.add(loss);
    }
    json.set("provenance", JSON.valueToTree(model.provenance()));
    return json;
  }

  private static TrainingHistory history(JsonNode json) {
    List<EpochResult> epochs =
        StreamSupport.stream(json.path("epochs").spliterator(), false)
            .map(epoch -> JSON.treeToValue(epoch, EpochResult.class))
            .toList();
    JsonNode losses = json.path("batchLosses");
    float[] batchLosses = new float[losses.size()];
    for (int i = 0; i < batchLosses.length; i++) {
      batchLosses[i] = (float) losses.get(i).asDouble(Double.NaN);
    }
    return new TrainingHistory(epochs, batchLosses);
  }

  private static Provenance provenance(JsonNode json) {
    return new Provenance(
        json.path("dataName").asString(""),
        json.path("dataChecksum").asString(""),
        json.path("trainingImages").asInt(0),
        json.path("workbenchVersion").asString(""),
        json.path("created").asString(""));
  }
}
