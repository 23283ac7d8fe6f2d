package org.aeworkbench.app.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data sets used before, in the preferences; an entry that cannot be read is left out. */
final class KnownDataJson {
  private static final Logger LOG = LoggerFactory.getLogger(KnownDataJson.class);

  private KnownDataJson() {}

  static void write(List<KnownData> known, ArrayNode array) {
    for (KnownData data : known) {
      ObjectNode json = array.addObject();
      json.put("path", data.path().toString());
      json.put("name", data.name());
      ImageShape image = data.options().image();
      if (image != null) {
        json.put("image", image.text());
      }
      json.put("fit", data.options().fit().name());
      json.put("invert", data.options().invert());
      json.put("testFraction", data.options().testFraction());
      json.put("splitSeed", data.options().splitSeed());
    }
  }

  static List<KnownData> read(JsonNode array) {
    List<KnownData> known = new ArrayList<>();
    for (JsonNode json : array) {
      try {
        known.add(entry(json));
      } catch (ProblemException | IllegalArgumentException e) {
        // An InvalidPathException is one of the latter.
        LOG.debug("Not a data set of this system: {}", json, e);
      }
    }
    return known;
  }

  private static KnownData entry(JsonNode json) {
    ImportOptions or = ImportOptions.DEFAULT;
    String image = json.path("image").asString("");
    return new KnownData(
        Path.of(json.path("path").asString("")),
        json.path("name").asString(""),
        new ImportOptions(
            image.isEmpty() ? null : ImageShape.parse(image),
            Fit.valueOf(json.path("fit").asString(or.fit().name()).toUpperCase(Locale.ROOT)),
            json.path("invert").asBoolean(or.invert()),
            json.path("testFraction").asDouble(or.testFraction()),
            json.path("splitSeed").asLong(or.splitSeed())));
  }
}
