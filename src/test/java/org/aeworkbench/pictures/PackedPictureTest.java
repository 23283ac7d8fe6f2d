package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PackedPictureTest {
  @Test
  void aScreenshotTakesATenthAndComesBackAsItWas() {
    BufferedImage picture = Pictures.two(1280, 800, Color.WHITE, new Color(0x3050A0));
    PackedPicture packed = PackedPicture.of(picture);
    assertThat(packed.size()).isLessThan(1280 * 800 * 4 / 10);
    BufferedImage back = packed.read();
    assertThat(back.getWidth()).isEqualTo(1280);
    for (int i = 0; i < 1280 * 800; i += 7) {
      assertThat(back.getRGB(i % 1280, i / 1280)).isEqualTo(picture.getRGB(i % 1280, i / 1280));
    }
  }

  @Test
  void transparencyIsKept() {
    BufferedImage picture = Pictures.two(60, 40, new Color(0, 0, 0, 0), Color.RED);
    BufferedImage back = PackedPicture.of(picture).read();
    for (int i = 0; i < 60 * 40; i++) {
      assertThat(back.getRGB(i % 60, i / 60) >>> 24)
          .isEqualTo(picture.getRGB(i % 60, i / 60) >>> 24);
    }
  }

  @Test
  void aHugeOneIsThinned() {
    BufferedImage picture = new BufferedImage(9000, 30, BufferedImage.TYPE_INT_RGB);
    BufferedImage back = PackedPicture.of(picture).read();
    assertThat(back.getWidth()).isEqualTo(3000);
    assertThat(back.getHeight()).isEqualTo(10);
  }
}
