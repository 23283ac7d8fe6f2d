package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real trainings; what comes out is checked against itself, not against a speed. */
class BenchCommandTest {
  @Test
  void bothBackendsTakeTurns() {
    CliRun run = CliRun.of("bench", "--arch", "shallow", "--seconds", 0.1, "--json");
    assertThat(run.code()).isZero();
    List<JsonNode> lines =
        run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines)
        .extracting(line -> line.get("backend").stringValue())
        .containsExactly("dl4j", "vector");
    for (JsonNode line : lines) {
      double median = line.get("medianMillis").asDouble();
      assertThat(median)
          .isBetween(line.get("p10Millis").asDouble(), line.get("p90Millis").asDouble());
      // Forward pass and weight gradients of both layers, input gradient of the second.
      double flops = 256 * 2.0 * 5 * 784 * 32;
      assertThat(line.get("gflops").asDouble())
          .isCloseTo(flops / median / 1e6, within(flops / median / 1e6 * 1e-9));
      assertThat(line.get("peakShare").asDouble())
          .isPositive()
          .isCloseTo(
              line.get("gflops").asDouble() / line.get("peakGflops").asDouble(), within(1e-9));
      assertThat(line.get("imagesPerSecond").asDouble()).isPositive();
      assertThat(line.get("batches").asInt()).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void peopleGetATableAndARatio() {
    CliRun run = CliRun.of("bench", "--arch", "shallow", "--seconds", 0.1, "--batch-size", 64);
    assertThat(run.out())
        .contains("images/s", "GFLOP/s", "FMA peak", "batch 64")
        .containsPattern("shallow +dl4j +[\\d,]+ ")
        .containsPattern("shallow +vector is \\d+\\.\\d times as fast as dl4j");
  }

  @Test
  void anyNetworkIsMeasured() {
    CliRun run =
        CliRun.of(
            "bench",
            "--network",
            "8x8x3 | conv:4:relu:stride2 | tconv:3:sigmoid",
            "--seconds",
            0.1,
            "--batch-size",
            16,
            "--backend",
            "vector",
            "--json");
    assertThat(run.err()).isEmpty();
    JsonNode line = JsonMapper.shared().readTree(run.out());
    // 9 taps: forward and weight gradients of both layers, input gradient of the second.
    double flops = 16 * 2.0 * 5 * 16 * 9 * 12;
    double median = line.get("medianMillis").asDouble();
    assertThat(line.get("gflops").asDouble())
        .isCloseTo(flops / median / 1e6, within(flops / median / 1e6 * 1e-9));
  }

  @Test
  void oneNetworkAtATime() {
    CliRun run =
        CliRun.of(
            "bench", "--arch", "conv", "--network", "8x8x1 | dense:4:relu | dense:64:sigmoid");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("two networks");
  }
}
