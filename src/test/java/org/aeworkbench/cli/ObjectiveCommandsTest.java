package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Denoising, sparse and variational autoencoders on the command line. */
class ObjectiveCommandsTest {
  @TempDir private static Path folder;
  private static CliRun trained;
  private static Path variational;

  @BeforeAll
  static void train() {
    variational = folder.resolve("vae").resolve("model.aemodel");
    trained =
        CliRun.of(
            "train",
            "--encoder",
            "dense:20:relu gaussian:3",
            "--decoder",
            "dense:784:sigmoid",
            "--noise",
            "masking:0.2",
            "--beta",
            2,
            "--beta-warmup",
            1,
            "--optimizer",
            "adam",
            "--limit",
            128,
            "--epochs",
            2,
            "--json",
            "--out",
            folder.resolve("vae"));
  }

  @Test
  void lossesAreKeptApartInEveryOutput() throws IOException {
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out().lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "\"trainReconstruction\":",
                        "\"trainPenalty\":",
                        "\"validationReconstruction\":",
                        "\"validationPenalty\":"));
    List<String> csv = Files.readAllLines(variational.resolveSibling("history.csv"));
    assertThat(csv.getFirst())
        .isEqualTo(
            "epoch,trainLoss,validationLoss,learningRate,seconds,trainReconstruction,trainPenalty,"
                + "validationReconstruction,validationPenalty");
    String[] last = csv.getLast().split(",");
    assertThat(Double.parseDouble(last[7]) + Double.parseDouble(last[8]))
        .isEqualTo(Double.parseDouble(last[2]));
    assertThat(Double.parseDouble(last[8])).isPositive();
    assertThat(CliRun.of("info", variational).out())
        .contains("masking:0.2", "variational, beta 2.0, warm-up of 1 epochs", "an image)")
        .contains("gaussian:3");
  }

  @Test
  void samplesAndThePlaneOfACodeAreOnePicture() throws IOException {
    Path samples = folder.resolve("samples.png");
    Path few = folder.resolve("few.png");
    assertThat(CliRun.of("sample", variational, "--count", 9, "--out", samples).code()).isZero();
    assertThat(CliRun.of("sample", variational, "--count", 9, "--out", few).code()).isZero();
    assertThat(Files.readAllBytes(few)).isEqualTo(Files.readAllBytes(samples));
    assertThat(ImageIO.read(samples.toFile()).getWidth()).isEqualTo(3 * 56);
    CliRun.of("sample", variational, "--count", 9, "--seed", 2, "--out", few);
    assertThat(Files.readAllBytes(few)).isNotEqualTo(Files.readAllBytes(samples));
    Path plane = folder.resolve("plane.png");
    assertThat(CliRun.of("manifold", variational, "--axes", "2,0", "--out", plane).code()).isZero();
    assertThat(ImageIO.read(plane.toFile()).getHeight()).isEqualTo(20 * 56);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--beta 2; Add --variational",
        "--beta-warmup 2; Add --variational",
        "--no-sampling; Add --variational",
        "--variational --sparse 1e-4; Leave one of them out",
        "--preset mlp-vae --sparse 1e-4; Leave one of them out",
        "--noise speckle:1; Write gaussian:SIGMA",
        "--noise gaussian:99; Choose 0 to 10",
        "--sparse -1; Choose 0 to 1000",
        "--variational --beta 1e9; Choose 0 to 1000",
        "--backend dl4j --sparse 1e-4; Choose the backend vector",
        "--backend dl4j --variational; Choose the backend vector"
      })
  void whatDoesNotGoTogetherIsRefusedInALine(String options, String remedy) {
    CliRun run =
        CliRun.of(("train --limit 8 --epochs 1 --out " + folder + "/no " + options).split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(remedy);
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void onlyAVariationalModelDrawsNewImages() {
    Path plain = folder.resolve("plain").resolve("model.aemodel");
    CliRun.of(
        "train",
        "--sparse",
        "1e-4",
        "--limit",
        64,
        "--epochs",
        1,
        "--out",
        folder.resolve("plain"));
    TrainedModel model = ModelFile.load(plain);
    assertThat(model.history().epochs().getFirst().train().penalty()).isPositive();
    for (String command : List.of("sample", "manifold")) {
      CliRun run = CliRun.of(command, plain, "--out", folder.resolve("none.png"));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("is not variational");
    }
    assertThat(CliRun.of("manifold", variational, "--axes", "0,3", "--out", "x.png").err())
        .contains("Choose 0 to 2.");
  }
}
