package org.aeworkbench.imports;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.aeworkbench.imports.source.Content;
import org.aeworkbench.imports.source.DataSource;
import org.aeworkbench.imports.source.Item;
import org.aeworkbench.imports.source.Items;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;

/** A look at some images of a source: how large they are, and of which colours. */
final class Look {
  /** So many are looked at. */
  private static final int SAMPLE = 64;

  /** Edges lighter than that are paper. */
  private static final int LIGHT = 170;

  /** Differences of channels that nobody sees are no colours: of JPEG, for instance. */
  private static final int GREY_TOLERANCE = 12;

  private record Seen(int height, int width, boolean colour, int edge) {}

  private final List<Seen> seen = new ArrayList<>();

  private Look() {}

  /** What a source holds. */
  static Found at(DataSource source) {
    Look look = new Look();
    List<String> classes;
    try (Items items = source.sample(SAMPLE)) {
      for (Item item = items.next(); item != null; item = items.next()) {
        look.see(item.content());
      }
      classes = items.classes();
    }
    return new Found(
        source.name(),
        source.kind(),
        source.count(),
        classes,
        source.saysParts(),
        look.sizes(),
        look.isColoured(),
        look.isLight(),
        look.shape());
  }

  private void see(Content content) {
    try {
      switch (content) {
        case Content.Picture picture -> see(picture.read());
        case Content.Row row -> see(Conversion.picture(row.read()));
        case Content.Pixels pixels -> see(Conversion.picture(pixels));
      }
    } catch (ProblemException | OutOfMemoryError e) {
      // The import says so.
    }
  }

  private void see(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean colour = false;
    long edge = 0;
    int edges = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int argb = picture.getRGB(x, y);
        colour |= isColour(argb);
        if (y == 0 || x == 0 || y == height - 1 || x == width - 1) {
          edge += argb >>> 24 < 128 ? 255 : argb >> 8 & 0xFF;
          edges++;
        }
      }
    }
    seen.add(new Seen(height, width, colour, (int) (edge / edges)));
  }

  private static boolean isColour(int argb) {
    int red = argb >> 16 & 0xFF;
    int green = argb >> 8 & 0xFF;
    int blue = argb & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    return argb >>> 24 > 0 && most - Math.min(red, Math.min(green, blue)) > GREY_TOLERANCE;
  }

  private boolean isColoured() {
    return seen.stream().anyMatch(Seen::colour);
  }

  private boolean isLight() {
    return !seen.isEmpty() && median(Seen::edge) > LIGHT;
  }

  private String sizes() {
    if (seen.isEmpty()) {
      return "";
    }
    Comparator<Seen> byArea = Comparator.comparingLong(one -> (long) one.width() * one.height());
    Seen least = seen.stream().min(byArea).orElseThrow();
    Seen most = seen.stream().max(byArea).orElseThrow();
    String from = least.width() + "×" + least.height();
    String to = most.width() + "×" + most.height();
    return from.equals(to) ? from : from + " to " + to;
  }

  /** Their own shape if that is one, else a square of their median side. */
  private ImageShape shape() {
    int channels = isColoured() ? 3 : 1;
    if (seen.isEmpty()) {
      return ImageShape.MNIST;
    }
    Seen first = seen.getFirst();
    boolean alike =
        seen.stream()
            .allMatch(one -> one.height() == first.height() && one.width() == first.width());
    if (alike && Math.max(first.height(), first.width()) <= ImageShape.MAX_SIDE) {
      return new ImageShape(first.height(), first.width(), channels);
    }
    int side =
        Math.clamp(median(one -> Math.min(one.height(), one.width())), 1, ImageShape.MAX_SIDE);
    return new ImageShape(side, side, channels);
  }

  private int median(ToIntFunction<Seen> number) {
    return seen.stream().mapToInt(number).sorted().skip(seen.size() / 2).findFirst().orElse(0);
  }
}
