package org.aeworkbench.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A MNIST digit on a sheet with two or three faults at once, as photos have them.
 *
 * @param faults of different groups
 * @param picture with everything around and over the digit
 * @param plain the digit alone, black on white
 */
record FaultMix(Set<Fault> faults, BufferedImage picture, BufferedImage plain) {
  /** What befalls a digit on its way to the program; at most one of each group. */
  enum Fault {
    RULED(0),
    SQUARED(0),
    TEXTURE(0),
    BOX(0),
    FAINT(1),
    BLUE(1),
    PEPPER(2),
    NEIGHBOUR(2),
    GRADIENT(3),
    SHADOW(3),
    DESK(4),
    MARGIN(4),
    NOISE(5),
    JPEG(5);

    private final int group;

    Fault(int group) {
      this.group = group;
    }
  }

  static FaultMix of(long seed, float[][] mnist) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Fault> faults = faults(random);
    int width = random.nextInt(300, 700);
    int height = (int) (width * random.nextDouble(0.75, 1.4));
    int side = (int) (random.nextDouble(0.3, 0.7) * Math.min(width, height));
    int left = random.nextInt(width / 8, Math.max(width / 8 + 1, width * 7 / 8 - side));
    int top = random.nextInt(height / 8, Math.max(height / 8 + 1, height * 7 / 8 - side));
    Glyph glyph = Glyph.enlarged(mnist[random.nextInt(mnist.length)], side);
    double turn = faults.contains(Fault.DESK) ? random.nextDouble(-6, 6) : 0;
    boolean faint = faults.contains(Fault.FAINT);
    int light = random.nextInt(228, 253);
    int dark = faint ? light - random.nextInt(30, 70) : random.nextInt(10, 70);
    Color ink =
        faults.contains(Fault.BLUE)
            ? new Color(random.nextInt(20, 60), random.nextInt(30, 80), random.nextInt(120, 190))
            : new Color(dark, dark, dark);
    Scene scene = new Scene(random, width, height, new Color(light, light, light - 4));
    paper(scene, faults, random, faint ? light - random.nextInt(8, 25) : random.nextInt(130, 205));
    scene.write(glyph, ink, left, top);
    marks(scene, faults, random, ink);
    light(scene, faults, random);
    int shorter = Math.min(width, height);
    if (faults.contains(Fault.DESK)) {
      scene.onDesk(new Color(0x3B2A20), random.nextDouble(0.1, 0.5), turn, true);
    } else if (faults.contains(Fault.MARGIN)) {
      scene.onDesk(new Color(0x101010), random.nextDouble(10, 60) / shorter, 0, false);
    }
    if (faults.contains(Fault.NOISE)) {
      scene.noise(random.nextDouble(1, faint ? 4 : 10));
    } else if (faults.contains(Fault.JPEG)) {
      scene.jpeg(random.nextInt(40, 90) / 100f);
    }
    BufferedImage plain =
        new Scene(random, side, side, Color.WHITE)
            .write(glyph, Color.BLACK, 0, 0)
            .onDesk(Color.WHITE, 0.3, turn, false)
            .picture();
    return new FaultMix(faults, scene.picture(), plain);
  }

  private static Set<Fault> faults(SplittableRandom random) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    int wanted = random.nextInt(2, 4);
    while (faults.size() < wanted) {
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      if (faults.stream().noneMatch(other -> other.group == fault.group)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static void paper(Scene scene, Set<Fault> faults, SplittableRandom random, int level) {
    Color line = new Color(level, Math.min(255, level + 10), Math.min(255, level + 25));
    double pitch = scene.width() * random.nextDouble(0.06, 0.14);
    int thickness = Math.max(1, (int) (scene.width() * random.nextDouble(0.0015, 0.004)));
    if (faults.contains(Fault.RULED) || faults.contains(Fault.SQUARED)) {
      scene.ruled(line, pitch, thickness, true);
    }
    if (faults.contains(Fault.SQUARED)) {
      scene.ruled(line, pitch, thickness, false);
    } else if (faults.contains(Fault.TEXTURE)) {
      scene.texture(random.nextDouble(1, 4), random.nextInt(1, 10));
    } else if (faults.contains(Fault.BOX)) {
      scene.frame(line, scene.width() / random.nextInt(15, 40), thickness);
    }
  }

  private static void marks(Scene scene, Set<Fault> faults, SplittableRandom random, Color ink) {
    if (faults.contains(Fault.PEPPER)) {
      scene.pepper(random.nextInt(1, 100), Math.max(1, scene.width() / 200), ink);
    } else if (faults.contains(Fault.NEIGHBOUR)) {
      int w = Math.max(3, scene.width() / random.nextInt(20, 40));
      int l = scene.height() / random.nextInt(4, 12);
      scene.fill(
          ink,
          random.nextBoolean() ? 0 : scene.width() - w,
          random.nextInt(scene.height() - l),
          w,
          l);
    }
  }

  private static void light(Scene scene, Set<Fault> faults, SplittableRandom random) {
    if (faults.contains(Fault.GRADIENT)) {
      scene.gradient(random.nextDouble(0.5, 0.9), random.nextDouble(0, 360));
    } else if (faults.contains(Fault.SHADOW)) {
      scene.shadow(
          random.nextDouble(0.55, 0.85),
          random.nextDouble(0, 360),
          random.nextDouble(-0.3, 0.6),
          random.nextDouble(0.03, 0.15));
    }
  }
}
