package org.aeworkbench.pictures.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.aeworkbench.pictures.formats.Frame.After;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnimationTest {
  private static final int SIDE = 10;
  private static final Frame WHOLE = new Frame(0, 0, SIDE, SIDE, After.STAY, true);

  private record Part(Frame frame, @Nullable BufferedImage image) {}

  private record Parts(List<Part> parts) implements Animation.Frames {
    @Override
    public int count() {
      return parts.size();
    }

    @Override
    public Frame frame(int index) {
      return parts.get(index).frame();
    }

    @Override
    public @Nullable BufferedImage image(int index) {
      return parts.get(index).image();
    }
  }

  private static BufferedImage play(Part... parts) throws IOException {
    return Animation.firstInk(SIDE, SIDE, new Parts(List.of(parts)));
  }

  private static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  private static Part square(int left, Color colour, After after, boolean blended) {
    return new Part(new Frame(left, 2, 3, 3, after, blended), plain(3, 3, colour));
  }

  @Test
  void emptyPicturesAreSkippedUntilThereIsInk() throws IOException {
    Part paper = new Part(WHOLE, plain(SIDE, SIDE, Color.WHITE));
    BufferedImage seen =
        play(
            paper,
            paper,
            square(4, Color.BLACK, After.STAY, true),
            square(0, Color.BLUE, After.STAY, true));
    assertThat(seen.getRGB(5, 3)).isEqualTo(0xFF000000);
    assertThat(seen.getRGB(0, 2)).as("the later one is not looked at").isEqualTo(0xFFFFFFFF);
    assertThat(seen.getColorModel().hasAlpha()).isFalse();
  }

  @Test
  void whatFadesInIsTakenWhenItIsThere() throws IOException {
    Part paper = new Part(WHOLE, plain(SIDE, SIDE, Color.WHITE));
    Part[] fading = {
      paper,
      square(4, new Color(250, 250, 250), After.STAY, true),
      square(4, new Color(220, 220, 220), After.STAY, true),
      square(4, new Color(30, 30, 30), After.STAY, true)
    };
    assertThat(play(fading).getRGB(5, 3) & 255).isEqualTo(30);
    assertThat(play(fading[0], fading[1], fading[2]).getRGB(5, 3) & 255)
        .as("the strongest that there is")
        .isEqualTo(220);
  }

  @Test
  void framesGoAsTheirDisposalSays() throws IOException {
    Part paper = new Part(WHOLE, plain(SIDE, SIDE, Color.WHITE));
    Color faint = new Color(250, 250, 250);
    BufferedImage cleared =
        play(paper, square(0, faint, After.CLEAR, true), square(6, Color.BLACK, After.STAY, true));
    assertThat(cleared.getRGB(1, 3) >>> 24).isZero();
    BufferedImage back =
        play(paper, square(0, faint, After.BACK, true), square(6, Color.BLACK, After.STAY, true));
    assertThat(back.getRGB(1, 3)).isEqualTo(0xFFFFFFFF);
    BufferedImage kept =
        play(paper, square(0, faint, After.STAY, true), square(6, Color.BLACK, After.STAY, true));
    assertThat(kept.getRGB(1, 3)).isEqualTo(faint.getRGB());
  }

  @Test
  void transparentPixelsShowWhatIsBelowUnlessTheyReplaceIt() throws IOException {
    Part paper = new Part(WHOLE, plain(SIDE, SIDE, Color.WHITE));
    Color half = new Color(0, 0, 0, 128);
    assertThat(play(paper, square(4, half, After.STAY, true)).getRGB(5, 3)).isEqualTo(0xFF7F7F7F);
    BufferedImage replaced = play(paper, square(4, half, After.STAY, false));
    assertThat(replaced.getRGB(5, 3) >>> 24).isEqualTo(128);
  }

  @Test
  void aDamagedFrameEndsIt() throws IOException {
    Part paper = new Part(WHOLE, plain(SIDE, SIDE, Color.WHITE));
    Part damaged = new Part(WHOLE, null);
    assertThat(play(paper, damaged, paper).getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThatThrownBy(() -> play(damaged, paper)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> play()).isInstanceOf(IOException.class);
  }
}
