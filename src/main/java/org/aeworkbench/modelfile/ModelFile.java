package org.aeworkbench.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.aeworkbench.backend.dl4j.Dl4jBackend;
import org.aeworkbench.backend.dl4j.StockModel;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes {@code .aemodel} files: zips that stock DL4J opens, with plan, history and
 * provenance beside DL4J's entries. Slow, so never on the FX thread.
 */
public final class ModelFile {
  /** With the dot. */
  public static final String EXTENSION = ".aemodel";

  private static final String ENTRY = "workbench.json";

  /**
   * 1 had the names of three networks where 2 has the network's text; 3 has noise and penalties. A
   * plain autoencoder is written as 2, so that a workbench that knows no others opens it.
   */
  private static final int FORMAT = 3;

  private static final int PLAIN_FORMAT = 2;

  /** More than any description of the first format, which has the loss of every batch. */
  private static final int MAX_DESCRIPTION = 256 << 20;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ModelFile() {}

  /**
   * Writes to a temporary file beside the target and moves it into place.
   *
   * @throws ProblemException if that is not possible; an older file is untouched then
   */
  public static void save(TrainedModel model, Path file) {
    byte[] description = JSON.writeValueAsBytes(document(model));
    AtomicFile.write(
        file, out -> NetworkArchive.write(model, ENTRY, entry -> entry.write(description), out));
  }

  /** Loads what the first {@link #save} of a process would have to wait for; takes a second. */
  public static void prepare(TrainingPlan plan) {
    if (Dl4jBackend.refusal(plan.spec()).isEmpty()) {
      StockModel.configuration(plan, 0);
    }
  }

  /**
   * Reads and checks a file, without DL4J.
   *
   * @throws ProblemException if it is missing, foreign or damaged
   */
  public static TrainedModel load(Path file) {
    try (NetworkArchive archive = NetworkArchive.open(file)) {
      JsonNode json = description(archive, file);
      if (json.path("format").asInt(0) > FORMAT) {
        throw new ProblemException(
            file + " was written by a newer workbench.", "Open it with that version.");
      }
      TrainingPlan plan = PlanJson.read(json.path("plan"));
      Provenance provenance = provenance(json.path("provenance"));
      return new TrainedModel(
          plan,
          archive.parameters(plan.spec()),
          archive.updaterState(
              plan.spec(), json.path("iterations").asLong(0), plan.optimizer().slots()),
          HistoryJson.read(json.path("history"), plan.batchSize(), provenance.trainingImages()),
          provenance);
    } catch (JacksonException | UsageException e) {
      throw new ProblemException(
          file + " is damaged: its description cannot be read.", "Use another copy.", e);
    }
  }

  private static JsonNode description(NetworkArchive archive, Path file) {
    try (InputStream in = archive.extra(ENTRY)) {
      byte[] json = in.readNBytes(MAX_DESCRIPTION + 1);
      if (json.length > MAX_DESCRIPTION) {
        throw new ProblemException(
            file + " is damaged: its description has no end.", "Use another copy.");
      }
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new ProblemException(
          file + " is no model file, or a damaged one.", "Choose an .aemodel file.", e);
    }
  }

  /**
   * Writes the encoder and the decoder as stock DL4J networks; the encoder of a variational one
   * gives the means and behind them the log-variances.
   *
   * @throws UsageException if DL4J does not have all of the network's layers
   */
  public static void export(TrainedModel model, Path encoderFile, Path decoderFile) {
    TrainingPlan plan = model.plan();
    StockModel.refusal(plan.spec())
        .ifPresent(
            reason -> {
              throw new UsageException(reason, "Keep the .aemodel file.");
            });
    AtomicFile.write(encoderFile, out -> StockModel.writeEncoder(plan, model.parameters(), out));
    AtomicFile.write(decoderFile, out -> StockModel.writeDecoder(plan, model.parameters(), out));
  }

  private static ObjectNode document(TrainedModel model) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", model.plan().objective().isPlain() ? PLAIN_FORMAT : FORMAT);
    json.set("plan", PlanJson.write(model.plan()));
    json.put("iterations", model.updaterState().iterations());
    json.set("history", HistoryJson.write(model.history()));
    json.set("provenance", JSON.valueToTree(model.provenance()));
    return json;
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
