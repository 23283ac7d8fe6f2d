package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  @TempDir private Path temp;

  @Test
  void aFolderOfPicturesIsDescribedAndTrainedOn() throws IOException {
    Path set = Files.createDirectory(temp.resolve("tiles"));
    for (int i = 0; i < 14; i++) {
      Path folder = Files.createDirectories(set.resolve(i % 2 == 0 ? "cold" : "warm"));
      BufferedImage picture = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(i % 12, 4, i % 2 == 0 ? 0xFF : 0xFF0000);
      ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
    }
    Files.writeString(set.resolve("notes.txt"), "none");
    CliRun described = CliRun.of("data", set, "--image", "8x8x3", "--fit", "pad");
    assertThat(described.code()).as(described.err()).isZero();
    assertThat(described.out())
        .contains("folder of pictures " + set)
        .contains("12 to learn, 2 to judge by")
        .contains("8x8x3")
        .contains("7  cold")
        .contains("notes.txt is no picture");
    Path out = temp.resolve("out");
    CliRun trained =
        CliRun.of(
            "train",
            "--data",
            set,
            "--image",
            "8x8x3",
            "--fit",
            "pad",
            "--encoding-dim",
            4,
            "--epochs",
            1,
            "--out",
            out);
    assertThat(trained.code()).as(trained.err()).isZero();
    TrainedModel model = ModelFile.load(out.resolve("model.aemodel"));
    assertThat(model.plan().spec().image()).isEqualTo(new ImageShape(8, 8, 3));
    assertThat(model.provenance().dataName()).isEqualTo("tiles");
    assertThat(described.out()).contains(model.provenance().dataChecksum());
    Path codes = temp.resolve("codes.csv");
    CliRun encoded =
        CliRun.of(
            "encode",
            out.resolve("model.aemodel"),
            "--test-set",
            "--data",
            set,
            "--fit",
            "pad",
            "--out",
            codes);
    assertThat(encoded.code()).as(encoded.err()).isZero();
    assertThat(Files.readAllLines(codes)).hasSize(3);
    Path through = temp.resolve("through");
    CliRun reconstructed =
        CliRun.of(
            "reconstruct",
            out.resolve("model.aemodel"),
            "--data",
            set,
            "--fit",
            "pad",
            "--limit",
            1,
            "--out",
            through);
    assertThat(reconstructed.code()).as(reconstructed.err()).isZero();
    try (var left = Files.list(through)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("0-input.png", "0-reconstruction.png", "reconstructions.png");
    }
    assertThat(ImageIO.read(through.resolve("0-input.png").toFile()).getWidth()).isEqualTo(8);
    assertThat(CliRun.of("data", "--cache").out()).contains(set.toString());
  }

  @Test
  void aModelSaysThatItHasLearnedOtherImages() throws IOException {
    Path out = temp.resolve("out");
    assertThat(
            CliRun.of("train", "--data", "shapes", "--limit", 64, "--epochs", 1, "--out", out)
                .code())
        .isZero();
    CliRun resumed =
        CliRun.of("train", "--resume", out.resolve("model.aemodel"), "--epochs", 2, "--out", out);
    assertThat(resumed.code()).isEqualTo(2);
    assertThat(resumed.err()).contains("64 of shapes").contains("--data");
  }

  @Test
  void anImageSizeIsForOwnData() {
    CliRun run = CliRun.of("train", "--image", "32x32x3", "--out", temp);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("28x28x1, not 32x32x3").contains("--data");
    CliRun inverted = CliRun.of("train", "--invert", "--out", temp);
    assertThat(inverted.code()).isEqualTo(2);
    assertThat(inverted.err()).contains("--invert");
  }
}
