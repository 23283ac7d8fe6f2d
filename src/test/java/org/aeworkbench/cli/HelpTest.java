package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "reconstruct",
        "encode",
        "decode",
        "info",
        "export",
        "check-reference",
        "bench",
        "bench ui",
        "bench data",
        "data",
        "tour"
      })
  void everyCommandExplainsItselfWithAnExample(String command) {
    CliRun run = CliRun.of((Object[]) (command + " --help").split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Usage: aeworkbench " + command)
        .containsPattern("Examples:\\R(.*\\R)*? +aeworkbench " + command)
        .contains("Exit codes:")
        .contains("--verbose");
  }

  @Test
  void theWholeNamesItsCommands() {
    CliRun run = CliRun.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("train", "reconstruct", "check-reference", "bench", "tour");
  }

  @Test
  void theVersionIsTheBuilds() {
    CliRun run = CliRun.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("Autoencoder Workbench \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void helpLoadsNeitherJavaFxNorDl4j() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "train",
                "--help")
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines).anyMatch(line -> line.contains("org.aeworkbench.cli.TrainCommand"));
    assertThat(lines)
        .noneMatch(
            line ->
                line.contains(" javafx.")
                    || line.contains(" org.nd4j.")
                    || line.contains(" org.deeplearning4j."));
  }
}
