package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.network.Autoencoder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with a model that {@code train} left. */
class ModelCommandsTest {
  private static final DataSplit MNIST = Mnist.load();

  @TempDir static Path shared;
  private static Path model;
  private static Autoencoder autoencoder;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    CliRun run =
        CliRun.of(
            "train",
            "--limit",
            1024,
            "--epochs",
            2,
            "--batch-size",
            32,
            "--optimizer",
            "adam",
            "--encoding-dim",
            5,
            "--out",
            shared);
    assertThat(run.code()).isZero();
    model = shared.resolve("model.aemodel");
    autoencoder = ModelFile.load(model).autoencoder();
  }

  @Test
  void infoSaysWhatTheModelIs() {
    CliRun run = CliRun.of("info", model);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("shallow, encoding_dim 5", "8,629 parameters", "156.8 : 1")
        .contains("adam, learning rate 0.001")
        .containsPattern("epochs +2 of 2")
        .contains("1,024 images of MNIST")
        .contains("Dense 5 relu", "<- code", "Dense 784 sigmoid");
  }

  @Test
  void theTestSetsCodesAreTheEncoders() throws IOException {
    Path csv = folder.resolve("codes.csv");
    CliRun run = CliRun.of("encode", model, "--test-set", "--out", csv);
    assertThat(run.code()).isZero();
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(10_001).first().isEqualTo("image,label,c0,c1,c2,c3,c4");
    assertThat(lines.get(1)).startsWith("0,7,");
    assertThat(lines.get(10_000)).startsWith("9999," + MNIST.test().label(9999) + ",");
    float[] code = {};
    try (CodesReader reader = new CodesReader(csv, 5)) {
      for (int i = 0; i <= 1234; i++) {
        code = reader.next().orElseThrow();
      }
    }
    assertThat(code).isEqualTo(autoencoder.encode(MNIST.test().images(1234))[0]);
    assertThat(CliRun.of("encode", model, "--test-set").out().lines().toList()).isEqualTo(lines);
  }

  @Test
  void decodingCodesGivesTheReconstruction() throws IOException {
    float[][] digits = MNIST.test().images(3, 5);
    Path first = folder.resolve("three, or so.png");
    Path second = folder.resolve("five.png");
    ImageFiles.writePng(ImageShape.MNIST, digits[0], first);
    ImageFiles.writePng(ImageShape.MNIST, digits[1], second);
    Path csv = folder.resolve("codes.csv");
    assertThat(CliRun.of("encode", model, first, second, "--out", csv).code()).isZero();
    assertThat(CliRun.of("decode", model, csv, "--out", folder.resolve("decoded")).code()).isZero();
    CliRun run = CliRun.of("reconstruct", model, first, second, "--out", folder.resolve("through"));
    assertThat(run.code()).isZero();

    BufferedImage decoded = ImageIO.read(folder.resolve("decoded/code-00002.png").toFile());
    BufferedImage through =
        ImageIO.read(folder.resolve("through/five-reconstruction.png").toFile());
    float[] expected = autoencoder.reconstruct(digits)[1];
    for (int i = 0; i < Dataset.PIXELS; i++) {
      int level = through.getRaster().getSample(i % 28, i / 28, 0);
      assertThat(decoded.getRaster().getSample(i % 28, i / 28, 0)).isEqualTo(level);
      assertThat(level / 255f).isCloseTo(expected[i], within(0.005f));
    }
    assertThat(folder.resolve("through/reconstructions.png")).isNotEmptyFile();
    assertThat(folder.resolve("through/three, or so-reconstruction.png")).isNotEmptyFile();
  }

  @Test
  void imagesWithoutLabelsHaveNoColumnOfThem() throws IOException {
    Path data = Files.createDirectory(folder.resolve("unlabelled"));
    for (String name : List.of("train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz")) {
      Files.copy(
          Path.of("src/test/resources/cases/idx/forty-own-images", name), data.resolve(name));
    }
    Path csv = folder.resolve("codes.csv");
    CliRun encoded = CliRun.of("encode", model, "--test-set", "--data", data, "--out", csv);
    assertThat(encoded.code()).as(encoded.err()).isZero();
    assertThat(Files.readAllLines(csv)).first().asString().startsWith("image,c0,c1,");
    assertThat(Files.readAllLines(csv)).element(1).asString().startsWith("0,");
    Path pictures = folder.resolve("pictures");
    CliRun decoded = CliRun.of("decode", model, csv, "--out", pictures);
    assertThat(decoded.code()).as(decoded.err()).isZero();
    try (Stream<Path> files = Files.list(pictures)) {
      assertThat(files).hasSize(Files.readAllLines(csv).size() - 1);
    }
  }

  @Test
  void exportLeavesTwoNetworks() {
    assertThat(CliRun.of("export", model, "--out", folder.resolve("new/one")).code()).isZero();
    assertThat(folder.resolve("new/one/encoder.zip")).isNotEmptyFile();
    assertThat(folder.resolve("new/one/decoder.zip")).isNotEmptyFile();
  }
}
