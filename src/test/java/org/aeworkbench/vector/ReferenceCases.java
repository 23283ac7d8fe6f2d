package org.aeworkbench.vector;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The small trainings that PyTorch made, as the file reference/torch-losses.json describes them.
 */
final class ReferenceCases {
  private ReferenceCases() {}

  /** One training: the network, how it was trained, and the file's figures. */
  record Case(String name, Topology topology, UpdateRule rule, int batch, JsonNode expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> all() {
    JsonNode root;
    try (InputStream in =
        Objects.requireNonNull(
            ReferenceCases.class.getResourceAsStream("/reference/torch-losses.json"))) {
      root = JsonMapper.shared().readTree(in);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : root.get("cases")) {
      cases.add(parse(node));
    }
    return cases;
  }

  private static Case parse(JsonNode node) {
    String architecture = node.get("architecture").asString();
    int dim = node.get("encodingDim").asInt();
    String lossName = node.get("loss").asString();
    Loss loss = lossName.equals("bce") ? Loss.BINARY_CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
    Topology topology =
        switch (architecture) {
          case "shallow" -> Networks.shallow(dim, loss);
          case "deep" -> Networks.deep(dim, loss);
          case "conv" -> Networks.conv(dim, loss);
          default -> throw new IllegalArgumentException(architecture);
        };
    String optimizer = node.get("optimizer").asString();
    JsonNode h = node.get("hyperparameters");
    double rate = h.get("lr").asDouble();
    UpdateRule rule =
        switch (optimizer) {
          case "adadelta" ->
              new UpdateRule.Adadelta(rate, h.get("rho").asDouble(), h.get("eps").asDouble());
          case "adam" ->
              new UpdateRule.Adam(
                  rate,
                  h.get("beta1").asDouble(),
                  h.get("beta2").asDouble(),
                  h.get("eps").asDouble());
          case "sgd" -> new UpdateRule.Momentum(rate, 0);
          default -> throw new IllegalArgumentException(optimizer);
        };
    String name = architecture + " " + dim + " " + optimizer + " " + lossName;
    return new Case(name, topology, rule, node.get("batchSize").asInt(), node);
  }
}
