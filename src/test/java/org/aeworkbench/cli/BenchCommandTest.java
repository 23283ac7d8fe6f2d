package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void ownImagesAreLearnedByNetworksOfTheirShape() {
    CliRun run =
        CliRun.of(
            "bench",
            "--data",
            "shapes",
            "--arch",
            "shallow",
            "--seconds",
            0.1,
            "--backend",
            "vector",
            "--json");
    assertThat(run.err()).isEmpty();
    JsonNode line = JsonMapper.shared().readTree(run.out());
    double flops = 256 * 2.0 * 5 * 3072 * 32;
    double median = line.get("medianMillis").asDouble();
    assertThat(line.get("gflops").asDouble())
        .isCloseTo(flops / median / 1e6, within(flops / median / 1e6 * 1e-9));
    CliRun other =
        CliRun.of(
            "bench", "--network", "8x8x1 | dense:4:relu | dense:64:sigmoid", "--image", "4x4x1");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("8x8x1, not 4x4x1");
  }

  @Test
  void importsAreMeasuredAgainstTheirDecoder(@TempDir Path folder) throws IOException {
    for (int i = 0; i < 9; i++) {
      BufferedImage picture = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(i % 5, 2, 0xFF00FF);
      ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
    }
    CliRun run = CliRun.of("bench", "data", folder, "--image", "4x4x3", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode line = JsonMapper.shared().readTree(run.out());
    assertThat(line.get("images").asInt()).isEqualTo(9);
    assertThat(line.get("importedPerSecond").asDouble()).isPositive();
    assertThat(line.get("decodedPerSecond").asDouble()).isPositive();
    assertThat(line.get("openingSeconds").asDouble()).isPositive();
    assertThat(CliRun.of("bench", "data", folder).out()).contains("9 on ", "imported ", "again in");
    assertThat(CliRun.of("data", "--cache").out()).doesNotContain(folder.toString());
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
