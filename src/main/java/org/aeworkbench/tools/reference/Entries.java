package org.aeworkbench.tools.reference;

import org.aeworkbench.tools.reference.ReferenceCaseReader.Malformed;
import tools.jackson.databind.JsonNode;

/** Entries of a case's JSON, each checked before it is believed. */
final class Entries {
  private Entries() {}

  static JsonNode entry(JsonNode json, String name) {
    JsonNode entry = json.path(name);
    if (entry.isMissingNode() || entry.isNull()) {
      throw new Malformed("\"" + name + "\" is missing.");
    }
    return entry;
  }

  static String text(JsonNode json, String name) {
    JsonNode entry = entry(json, name);
    if (!entry.isString()) {
      throw new Malformed("\"" + name + "\" is not a text.");
    }
    return entry.stringValue();
  }

  static int integer(JsonNode json, String name, int min, int max) {
    JsonNode entry = entry(json, name);
    if (!entry.isIntegralNumber()
        || !entry.canConvertToInt()
        || entry.asInt() < min
        || entry.asInt() > max) {
      throw new Malformed(
          "\"" + name + "\" is not a whole number from " + min + " to " + max + ".");
    }
    return entry.asInt();
  }

  static double number(JsonNode json, String name, double otherwise) {
    return json.has(name) ? finite(json, name) : otherwise;
  }

  static double finite(JsonNode json, String name) {
    JsonNode entry = entry(json, name);
    if (!entry.isNumber() || !Double.isFinite(entry.asDouble())) {
      throw new Malformed("\"" + name + "\" is not a number.");
    }
    return entry.asDouble();
  }

  static double[] numbers(JsonNode json, String name) {
    JsonNode list = entry(json, name);
    if (!list.isArray() || list.isEmpty()) {
      throw new Malformed("\"" + name + "\" is not a list of numbers.");
    }
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!list.get(i).isNumber() || !Double.isFinite(list.get(i).asDouble())) {
        throw new Malformed("\"" + name + "\" holds something else than numbers.");
      }
      numbers[i] = list.get(i).asDouble();
    }
    return numbers;
  }
}
