package org.aeworkbench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.junit.jupiter.api.Test;

class ReconstructionFigureTest {
  private final float[][] originals = new float[10][Dataset.PIXELS];
  private final float[][] reconstructions = new float[10][Dataset.PIXELS];

  @Test
  void showsOriginalsAboveReconstructions() throws IOException {
    originals[2][0] = 1;
    reconstructions[9][783] = 0.5f;
    byte[] png =
        ReconstructionFigure.png(
            ReconstructionFigure.render(ImageShape.MNIST, originals, reconstructions));
    BufferedImage figure = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(figure.getWidth()).isEqualTo(10 * 128 + 16);
    assertThat(figure.getHeight()).isEqualTo(2 * 128 + 16);
    assertThat(figure.getRGB(0, 0)).as("paper").isEqualTo(0xFFFFFFFF);
    assertThat(figure.getRGB(16 + 2 * 128 + 3, 16 + 3)).as("ink").isEqualTo(0xFFFFFFFF);
    assertThat(figure.getRGB(16 + 2 * 128 + 4, 16 + 3)).as("black").isEqualTo(0xFF000000);
    assertThat(figure.getRGB(10 * 128 - 1, 2 * 128 - 1)).as("grey").isEqualTo(0xFF808080);
  }

  @Test
  void errorsAreTheThirdRow() {
    originals[0][0] = 1;
    reconstructions[0][1] = 1;
    BufferedImage figure =
        ReconstructionFigure.renderWithErrors(
            ImageShape.MNIST, originals, reconstructions, ErrorChannel.ALL);
    int top = 16 + 2 * 128;
    assertThat(figure.getRGB(16, top)).as("missing ink").isEqualTo(0xFF1C7ED6);
    assertThat(figure.getRGB(20, top)).as("too much ink").isEqualTo(0xFFE8590C);
    assertThat(figure.getRGB(24, top)).as("right").isEqualTo(0xFFFFFFFF);
  }

  @Test
  void theNextTenLieBelowAndOfManyTheFirstHundredAreShown() {
    float[][] originals = new float[12][Dataset.PIXELS];
    originals[11][0] = 1;
    BufferedImage twelve =
        ReconstructionFigure.render(ImageShape.MNIST, originals, new float[12][Dataset.PIXELS]);
    assertThat(twelve.getWidth()).isEqualTo(10 * 128 + 16);
    assertThat(twelve.getHeight()).isEqualTo(2 * (2 * 128 + 16));
    int top = 2 * 128 + 2 * 16;
    assertThat(twelve.getRGB(16 + 128, top)).as("ink of the twelfth").isEqualTo(0xFFFFFFFF);
    assertThat(twelve.getRGB(16 + 128 + 4, top)).as("its black").isEqualTo(0xFF000000);
    assertThat(twelve.getRGB(16 + 128, top + 128)).as("below it").isEqualTo(0xFF000000);
    assertThat(twelve.getRGB(16 + 2 * 128, top)).as("no thirteenth").isEqualTo(0xFFFFFFFF);

    float[][] shown = new float[100][Dataset.PIXELS];
    BufferedImage all = ReconstructionFigure.render(ImageShape.MNIST, shown, shown, 100);
    BufferedImage first = ReconstructionFigure.render(ImageShape.MNIST, shown, shown, 3000);
    assertThat(first.getHeight()).isGreaterThan(all.getHeight()).isLessThan(3000);
    assertThat(hasInk(first, all.getHeight())).as("a word that there are more").isTrue();
  }

  private static boolean hasInk(BufferedImage figure, int from) {
    for (int y = from; y < figure.getHeight(); y++) {
      for (int x = 0; x < figure.getWidth(); x++) {
        if (figure.getRGB(x, y) != 0xFFFFFFFF) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void colourIsKeptAndItsErrorsAreOfOneChannelOrOfAll() {
    ImageShape shape = new ImageShape(2, 1, 3);
    float[] original = {1, 0, 0.5f, 0, 0, 0};
    float[] reconstruction = {0, 0, 0.5f, 0, 0, 0.9f};

    BufferedImage image = ReconstructionFigure.image(shape, original);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF8000);
    assertThat(image.getRGB(0, 1)).isEqualTo(0xFF000000);

    float[][] originals = {original};
    float[][] reconstructions = {reconstruction};
    int tile = 2 * 56;
    int errors = 16 + 2 * (tile + 16);
    BufferedImage all =
        ReconstructionFigure.renderWithErrors(shape, originals, reconstructions, ErrorChannel.ALL);
    assertThat(all.getRGB(16, errors) & 0xFF).as("red is missing").isGreaterThan(0xD0);
    assertThat(all.getRGB(16, errors + 56) & 0xFF).as("blue too much").isLessThan(0xC0);
    BufferedImage green =
        ReconstructionFigure.renderWithErrors(
            shape, originals, reconstructions, ErrorChannel.GREEN);
    assertThat(green.getRGB(16, errors)).isEqualTo(0xFFFFFFFF);
    assertThat(ErrorChannel.ALL.error(shape, 0, original, reconstruction))
        .isEqualTo(-1f / 3, within(1e-6f));
    assertThat(ErrorChannel.BLUE.error(shape, 1, original, reconstruction)).isEqualTo(0.9f);
  }

  @Test
  void lossesAreKeras() {
    float[] original = {0, 1, 0.5f};
    float[] reconstruction = {0.2f, 0.9f, 0.5f};
    assertThat(ReconstructionLoss.binaryCrossEntropy(original, reconstruction))
        .isCloseTo((-Math.log(0.8) - Math.log(0.9) - Math.log(0.5)) / 3, within(1e-6));
    assertThat(ReconstructionLoss.meanSquaredError(original, reconstruction))
        .isCloseTo((0.04 + 0.01) / 3, within(1e-6));
    assertThat(ReconstructionLoss.binaryCrossEntropy(new float[] {1}, new float[] {0}))
        .isCloseTo(-Math.log(1e-7), within(1e-6));
  }
}
