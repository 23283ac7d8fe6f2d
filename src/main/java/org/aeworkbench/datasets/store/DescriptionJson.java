package org.aeworkbench.datasets.store;

import java.util.List;
import org.aeworkbench.model.ImageShape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of a stored data set as JSON. */
final class DescriptionJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * All of it.
   *
   * @param trainingChecksum SHA-256 of the training images in hexadecimal
   * @param testChecksum SHA-256 of the test images in hexadecimal
   * @param duplicates see {@link StoredData}
   */
  record Content(
      DataDescription description, String trainingChecksum, String testChecksum, int duplicates) {}

  private DescriptionJson() {}

  static byte[] write(Content content) {
    DataDescription d = content.description();
    ObjectNode json =
        JSON.createObjectNode()
            .put("name", d.name())
            .put("source", d.source())
            .put("kind", d.kind())
            .put("fingerprint", d.fingerprint())
            .put("conversion", d.conversion())
            .put("shape", d.shape().text())
            .put("created", d.created())
            .put("trainingChecksum", content.trainingChecksum())
            .put("testChecksum", content.testChecksum())
            .put("duplicates", content.duplicates())
            .put("skipped", d.skipped().count());
    json.set("skippedFirst", JSON.valueToTree(d.skipped().first()));
    json.set("classes", JSON.valueToTree(d.classes()));
    json.set("notes", JSON.valueToTree(d.notes()));
    return JSON.writeValueAsBytes(json);
  }

  static Content read(byte[] bytes) {
    JsonNode json = JSON.readTree(bytes);
    return new Content(
        new DataDescription(
            text(json, "name"),
            text(json, "source"),
            text(json, "kind"),
            text(json, "fingerprint"),
            text(json, "conversion"),
            ImageShape.parse(text(json, "shape")),
            texts(json, "classes"),
            new Skipped(json.path("skipped").asInt(0), texts(json, "skippedFirst")),
            texts(json, "notes"),
            text(json, "created")),
        text(json, "trainingChecksum"),
        text(json, "testChecksum"),
        json.path("duplicates").asInt(0));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }

  private static List<String> texts(JsonNode json, String name) {
    return json.path(name).valueStream().map(text -> text.asString("")).toList();
  }
}
