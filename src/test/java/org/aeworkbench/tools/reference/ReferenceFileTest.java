package org.aeworkbench.tools.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReferenceFileTest {
  private static final Path GOOD = Path.of("src/test/resources/reference/torch-losses.json");

  @TempDir Path folder;

  @Test
  void readsEveryCase() {
    List<ReferenceCase> cases = ReferenceFile.read(GOOD);
    assertThat(cases).hasSize(9);
    assertThat(cases.get(3).title()).isEqualTo("shallow 10 sgd bce, batch 100, 60 steps");
    assertThat(cases.get(3).optimizer()).isEqualTo(new Optimizer.Sgd(0.5, 0));
    assertThat(cases.get(7).parameters()).hasSize(14);
  }

  @Test
  void hyperparametersAreHonoured() throws IOException {
    assertThat(
            with(first -> {
                  first.put("optimizer", "sgd");
                  first.set("hyperparameters", parsed("{'lr':0.1,'momentum':0.9,'nesterov':true}"));
                })
                .optimizer())
        .isEqualTo(new Optimizer.Sgd(0.1, 0.9));
    assertThat(
            with(first -> first.set("hyperparameters", parsed("{'lr':0.5,'rho':0.9,'eps':1e-6}")))
                .optimizer())
        .isEqualTo(new Optimizer.Adadelta(0.5, 0.9, 1e-6));
  }

  @Test
  void classicalMomentumIsRefusedByName() {
    assertRefused(
        first -> {
          first.put("optimizer", "sgd");
          first.set("hyperparameters", parsed("{'lr':0.1,'momentum':0.9}"));
        },
        "case 1: sgd with \"momentum\" 0.9 but without \"nesterov\": true is classical momentum");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertRefused(first -> first.remove("losses"), "case 1: \"losses\" is missing.");
    assertRefused(first -> first.put("architecture", "wide"), "no architecture \"wide\"");
    assertRefused(first -> first.put("encodingDim", 0), "\"encodingDim\" is not a whole number");
    assertRefused(first -> first.put("encodingDim", 3.5), "\"encodingDim\" is not a whole number");
    assertRefused(first -> first.put("optimizer", "lion"), "no optimizer \"lion\"");
    assertRefused(first -> first.put("loss", 3), "\"loss\" is not a text.");
    assertRefused(first -> first.put("batchSize", "x"), "\"batchSize\" is not a whole number");
    assertRefused(
        first -> first.put("steps", 99), "\"steps\" is 99, but there are 100 \"losses\".");
    assertRefused(first -> first.putArray("losses").add("x"), "\"losses\" holds something else");
    assertRefused(first -> first.putArray("codeL2"), "\"codeL2\" is not a list of numbers.");
    assertRefused(first -> first.putArray("parametersAfter"), "has 0 tensors, 4 expected.");
    assertRefused(
        first -> ((ObjectNode) first.get("parametersAfter").get(0)).putArray("shape").add(3),
        "tensor 1 of \"parametersAfter\" has 3 numbers, 25088 expected.");
    assertRefused(
        first -> first.set("hyperparameters", parsed("{'lr':1,'weight_decay':0.1}")),
        "hyperparameter \"weight_decay\" of adadelta is unknown.");
    assertRefused(first -> first.set("hyperparameters", parsed("{'lr':-1}")), "learning rate -1.0");
  }

  @Test
  void filesThatAreNone() throws IOException {
    Path file = folder.resolve("file.json");
    assertMessage(file, "does not exist. Check the path.");
    assertMessage(folder, "is a folder.");
    Files.writeString(file, "");
    assertMessage(file, "has no list \"cases\".");
    Files.writeString(file, "{\n\"cases\": [");
    assertMessage(file, "is not valid JSON (line 2)");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF});
    assertMessage(file, "is not valid JSON");
    Files.writeString(file, "{\"cases\": [3]}");
    assertMessage(file, "case 1: \"architecture\" is missing.");
    Files.writeString(file, "[".repeat(100_000));
    assertMessage(file, "is not valid JSON");
  }

  private ReferenceCase with(Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(GOOD));
    change.accept((ObjectNode) ((ArrayNode) root.get("cases")).get(0));
    Path file = folder.resolve("changed.json");
    Files.write(file, JsonMapper.shared().writeValueAsBytes(root));
    return ReferenceFile.read(file).getFirst();
  }

  private void assertRefused(Consumer<ObjectNode> change, String message) {
    assertThatThrownBy(() -> with(change))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static void assertMessage(Path file, String message) {
    assertThatThrownBy(() -> ReferenceFile.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static ObjectNode parsed(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
  }
}
