package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pictures of thousands of pieces, which took minutes when each joining looked at all pairs. */
class ManyPiecesTest {
  @Test
  void thousandsOfBrokenDigitsAreEachOne() {
    Scene scene = new Scene(new SplittableRandom(1), 1024, 1024, Color.WHITE);
    for (int y = 8; y < 1010; y += 16) {
      for (int x = 8; x < 1010; x += 16) {
        scene.fill(Color.BLACK, x, y, 11, 2).fill(Color.BLACK, x, y + 4, 11, 2);
      }
    }

    DigitPicture seen = DigitPipeline.apply(scene.picture());

    assertThat(seen.digits()).isEqualTo(63 * 63);
  }
}
