package org.aeworkbench.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** What pictures of a digit really look like: each kind in endless variations, given by a seed. */
enum SceneKind {
  PLAIN,
  DESK,
  SCANNER_MARGIN,
  SCANNER_STRIP,
  FRAME_AT_EDGE,
  BOX,
  SMALL_BOX,
  RULED,
  SQUARED,
  TILTED_RULED,
  TILTED_SQUARED,
  GRADIENT,
  SHADOW,
  HARD_SHADOW,
  HAND,
  NOISE,
  TEXTURE,
  PEPPER,
  NEIGHBOUR,
  NEIGHBOUR_DIGIT,
  FINE_PEN,
  BALLPOINT,
  PENCIL,
  LIGHT_ON_DARK,
  COLOURS,
  TRANSPARENT,
  SMALL_ON_LARGE,
  PHOTO_OF_RULED,
  PHOTO_ON_DESK;

  /**
   * A picture and what it shows.
   *
   * @param picture with everything around and over the digit
   * @param plain the digit alone, black on white
   * @param empty the same picture without the digit
   */
  record Example(BufferedImage picture, BufferedImage plain, BufferedImage empty) {}

  /** The correlation that is asked for. */
  double least() {
    return thin() ? 0.75 : 0.9;
  }

  private boolean thin() {
    return this == FINE_PEN || this == BALLPOINT;
  }

  /** Of so many pictures, how many have to be right at least. */
  int right(int pictures) {
    return this == TILTED_SQUARED || this == HAND ? pictures / 2 : pictures * 5 / 6;
  }

  /** Of so many empty sheets, how many have to be blank at least. */
  int blank(int pictures) {
    return this == HAND ? pictures / 2 : pictures * 5 / 6;
  }

  /** False if what is left without the digit is ink all the same. */
  boolean isBlankWhenEmpty() {
    return this != NEIGHBOUR && this != NEIGHBOUR_DIGIT;
  }

  Example example(long seed, float[][] mnist) {
    return new Example(
        picture(seed, mnist, true, false),
        picture(seed, mnist, true, true),
        picture(seed, mnist, false, false));
  }

  private BufferedImage picture(long seed, float[][] mnist, boolean written, boolean plain) {
    SplittableRandom random = new SplittableRandom(seed * 31 + ordinal());
    int width = random.nextInt(300, 700);
    int height = (int) (width * random.nextDouble(0.75, 1.4));
    double share = random.nextDouble(0.3, 0.75);
    if (this == SMALL_ON_LARGE) {
      width = random.nextInt(1300, 2000);
      height = (int) (width * random.nextDouble(0.7, 1.4));
      share = random.nextDouble(0.02, 0.06) * Math.max(width, height) / Math.min(width, height);
    }
    int side = (int) (share * Math.min(width, height));
    int left =
        random.nextInt(
            (int) (0.1 * width), Math.max((int) (0.1 * width) + 1, (int) (0.9 * width) - side));
    int top =
        random.nextInt(
            (int) (0.1 * height), Math.max((int) (0.1 * height) + 1, (int) (0.9 * height) - side));
    Glyph glyph = glyph(random, mnist, side, plain);
    double turn = random.nextDouble(-6, 6);
    if (this != DESK && this != SCANNER_MARGIN && this != PHOTO_ON_DESK) {
      turn = 0;
    }
    if (plain) {
      Scene alone = new Scene(random, side, side, Color.WHITE).write(glyph, Color.BLACK, 0, 0);
      return alone
          .onDesk(Color.WHITE, 0.3, this == SCANNER_MARGIN ? turn / 3 : turn, false)
          .picture();
    }
    Color paper = grey(random, 225, 255);
    Color ink = grey(random, 0, 70);
    if (this == LIGHT_ON_DARK) {
      paper = grey(random, 0, 60);
      ink = grey(random, 150, 255);
    } else if (this == COLOURS) {
      Color[] pair = pairs(random);
      paper = pair[0];
      ink = pair[1];
    } else if (this == PENCIL) {
      int light = random.nextInt(225, 250);
      paper = new Color(light, light, light);
      int dark = light - random.nextInt(22, 60);
      ink = new Color(dark, dark, dark);
    } else if (random.nextInt(3) == 0 || this == BALLPOINT) {
      ink = new Color(random.nextInt(20, 60), random.nextInt(30, 80), random.nextInt(110, 190));
    }
    Scene scene = new Scene(random, width, height, paper);
    lines(scene, random, width);
    if (written) {
      scene.write(glyph, ink, left, top);
    }
    if (this == SMALL_BOX) {
      int gap = (int) (side * random.nextDouble(0.05, 0.3));
      int thickness = 1 + random.nextInt(Math.max(1, side / 40));
      scene.box(
          grey(random, 0, 140),
          Math.max(2, left - gap),
          Math.max(2, top - gap),
          Math.min(side + 2 * gap, width - 4 - left + gap),
          Math.min(side + 2 * gap, height - 4 - top + gap),
          thickness);
    } else if (this == NEIGHBOUR_DIGIT) {
      Glyph other = Glyph.any(random, mnist, side);
      int shown = (int) (side * random.nextDouble(0.25, 0.5));
      boolean before = left > width - left - side;
      scene.write(other, ink, before ? shown - side : width - shown, random.nextInt(height - side));
    }
    around(scene, random, ink, Math.min(width, height), turn);
    return scene.picture();
  }

  private Glyph glyph(SplittableRandom random, float[][] mnist, int side, boolean plain) {
    if (!thin()) {
      return Glyph.any(random, mnist, side);
    }
    int digit = random.nextInt(10);
    double pen = random.nextDouble(0.012, 0.04);
    return Glyph.drawn(digit, plain ? 0.07 : pen, 0.1, side);
  }

  private void lines(Scene scene, SplittableRandom random, int width) {
    if (this == TILTED_RULED || this == TILTED_SQUARED) {
      scene.tilted(
          line(random),
          width * random.nextDouble(0.05, 0.14),
          Math.max(1, width * random.nextDouble(0.0015, 0.005)),
          random.nextDouble(0.7, 5) * (random.nextBoolean() ? 1 : -1),
          this == TILTED_SQUARED);
      return;
    }
    boolean squared = this == SQUARED || this == PHOTO_OF_RULED && random.nextBoolean();
    if (this == RULED || this == PHOTO_OF_RULED || squared) {
      Color line = line(random);
      double pitch = width * random.nextDouble(0.05, 0.14);
      int thickness = Math.max(1, (int) (width * random.nextDouble(0.0015, 0.005)));
      scene.ruled(line, pitch, thickness, true);
      if (squared) {
        scene.ruled(line, pitch, thickness, false);
      }
    }
  }

  private static Color line(SplittableRandom random) {
    return random.nextBoolean()
        ? new Color(random.nextInt(120, 200), random.nextInt(170, 215), random.nextInt(215, 245))
        : random.nextBoolean()
            ? grey(random, 90, 200)
            : new Color(
                random.nextInt(200, 245), random.nextInt(110, 190), random.nextInt(110, 190));
  }

  private void around(Scene scene, SplittableRandom random, Color ink, int shorter, double turn) {
    switch (this) {
      case DESK ->
          scene.onDesk(desk(random), random.nextDouble(0.1, 0.6), turn, random.nextBoolean());
      case SCANNER_MARGIN -> {
        Color dark = grey(random, 0, 40);
        scene.onDesk(dark, random.nextDouble(0.03, 0.2), turn / 3, false);
      }
      case SCANNER_STRIP -> {
        int strip = (int) (shorter * random.nextDouble(0.008, 0.09));
        Color dark = grey(random, 0, 70);
        switch (random.nextInt(4)) {
          case 0 -> scene.fill(dark, 0, 0, strip, scene.height());
          case 1 -> scene.fill(dark, scene.width() - strip, 0, strip, scene.height());
          case 2 -> scene.fill(dark, 0, 0, scene.width(), strip);
          default -> scene.fill(dark, 0, scene.height() - strip, scene.width(), strip);
        }
      }
      case FRAME_AT_EDGE ->
          scene.frame(grey(random, 0, 170), 0, random.nextInt(1, Math.max(2, shorter / 60)));
      case BOX ->
          scene.frame(
              grey(random, 0, 120),
              (int) (shorter * random.nextDouble(0.02, 0.08)),
              random.nextInt(1, Math.max(2, shorter / 90)));
      case GRADIENT ->
          scene
              .gradient(random.nextDouble(0.42, 0.8), random.nextDouble(0, 360))
              .noise(2)
              .jpeg(0.85f);
      case SHADOW ->
          scene
              .shadow(
                  random.nextDouble(0.5, 0.85),
                  random.nextDouble(0, 360),
                  random.nextDouble(-0.3, 0.6),
                  random.nextDouble(0.03, 0.15))
              .noise(2)
              .jpeg(0.9f);
      case HARD_SHADOW ->
          scene
              .shadow(
                  random.nextDouble(0.55, 0.85),
                  random.nextDouble(0, 360),
                  random.nextDouble(-0.3, 0.6),
                  random.nextDouble(0.002, 0.015))
              .noise(2)
              .jpeg(0.9f);
      case HAND ->
          scene
              .hand(random.nextDouble(0.5, 0.85), random.nextDouble(0.005, 0.03))
              .noise(2)
              .jpeg(0.9f);
      case BALLPOINT -> scene.noise(3).jpeg(0.85f);
      case NOISE -> scene.noise(random.nextDouble(5, 25)).jpeg(random.nextInt(50, 95) / 100f);
      case TEXTURE -> scene.texture(random.nextDouble(1, 6), random.nextInt(1, 12)).jpeg(0.9f);
      case PEPPER ->
          scene.pepper(random.nextInt(1, 200), Math.max(1, shorter / 150), grey(random, 0, 80));
      case NEIGHBOUR -> {
        int w = (int) (shorter * random.nextDouble(0.02, 0.05));
        int l = (int) (shorter * random.nextDouble(0.05, 0.3));
        int at = random.nextInt(scene.height() - l);
        scene.fill(ink, random.nextBoolean() ? 0 : scene.width() - w, at, w, l);
      }
      case PENCIL -> scene.noise(random.nextDouble(0.5, 3)).jpeg(0.9f);
      case TRANSPARENT ->
          scene.transparent(
              random.nextBoolean() ? shorter / 12 : 0,
              (int) (shorter * random.nextDouble(0.02, 0.1)));
      case SMALL_ON_LARGE -> scene.noise(1.5).jpeg(0.9f);
      case PHOTO_OF_RULED ->
          scene
              .gradient(random.nextDouble(0.6, 0.95), random.nextDouble(0, 360))
              .noise(3)
              .jpeg(0.85f);
      case PHOTO_ON_DESK ->
          scene
              .onDesk(desk(random), random.nextDouble(0.1, 0.5), turn, true)
              .gradient(random.nextDouble(0.6, 0.95), random.nextDouble(0, 360))
              .noise(3)
              .jpeg(0.85f);
      default -> {}
    }
  }

  private static Color desk(SplittableRandom random) {
    Color[] desks = {
      new Color(0x3B2A20),
      new Color(0x6B4A30),
      new Color(0x202428),
      new Color(0x8A8F94),
      new Color(0x2F4A38),
      new Color(0xA07850),
      new Color(0x101010)
    };
    return desks[random.nextInt(desks.length)];
  }

  private static Color[] pairs(SplittableRandom random) {
    int[][] pairs = {
      {0x008000, 0xFF0000}, {0xFFFFFF, 0xFFF8A0}, {0xFFFFFF, 0xFFEE33}, {0x2060C0, 0xB04040},
      {0xF0E0C0, 0xC02020}, {0x204020, 0xE0E0D0}, {0xFFD0D0, 0xB0D8FF}, {0xC8C8C8, 0xE8A0C0},
      {0x808080, 0x20A020}, {0xFFFF80, 0x40C0FF}
    };
    int[] pair = pairs[random.nextInt(pairs.length)];
    return new Color[] {new Color(pair[0]), new Color(pair[1])};
  }

  private static Color grey(SplittableRandom random, int from, int to) {
    int level = random.nextInt(from, to + 1);
    return new Color(level, level, level);
  }
}
