package org.aeworkbench.modelfile;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A training's course as JSON. Read strictly: what is of a wrong type is not taken for empty. */
final class HistoryJson {
  private HistoryJson() {}

  static ObjectNode write(TrainingHistory history) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode epochs = json.putArray("epochs");
    for (EpochResult epoch : history.epochs()) {
      ObjectNode entry =
          epochs
              .addObject()
              .put("epoch", epoch.epoch())
              .put("trainLoss", epoch.trainLoss())
              .put("validationLoss", epoch.validationLoss());
      putTerms(entry, "train", epoch.train());
      putTerms(entry, "validation", epoch.validation());
      entry.put("learningRate", epoch.learningRate()).put("seconds", epoch.seconds());
    }
    BatchLosses batches = history.batches();
    ArrayNode losses = json.putArray("batchLosses");
    for (float loss : batches.means()) {
      losses.add(loss);
    }
    json.put("batchesALoss", batches.stride())
        .put("batches", batches.batches())
        .put("openSum", batches.openSum())
        .put("epochLoss", history.epochLoss().total());
    putTerms(json, "epoch", history.epochLoss());
    return json;
  }

  /** What a loss is made of, where it is of more than one term. */
  private static void putTerms(ObjectNode json, String name, LossTerms terms) {
    if (terms.penalty() != 0) {
      json.put(name + "Reconstruction", terms.reconstruction())
          .put(name + "Penalty", terms.penalty());
    }
  }

  private static LossTerms terms(JsonNode json, String name) {
    return json.has(name + "Penalty")
        ? new LossTerms(number(json, name + "Reconstruction"), number(json, name + "Penalty"))
        : LossTerms.plain(number(json, name + "Loss"));
  }

  /**
   * A history from JSON. Files of the first format have the loss of every batch and nothing more.
   *
   * @param batchSize images of a batch
   * @param images of an epoch
   * @throws UsageException if something is missing or of a wrong type
   */
  static TrainingHistory read(JsonNode json, int batchSize, int images) {
    List<EpochResult> epochs = new ArrayList<>();
    for (JsonNode epoch : array(json, "epochs")) {
      epochs.add(
          new EpochResult(
              (int) number(epoch, "epoch"),
              terms(epoch, "train"),
              terms(epoch, "validation"),
              number(epoch, "learningRate"),
              number(epoch, "seconds")));
    }
    JsonNode losses = array(json, "batchLosses");
    float[] means = new float[losses.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) finite(losses.get(i), "batchLosses");
    }
    if (!json.has("batches")) {
      return TrainingHistory.ofEveryBatch(epochs, means, batchSize, images);
    }
    try {
      return new TrainingHistory(
          epochs,
          new BatchLosses(
              means,
              (int) number(json, "batchesALoss"),
              (long) number(json, "batches"),
              number(json, "openSum")),
          terms(json, "epoch"));
    } catch (IllegalArgumentException e) {
      throw wrong("batches");
    }
  }

  private static JsonNode array(JsonNode json, String name) {
    JsonNode array = json.get(name);
    if (array == null || !array.isArray()) {
      throw wrong(name);
    }
    return array;
  }

  private static double number(JsonNode json, String name) {
    return finite(json.get(name), name);
  }

  private static double finite(@Nullable JsonNode number, String name) {
    if (number == null || !number.isNumber() || !Double.isFinite(number.doubleValue())) {
      throw wrong(name);
    }
    return number.doubleValue();
  }

  private static UsageException wrong(String name) {
    return new UsageException(
        "The training's history has no proper \"" + name + "\".", "Use another copy of the file.");
  }
}
