package org.aeworkbench.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture in the making: paper with things on it, photographed. Coordinates are pixels. */
final class Scene {
  private final SplittableRandom random;
  private final Color paper;
  private BufferedImage picture;

  Scene(SplittableRandom random, int width, int height, Color paper) {
    this.random = random;
    this.paper = paper;
    picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(paper, 0, 0, width, height);
  }

  int width() {
    return picture.getWidth();
  }

  int height() {
    return picture.getHeight();
  }

  BufferedImage picture() {
    return picture;
  }

  /** A filled rectangle. */
  Scene fill(Color colour, int left, int top, int width, int height) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(left, top, width, height);
    graphics.dispose();
    return this;
  }

  /** A digit's ink over what is there. */
  Scene write(Glyph glyph, Color ink, int left, int top) {
    for (int y = 0; y < glyph.side(); y++) {
      for (int x = 0; x < glyph.side(); x++) {
        if (left + x >= 0 && top + y >= 0 && left + x < width() && top + y < height()) {
          int under = picture.getRGB(left + x, top + y);
          float share = glyph.ink()[y * glyph.side() + x];
          picture.setRGB(left + x, top + y, mixed(under, ink.getRGB(), share));
        }
      }
    }
    return this;
  }

  /** Level or upright lines from edge to edge. */
  Scene ruled(Color colour, double pitch, int thickness, boolean level) {
    int start = (int) (random.nextDouble() * pitch);
    for (double at = start; at < (level ? height() : width()); at += pitch) {
      int place = (int) Math.round(at);
      if (level) {
        fill(colour, 0, place, width(), thickness);
      } else {
        fill(colour, place, 0, thickness, height());
      }
    }
    return this;
  }

  /** Lines from edge to edge, so many degrees from level; on squared paper also across. */
  Scene tilted(Color colour, double pitch, double thickness, double degrees, boolean squared) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke((float) thickness));
    graphics.translate(width() / 2.0, height() / 2.0);
    graphics.rotate(Math.toRadians(degrees));
    double reach = Math.hypot(width(), height());
    double start = random.nextDouble() * pitch - reach;
    for (double at = start; at < reach; at += pitch) {
      graphics.draw(new Line2D.Double(-reach, at, reach, at));
      if (squared) {
        graphics.draw(new Line2D.Double(at, -reach, at, reach));
      }
    }
    graphics.dispose();
    return this;
  }

  /** The outline of a rectangle at an equal distance from all edges. */
  Scene frame(Color colour, int inset, int thickness) {
    return box(colour, inset, inset, width() - 2 * inset, height() - 2 * inset, thickness);
  }

  /** The outline of a rectangle. */
  Scene box(Color colour, int left, int top, int w, int h, int thickness) {
    return fill(colour, left, top, w, thickness)
        .fill(colour, left, top + h - thickness, w, thickness)
        .fill(colour, left, top, thickness, h)
        .fill(colour, left + w - thickness, top, thickness, h);
  }

  /** Single dark pixels or small squares. */
  Scene pepper(int count, int size, Color colour) {
    for (int i = 0; i < count; i++) {
      int w = 1 + random.nextInt(size);
      fill(colour, random.nextInt(width() - w), random.nextInt(height() - w), w, w);
    }
    return this;
  }

  /** The sheet turned and laid on something larger. */
  Scene onDesk(Color desk, double margin, double degrees, boolean grain) {
    int w = (int) (width() * (1 + 2 * margin));
    int h = (int) (height() * (1 + 2 * margin));
    BufferedImage scene = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      double wave = grain ? 8 * Math.sin(y / (h / 60.0) + 3 * Math.sin(y / (h / 9.0))) : 0;
      for (int x = 0; x < w; x++) {
        scene.setRGB(x, y, scaled(desk.getRGB(), 1 + (grain ? wave / 128 : 0)));
      }
    }
    Graphics2D graphics = scene.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = new AffineTransform();
    place.translate(w / 2.0, h / 2.0);
    place.rotate(Math.toRadians(degrees));
    place.translate(-width() / 2.0, -height() / 2.0);
    graphics.drawImage(picture, place, null);
    graphics.dispose();
    picture = scene;
    return this;
  }

  /** Light that falls from 1 to some share from one side to the other, at any angle. */
  Scene gradient(double least, double degrees) {
    double dx = Math.cos(Math.toRadians(degrees));
    double dy = Math.sin(Math.toRadians(degrees));
    double reach = (Math.abs(dx) * width() + Math.abs(dy) * height()) / 2;
    return light(
        (x, y) -> {
          double along = ((x - width() / 2.0) * dx + (y - height() / 2.0) * dy) / reach;
          return 1 - (1 - least) * (along + 1) / 2;
        });
  }

  /** A shadow with a soft edge that comes in from a side. */
  Scene shadow(double share, double degrees, double depth, double softness) {
    double dx = Math.cos(Math.toRadians(degrees));
    double dy = Math.sin(Math.toRadians(degrees));
    double reach = (Math.abs(dx) * width() + Math.abs(dy) * height()) / 2;
    double bend = random.nextDouble(-0.3, 0.3);
    return light(
        (x, y) -> {
          double along = ((x - width() / 2.0) * dx + (y - height() / 2.0) * dy) / reach;
          double across = ((x - width() / 2.0) * dy - (y - height() / 2.0) * dx) / reach;
          double edge = along - depth + bend * across * across;
          return 1 - (1 - share) / (1 + Math.exp(-edge / softness));
        });
  }

  /** The shadow of a hand: fingers that reach in from below, their edges soft. */
  Scene hand(double share, double softness) {
    int fingers = 3 + random.nextInt(3);
    double first = random.nextDouble(0.1, 0.4);
    double reach = random.nextDouble(0.2, 0.6);
    double lean = random.nextDouble(-0.4, 0.4);
    return light(
        (x, y) -> {
          double u = x / (double) width();
          double v = 1 - y / (double) height();
          double deepest = -1;
          for (int i = 0; i < fingers; i++) {
            double middle = first + 0.13 * i + lean * v;
            double tip = reach * (1 - 0.12 * Math.abs(i - 1.5));
            double across = 0.055 - Math.abs(u - middle);
            deepest = Math.max(deepest, Math.min(across, tip - v));
          }
          double palm = Math.min(0.3 - Math.abs(u - first - 0.2 - lean * v), 0.4 * reach - v);
          deepest = Math.max(deepest, palm);
          return 1 - (1 - share) / (1 + Math.exp(-deepest / softness));
        });
  }

  private interface Light {
    double at(int x, int y);
  }

  private Scene light(Light light) {
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        picture.setRGB(x, y, scaled(picture.getRGB(x, y), light.at(x, y)));
      }
    }
    return this;
  }

  /** The fibres of rough paper: blurred noise, so many grey levels up and down. */
  Scene texture(double levels, int grain) {
    int columns = width() / grain + 2;
    double[] values = new double[columns * (height() / grain + 2)];
    for (int i = 0; i < values.length; i++) {
      values[i] = normal();
    }
    return light(
        (x, y) -> {
          double u = x / (double) grain;
          double v = y / (double) grain;
          int at = (int) v * columns + (int) u;
          double right = u - (int) u;
          double down = v - (int) v;
          double upper = values[at] * (1 - right) + values[at + 1] * right;
          double lower = values[at + columns] * (1 - right) + values[at + columns + 1] * right;
          return 1 + levels / 255 * (upper * (1 - down) + lower * down);
        });
  }

  /** Normal noise, each channel by itself. */
  Scene noise(double sigma) {
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        int rgb = picture.getRGB(x, y);
        int noisy = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          double value = (rgb >> shift & 0xFF) + sigma * normal();
          noisy |= (int) Math.clamp(value, 0.0, 255.0) << shift;
        }
        picture.setRGB(x, y, noisy);
      }
    }
    return this;
  }

  /** Nearly: the sum of four uniform numbers (Irwin and Hall), which is quicker. */
  private double normal() {
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    return (sum + random.nextDouble() - 2) * Math.sqrt(3);
  }

  /** Written as JPEG and read again. */
  Scene jpeg(float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(picture, null, null), param);
      }
      picture = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return this;
  }

  /** A see-through margin around, or round corners. */
  Scene transparent(int margin, int radius) {
    BufferedImage clear =
        new BufferedImage(width() + 2 * margin, height() + 2 * margin, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        double dx = Math.max(0, Math.max(radius - x, x - (width() - 1 - radius)));
        double dy = Math.max(0, Math.max(radius - y, y - (height() - 1 - radius)));
        if (dx * dx + dy * dy <= (double) radius * radius) {
          clear.setRGB(x + margin, y + margin, 0xFF000000 | picture.getRGB(x, y));
        }
      }
    }
    picture = clear;
    return this;
  }

  Color paper() {
    return paper;
  }

  private static int mixed(int under, int over, float share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      float value = (under >> shift & 0xFF) * (1 - share) + (over >> shift & 0xFF) * share;
      mixed |= Math.round(value) << shift;
    }
    return mixed;
  }

  private static int scaled(int rgb, double factor) {
    int scaled = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      scaled |= (int) Math.clamp((rgb >> shift & 0xFF) * factor, 0.0, 255.0) << shift;
    }
    return scaled;
  }
}
