package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processors with narrower vectors, which this one can play, each in a Java of its own. */
class LanesTest {
  private static final int WIDEST = FloatVector.SPECIES_PREFERRED.length();

  /**
   * The lab's networks come to the very numbers that the engine gave when it knew no others. They
   * change only where what is computed changes, and then on purpose.
   */
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 16})
  void agreesWithPyTorchAndKeepsTheLabsBitsWithVectorsOf(int lanes)
      throws IOException, InterruptedException {
    List<String> expected =
        recorded().lines().filter(line -> line.startsWith(lanes + " lanes")).toList();
    assertThat(expected).hasSize(5);
    List<String> said = output(lanes).lines().toList();
    assertThat(said).containsAll(expected).contains("compiled as interpreted");
    // The widest are those of ReferenceCasesTest and AnyNetworkTest themselves.
    if (lanes < WIDEST) {
      assertThat(said).contains("15 cases agree with " + lanes + " lanes");
    }
  }

  private static String recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LanesTest.class.getResourceAsStream("/vector/lab-bits.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String output(int lanes) throws IOException, InterruptedException {
    assumeTrue(lanes <= WIDEST, "this processor has no vectors of " + lanes + " floats");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(a -> a.startsWith("--add-modules") || a.startsWith("-XX:CompileCommand"))
            .map(a -> a.replace(",javafx.controls", ""))
            .toList());
    command.add("-XX:MaxVectorSize=" + lanes * Float.BYTES);
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), Program.class.getName(), "" + WIDEST));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** The lab's networks, all reference trainings, and some of the networks that chance makes. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      float[] interpreted = trained();
      System.out.print(LabBits.lines());
      if (Tiling.LANES < Integer.parseInt(arguments[0])) {
        ReferenceCasesTest test = new ReferenceCasesTest();
        List<ReferenceCases.Case> cases = ReferenceCases.all();
        cases.forEach(test::agreesWithPyTorch);
        AnyNetworkTest.check(0, 60);
        System.out.println(cases.size() + " cases agree with " + Tiling.LANES + " lanes");
      }
      // By now everything is compiled, and must come to the same bits as before it was.
      assertThat(trained()).isEqualTo(interpreted);
      System.out.println("compiled as interpreted");
    }

    private static float[] trained() {
      NetworkSpec spec = Networks.conv(32);
      float[] parameters = Networks.glorot(spec);
      byte[] images = Mnist.trainingImages();
      int[] order = Networks.order(48);
      Loss loss = Loss.BINARY_CROSS_ENTROPY;
      try (var network = new VectorNetwork(spec, loss, new Optimizer.Sgd(0.5, 0), 1)) {
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
