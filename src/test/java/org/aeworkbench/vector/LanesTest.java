package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference trainings on processors with narrower vectors, which this one can play. */
class LanesTest {
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 16})
  void agreesWithPyTorchWithVectorsOf(int lanes) throws IOException, InterruptedException {
    int widest = FloatVector.SPECIES_PREFERRED.length();
    assumeTrue(lanes <= widest, "this processor has no vectors of " + lanes + " floats");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(a -> a.startsWith("--add-modules") || a.startsWith("-XX:CompileCommand"))
            .map(a -> a.replace(",javafx.controls", ""))
            .toList());
    command.add("-XX:MaxVectorSize=" + lanes * Float.BYTES);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("9 cases agree with " + lanes + " lanes");
  }

  /** What runs in a Java of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      float[] interpreted = trained();
      ReferenceCasesTest test = new ReferenceCasesTest();
      List<ReferenceCases.Case> cases = ReferenceCases.all();
      cases.forEach(test::agreesWithPyTorch);
      // By now everything is compiled, and must come to the same bits as before it was.
      assertThat(trained()).isEqualTo(interpreted);
      System.out.println(cases.size() + " cases agree with " + Tiling.LANES + " lanes");
    }

    private static float[] trained() {
      Topology topology = Networks.conv(32, Loss.BINARY_CROSS_ENTROPY);
      float[] parameters = Networks.glorot(topology);
      byte[] images = Mnist.trainingImages();
      int[] order = Networks.order(images.length / topology.pixels());
      try (var network = new VectorNetwork(topology, new UpdateRule.Momentum(0.5, 0), 1)) {
        network.setParameters(parameters);
        for (int batch = 0; batch < 3; batch++) {
          network.trainBatch(images, order, 16 * batch, 16);
        }
        network.copyParameters(parameters);
      }
      return parameters;
    }
  }
}
