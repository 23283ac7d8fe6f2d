package org.aeworkbench.modelfile;

import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.problem.UsageException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plans as flat JSON, with the names of the command line. */
public final class PlanJson {
  private PlanJson() {}

  /** A plan as JSON. */
  public static ObjectNode write(TrainingPlan plan) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("network", plan.spec().text())
            .put("optimizer", plan.optimizer().id())
            .put("learningRate", plan.optimizer().learningRate());
    switch (plan.optimizer()) {
      case Optimizer.Adadelta adadelta ->
          json.put("rho", adadelta.rho()).put("epsilon", adadelta.epsilon());
      case Optimizer.Adam adam ->
          json.put("beta1", adam.beta1()).put("beta2", adam.beta2()).put("epsilon", adam.epsilon());
      case Optimizer.Sgd sgd -> json.put("momentum", sgd.momentum());
      case Optimizer.Rmsprop rmsprop ->
          json.put("rho", rmsprop.rho()).put("epsilon", rmsprop.epsilon());
    }
    write(plan.objective(), json);
    return json.put("epochs", plan.epochs())
        .put("batchSize", plan.batchSize())
        .put("seed", plan.seed())
        .put("shuffle", plan.shuffle())
        .put("backend", plan.backend().id());
  }

  /**
   * A plan from JSON.
   *
   * @throws UsageException if a field is missing or out of range
   */
  public static TrainingPlan read(JsonNode json) {
    return new TrainingPlan(
        network(json),
        optimizer(json),
        objective(json),
        whole(json, "epochs"),
        whole(json, "batchSize"),
        field(json, "seed").asLong(Presets.DEFAULT_SEED),
        field(json, "shuffle").asBoolean(true),
        BackendName.of(text(json, "backend")));
  }

  /** What a plain objective has not is left out, as in files of before there were others. */
  private static void write(Objective objective, ObjectNode json) {
    json.put("loss", objective.loss().id());
    if (objective.isDenoising()) {
      json.put("noise", objective.corruption().text());
    }
    switch (objective.penalty()) {
      case Penalty.None _ -> {}
      case Penalty.L1 l1 -> json.put("sparse", l1.weight());
      case Penalty.Kl kl ->
          json.put("beta", kl.beta())
              .put("betaWarmup", kl.warmupEpochs())
              .put("sampling", kl.sampling());
    }
  }

  private static Objective objective(JsonNode json) {
    Corruption corruption =
        json.has("noise") ? Corruption.parse(text(json, "noise")) : new Corruption.None();
    Penalty penalty = new Penalty.None();
    if (json.has("beta")) {
      penalty =
          new Penalty.Kl(
              number(json, "beta"),
              whole(json, "betaWarmup"),
              field(json, "sampling").asBoolean(true));
    } else if (json.has("sparse")) {
      penalty = new Penalty.L1(number(json, "sparse"));
    }
    return new Objective(Loss.of(text(json, "loss")), corruption, penalty);
  }

  private static NetworkSpec network(JsonNode json) {
    if (json.has("network")) {
      return NetworkSpec.parse(text(json, "network"));
    }
    // Written when there were three networks, each with a name.
    Preset preset = Presets.ofFamily(text(json, "architecture"));
    int encodingDim = whole(json, "encodingDim");
    preset.codeSizes().check(encodingDim, preset.family());
    return preset.spec().withEncodingDim(encodingDim);
  }

  private static Optimizer optimizer(JsonNode json) {
    double rate = number(json, "learningRate");
    return switch (Optimizer.of(text(json, "optimizer"))) {
      case Optimizer.Adadelta _ ->
          new Optimizer.Adadelta(rate, number(json, "rho"), number(json, "epsilon"));
      case Optimizer.Adam _ ->
          new Optimizer.Adam(
              rate, number(json, "beta1"), number(json, "beta2"), number(json, "epsilon"));
      case Optimizer.Sgd _ -> new Optimizer.Sgd(rate, number(json, "momentum"));
      case Optimizer.Rmsprop _ ->
          new Optimizer.Rmsprop(rate, number(json, "rho"), number(json, "epsilon"));
    };
  }

  private static String text(JsonNode json, String name) {
    return field(json, name).asString("");
  }

  private static int whole(JsonNode json, String name) {
    return field(json, name).asInt(-1);
  }

  private static double number(JsonNode json, String name) {
    return field(json, name).asDouble(Double.NaN);
  }

  private static JsonNode field(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      throw new UsageException(
          "The training plan has no \"" + name + "\".", "Use another copy of the file.");
    }
    return value;
  }
}
