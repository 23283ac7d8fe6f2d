package org.aeworkbench.tools.reference;

import static org.aeworkbench.tools.reference.Entries.entry;
import static org.aeworkbench.tools.reference.Entries.finite;
import static org.aeworkbench.tools.reference.Entries.integer;
import static org.aeworkbench.tools.reference.Entries.number;
import static org.aeworkbench.tools.reference.Entries.numbers;
import static org.aeworkbench.tools.reference.Entries.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import tools.jackson.databind.JsonNode;

/** One case from its JSON; believes nothing. */
final class ReferenceCaseReader {
  private static final int MAX_STEPS = 100_000;
  private static final long MAX_NUMBERS = 1L << 29;
  private static final String MNIST = "mnist28x28x1";

  private ReferenceCaseReader() {}

  /** What is wrong, a sentence. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  static ReferenceCase read(JsonNode json) {
    NetworkSpec spec = json.has("encoder") ? ofLayers(json) : ofTheLab(json);
    List<LossTerms> losses = losses(json);
    double[] code = numbers(json, "codeFirst8OfImage0");
    if (code.length > spec.encodingDim()) {
      throw new Malformed(
          "\"codeFirst8OfImage0\" has "
              + code.length
              + " numbers, the code "
              + spec.encodingDim()
              + ".");
    }
    ReferenceCase reference =
        new ReferenceCase(
            json.has("name") ? text(json, "name") : Presets.name(spec) + " " + spec.encodingDim(),
            spec,
            isMade(json),
            optimizer(json),
            objective(json),
            integer(json, "batchSize", 1, 60_000),
            losses,
            numbers(json, "codeL2"),
            code,
            numbers(json, "reconstructionSum"),
            tensors(entry(json, "parametersAfter"), spec));
    if (reference.images() * spec.image().size() > MAX_NUMBERS) {
      throw new Malformed("the case needs " + reference.images() + " images, too many.");
    }
    return reference;
  }

  private static NetworkSpec ofTheLab(JsonNode json) {
    return Presets.ofFamily(text(json, "architecture"))
        .spec()
        .withEncodingDim(integer(json, "encodingDim", 1, 256));
  }

  private static NetworkSpec ofLayers(JsonNode json) {
    String encoder = tokens(json, "encoder");
    JsonNode variational = json.path("variational");
    if (variational.isObject()) {
      encoder += " gaussian:" + integer(variational, "codeDim", 1, NetworkSpec.MAX_CODE);
    }
    String image = text(json, "data").replaceFirst("^(made:|mnist)", "");
    return NetworkSpec.parse(image + " | " + encoder + " | " + tokens(json, "decoder"));
  }

  private static String tokens(JsonNode json, String name) {
    JsonNode list = entry(json, name);
    if (!list.isArray()) {
      throw new Malformed("\"" + name + "\" is not a list of layers.");
    }
    List<String> tokens = new ArrayList<>();
    for (JsonNode token : list) {
      if (!token.isString()) {
        throw new Malformed("\"" + name + "\" holds something else than layers.");
      }
      tokens.add(token.stringValue());
    }
    return String.join(" ", tokens);
  }

  /** Whether the images are made by the file's formula; otherwise they are MNIST's. */
  private static boolean isMade(JsonNode json) {
    String data = json.has("data") ? text(json, "data") : MNIST;
    if (!data.startsWith("made:") && !data.equals(MNIST)) {
      throw new Malformed("the data \"" + data + "\" is neither " + MNIST + " nor made:HxWxC.");
    }
    return data.startsWith("made:");
  }

  /** The terms of every step; of files that do not know of penalties, the losses alone. */
  private static List<LossTerms> losses(JsonNode json) {
    int steps = integer(json, "steps", 1, MAX_STEPS);
    double[] losses = steps(json, "losses", steps);
    if (!json.has("penaltyTerm")) {
      return DoubleStream.of(losses).mapToObj(LossTerms::plain).toList();
    }
    double[] reconstructions = steps(json, "reconstructionTerm", steps);
    double[] penalties = steps(json, "penaltyTerm", steps);
    List<LossTerms> terms = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      terms.add(new LossTerms(reconstructions[i], penalties[i]));
    }
    return List.copyOf(terms);
  }

  private static double[] steps(JsonNode json, String name, int steps) {
    double[] numbers = numbers(json, name);
    if (numbers.length != steps) {
      throw new Malformed(
          "\"steps\" is " + steps + ", but there are " + numbers.length + " \"" + name + "\".");
    }
    return numbers;
  }

  private static Objective objective(JsonNode json) {
    Corruption corruption =
        json.path("corruption").isString()
            ? Corruption.parse(text(json, "corruption"))
            : new Corruption.None();
    JsonNode variational = json.path("variational");
    double l1 = number(json, "activityL1", 0);
    Penalty penalty = l1 == 0 ? new Penalty.None() : new Penalty.L1(l1);
    if (variational.isObject()) {
      penalty = new Penalty.Kl(number(variational, "beta", 1), 0, true);
    }
    return new Objective(Loss.of(text(json, "loss")), corruption, penalty);
  }

  private static int biases(TracedLayer layer) {
    return layer.output() instanceof Shape.Maps maps ? maps.channels() : layer.output().size();
  }

  private static Optimizer optimizer(JsonNode json) {
    String id = text(json, "optimizer");
    JsonNode given = entry(json, "hyperparameters");
    return switch (Optimizer.of(id)) {
      case Optimizer.Adadelta d -> {
        refuseOthers(given, List.of("lr", "rho", "eps"), id);
        yield new Optimizer.Adadelta(
            number(given, "lr", d.learningRate()),
            number(given, "rho", d.rho()),
            number(given, "eps", d.epsilon()));
      }
      case Optimizer.Adam d -> {
        refuseOthers(given, List.of("lr", "beta1", "beta2", "eps"), id);
        yield new Optimizer.Adam(
            number(given, "lr", d.learningRate()),
            number(given, "beta1", d.beta1()),
            number(given, "beta2", d.beta2()),
            number(given, "eps", d.epsilon()));
      }
      case Optimizer.Sgd d -> {
        refuseOthers(given, List.of("lr", "momentum", "nesterov"), id);
        yield sgd(given, d);
      }
      case Optimizer.Rmsprop d -> {
        refuseOthers(given, List.of("lr", "rho", "eps"), id);
        yield new Optimizer.Rmsprop(
            number(given, "lr", d.learningRate()),
            number(given, "rho", d.rho()),
            number(given, "eps", d.epsilon()));
      }
    };
  }

  /** Without a word about momentum it is plain descent, as in PyTorch. */
  private static Optimizer.Sgd sgd(JsonNode given, Optimizer.Sgd defaults) {
    double momentum = number(given, "momentum", 0);
    if (momentum > 0 && !given.path("nesterov").asBoolean(false)) {
      throw new Malformed(
          "sgd with \"momentum\" "
              + momentum
              + " but without \"nesterov\": true is classical momentum, which the workbench does"
              + " not have (its momentum is Nesterov's, as DL4J computes it).");
    }
    return new Optimizer.Sgd(number(given, "lr", defaults.learningRate()), momentum);
  }

  /** A hyperparameter that was not honoured would make the comparison void. */
  private static void refuseOthers(JsonNode given, List<String> known, String optimizer) {
    if (!given.isObject()) {
      throw new Malformed("\"hyperparameters\" is not an object.");
    }
    for (String name : given.propertyNames()) {
      if (!known.contains(name)) {
        throw new Malformed("the hyperparameter \"" + name + "\" of " + optimizer + " is unknown.");
      }
    }
  }

  private static List<ReferenceCase.Tensor> tensors(JsonNode list, NetworkSpec spec) {
    List<Integer> sizes = new ArrayList<>();
    for (TracedLayer layer : spec.layers()) {
      if (layer.parameters() > 0) {
        int biases = biases(layer);
        sizes.add(Math.toIntExact(layer.parameters()) - biases);
        sizes.add(biases);
      }
    }
    if (list.size() != sizes.size()) {
      throw new Malformed(
          "\"parametersAfter\" has " + list.size() + " tensors, " + sizes.size() + " expected.");
    }
    List<ReferenceCase.Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode tensor = list.get(i);
      long size = 1;
      for (double side : numbers(tensor, "shape")) {
        size *= (long) side;
      }
      if (size != sizes.get(i)) {
        throw new Malformed(
            "tensor "
                + (i + 1)
                + " of \"parametersAfter\" has "
                + size
                + " numbers, "
                + sizes.get(i)
                + " expected.");
      }
      tensors.add(
          new ReferenceCase.Tensor(sizes.get(i), finite(tensor, "sum"), finite(tensor, "l2")));
    }
    return List.copyOf(tensors);
  }
}
