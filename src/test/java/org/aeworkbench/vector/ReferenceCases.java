package org.aeworkbench.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The small trainings that PyTorch made, as the files in resources/reference describe them. */
final class ReferenceCases {
  private ReferenceCases() {}

  /** One training: the network, how it was trained, and the file's figures. */
  record Case(
      String name, NetworkSpec spec, Loss loss, Optimizer optimizer, int batch, JsonNode expected) {
    @Override
    public String toString() {
      return name;
    }

    /** Images that it looks at, as bytes. */
    byte[] images() {
      return expected.path("data").asString("mnist28x28x1").startsWith("mnist")
          ? Mnist.trainingImages()
          : made(spec.image(), expected.get("losses").size() * batch);
    }
  }

  /** The nine of the lab's networks and those of the others that are plain trainings. */
  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : read("torch-losses.json")) {
      cases.add(labCase(node));
    }
    for (JsonNode node : read("torch-variants.json")) {
      boolean plain =
          node.get("activityL1").asDouble() == 0
              && node.get("corruption").isNull()
              && node.get("variational").isNull();
      if (plain) {
        cases.add(anyCase(node));
      }
    }
    return cases;
  }

  private static JsonNode read(String name) {
    try (InputStream in =
        Objects.requireNonNull(ReferenceCases.class.getResourceAsStream("/reference/" + name))) {
      return JsonMapper.shared().readTree(in).get("cases");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case labCase(JsonNode node) {
    String architecture = node.get("architecture").asString();
    int dim = node.get("encodingDim").asInt();
    NetworkSpec spec =
        switch (architecture) {
          case "shallow" -> Networks.shallow(dim);
          case "deep" -> Networks.deep(dim);
          case "conv" -> Networks.conv(dim);
          default -> throw new IllegalArgumentException(architecture);
        };
    return of(architecture + " " + dim, spec, node);
  }

  private static Case anyCase(JsonNode node) {
    String data = node.get("data").asString();
    String text =
        data.replaceAll("^(mnist|made:)", "")
            + " | "
            + tokens(node.get("encoder"))
            + " | "
            + tokens(node.get("decoder"));
    return of(node.get("name").asString(), NetworkSpec.parse(text), node);
  }

  private static String tokens(JsonNode list) {
    List<String> tokens = new ArrayList<>();
    list.forEach(token -> tokens.add(token.asString()));
    return String.join(" ", tokens);
  }

  private static Case of(String name, NetworkSpec spec, JsonNode node) {
    Optimizer optimizer = optimizer(node.get("optimizer").asString(), node.get("hyperparameters"));
    Loss loss = Loss.of(node.get("loss").asString());
    String title = name + " " + optimizer.id() + " " + loss.id();
    return new Case(title, spec, loss, optimizer, node.get("batchSize").asInt(), node);
  }

  private static Optimizer optimizer(String id, JsonNode h) {
    double rate = h.get("lr").asDouble();
    return switch (id) {
      case "adadelta" ->
          new Optimizer.Adadelta(rate, h.get("rho").asDouble(), h.get("eps").asDouble());
      case "adam" ->
          new Optimizer.Adam(
              rate, h.get("beta1").asDouble(), h.get("beta2").asDouble(), h.get("eps").asDouble());
      case "sgd" -> new Optimizer.Sgd(rate, 0);
      default -> throw new IllegalArgumentException(id);
    };
  }

  /** The file's formula. */
  private static byte[] made(ImageShape shape, int count) {
    byte[] images = new byte[count * shape.size()];
    for (int at = 0; at < images.length; at++) {
      int x = at % shape.width();
      int y = at / shape.width() % shape.height();
      int k = at / shape.width() / shape.height() % shape.channels();
      int i = at / shape.size();
      images[at] = (byte) (37 * i + 61 * k + 3 * y * y + 5 * x * x + x * y * (1 + i % 7));
    }
    return images;
  }
}
