package org.aeworkbench.ui.common;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorMap;
import org.aeworkbench.figures.PixelColour;
import org.aeworkbench.model.ImageShape;

/**
 * An image of a network, of any shape, drawn with hard pixel edges in the middle of a square: as
 * the network sees it, or the error of a reconstruction as a heat map.
 *
 * <p>Grey: 0 is black, 1 is white in both themes, as in the lab's pictures; colour as it is. Error:
 * the colours of {@link ErrorMap}, transparent where the network is right, so that the theme's
 * background (style class {@code pixel-image}) shows through. Only for the FX thread; showing 784
 * numbers takes microseconds and makes no garbage.
 */
public final class PixelImage extends Region {
  private final ImageView view = new ImageView();
  private ImageShape shape = ImageShape.MNIST;
  private int[] argb = new int[shape.height() * shape.width()];
  private int scale;
  private int[] magnified = {};
  private PixelBuffer<IntBuffer> buffer = buffer(1, 1, new int[1]);

  /**
   * @param size edge in pixels on screen; a multiple of the image's longer side makes all pixels of
   *     one size, see {@link #within}
   */
  public PixelImage(double size) {
    view.setMouseTransparent(true);
    getChildren().add(view);
    getStyleClass().add("pixel-image");
    setSize(size);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /**
   * The largest size in which all pixels of an image are of one size on the screen.
   *
   * @param most edge that there is room for; an image that is larger is as large as it is
   */
  public static double within(ImageShape shape, double most) {
    int side = side(shape);
    return side * Math.max(1, Math.floor(most / side));
  }

  /**
   * A size for where there is little room: the largest in which pixels are of one size, or of one
   * and a half. An image that is larger is made smaller.
   *
   * @param most edge that there is room for
   */
  public static double small(ImageShape shape, double most) {
    double half = side(shape) / 2.0;
    double steps = Math.floor(most / half);
    return steps < 2 ? most : Math.floor(half * steps);
  }

  /** Changes the edge length, in pixels on screen. */
  public void setSize(double size) {
    setPrefSize(size, size);
    magnify();
  }

  /**
   * Shows an image.
   *
   * @param values [channel][row][column], clamped to 0…1
   */
  public void show(ImageShape of, float[] values) {
    take(of);
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | PixelColour.rgb(of, values, i);
    }
    repaint();
  }

  /**
   * Shows where a reconstruction errs.
   *
   * @param original [channel][row][column]
   * @param reconstruction [channel][row][column]
   * @param channel whose error is shown
   */
  public void showError(
      ImageShape of, float[] original, float[] reconstruction, ErrorChannel channel) {
    take(of);
    for (int i = 0; i < argb.length; i++) {
      argb[i] = ErrorMap.premultiplied(channel.error(of, i, original, reconstruction));
    }
    repaint();
  }

  /** Shows nothing: the tile's own background. */
  public void clear() {
    Arrays.fill(argb, 0);
    repaint();
  }

  /** What is shown, as premultiplied ARGB, row-major: for tests and for the clipboard. */
  public int[] argb() {
    return argb.clone();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double height = getHeight() - top - snappedBottomInset();
    double shownWidth = width * shape.width() / side(shape);
    double shownHeight = height * shape.height() / side(shape);
    view.setFitWidth(shownWidth);
    view.setFitHeight(shownHeight);
    view.relocate(
        left + Math.floor((width - shownWidth) / 2), top + Math.floor((height - shownHeight) / 2));
  }

  private void take(ImageShape other) {
    if (!other.equals(shape)) {
      shape = other;
      argb = new int[shape.height() * shape.width()];
      scale = 0;
      magnify();
      requestLayout();
    }
  }

  private void magnify() {
    double size = getPrefWidth();
    // Magnified here rather than by the ImageView: the software pipeline smooths in any case.
    int wanted = Math.max(1, (int) Math.ceil(size / side(shape)));
    if (wanted != scale) {
      scale = wanted;
      magnified = new int[argb.length * scale * scale];
      buffer = buffer(shape.width() * scale, shape.height() * scale, magnified);
      view.setImage(new WritableImage(buffer));
      repaint();
    }
    // A picture with lines left out would be worse than a soft one.
    view.setSmooth(size < side(shape));
  }

  private void repaint() {
    int width = shape.width() * scale;
    for (int y = 0; y < shape.height(); y++) {
      int first = y * scale * width;
      for (int x = 0; x < shape.width(); x++) {
        int from = first + x * scale;
        Arrays.fill(magnified, from, from + scale, argb[y * shape.width() + x]);
      }
      for (int row = 1; row < scale; row++) {
        System.arraycopy(magnified, first, magnified, first + row * width, width);
      }
    }
    buffer.updateBuffer(ignored -> new Rectangle2D(0, 0, width, shape.height() * scale));
  }

  private static int side(ImageShape shape) {
    return Math.max(shape.height(), shape.width());
  }

  private static PixelBuffer<IntBuffer> buffer(int width, int height, int[] pixels) {
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }
}
