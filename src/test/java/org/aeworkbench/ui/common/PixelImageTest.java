package org.aeworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.junit.jupiter.api.Test;

class PixelImageTest {
  private static final int SCALE = 4;

  private final float[] original = new float[Dataset.PIXELS];
  private final float[] reconstruction = new float[Dataset.PIXELS];

  @Test
  void greyPixelsAreSquaresWithHardEdges() {
    original[3 * 28 + 5] = 1;
    original[3 * 28 + 6] = 0.5f;
    BufferedImage picture = shown(image -> image.show(ImageShape.MNIST, original));
    for (int y = 0; y < 28 * SCALE; y++) {
      for (int x = 0; x < 28 * SCALE; x++) {
        boolean row = y / SCALE == 3;
        int expected =
            row && x / SCALE == 5 ? 0xFFFFFFFF : row && x / SCALE == 6 ? 0xFF808080 : 0xFF000000;
        assertThat(picture.getRGB(x, y)).as("pixel %d, %d", x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void errorsAreOrangeWhereInkIsTooMuchAndBlueWhereItIsMissing() {
    reconstruction[0] = 1;
    original[1] = 1;
    BufferedImage picture =
        shown(
            image -> image.showError(ImageShape.MNIST, original, reconstruction, ErrorChannel.ALL));
    assertThat(picture.getRGB(1, 1)).isEqualTo(0xFFE8590C);
    assertThat(picture.getRGB(SCALE + 1, 1)).isEqualTo(0xFF1C7ED6);
    assertThat(picture.getRGB(2 * SCALE + 1, 1)).as("no error: background").isEqualTo(0xFFFFFFFF);
  }

  @Test
  void aSecondImageReplacesTheFirst() {
    PixelImage image = Fx.get(() -> new PixelImage(28 * SCALE));
    Scene scene = Fx.get(() -> new Scene(new StackPane(image)));
    original[0] = 1;
    Fx.run(() -> image.show(ImageShape.MNIST, original));
    assertThat(Fx.picture(scene).getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    Fx.run(() -> image.show(ImageShape.MNIST, reconstruction));
    assertThat(Fx.picture(scene).getRGB(0, 0)).isEqualTo(0xFF000000);
    Fx.run(image::clear);
    assertThat(Fx.get(image::argb)).containsOnly(0);
  }

  private static BufferedImage shown(Consumer<PixelImage> drawing) {
    PixelImage image = Fx.get(() -> new PixelImage(28 * SCALE));
    Scene scene = Fx.get(() -> new Scene(new StackPane(image)));
    Fx.run(() -> drawing.accept(image));
    return Fx.picture(scene);
  }
}
