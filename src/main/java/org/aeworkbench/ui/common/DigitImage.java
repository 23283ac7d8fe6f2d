package org.aeworkbench.ui.common;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.aeworkbench.analysis.ErrorMap;
import org.aeworkbench.datasets.Dataset;

/**
 * A 28×28 image drawn with hard pixel edges: grey as the network sees it, or the error of a
 * reconstruction as a heat map.
 *
 * <p>Grey: 0 is black, 1 is white in both themes, as in the lab's pictures. Error: the colours of
 * {@link ErrorMap}, transparent where the network is right, so that the theme's background (style
 * class {@code digit-image}) shows through. Only for the FX thread; showing 784 numbers takes
 * microseconds and makes no garbage.
 */
public final class DigitImage extends Region {
  private static final int SIDE = Dataset.ROWS;

  private final int[] argb = new int[Dataset.PIXELS];
  private final ImageView view = new ImageView();
  private int scale;
  private int[] magnified = {};
  private PixelBuffer<IntBuffer> buffer = buffer(1, new int[Dataset.PIXELS]);

  /**
   * @param size edge in pixels on screen; a multiple of 28 makes all pixels of one size
   */
  public DigitImage(double size) {
    view.setSmooth(false);
    view.setMouseTransparent(true);
    getChildren().add(view);
    getStyleClass().add("digit-image");
    setSize(size);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /** Changes the edge length, in pixels on screen. */
  public void setSize(double size) {
    setPrefSize(size, size);
    // Magnified here rather than by the ImageView: the software pipeline smooths in any case.
    int wanted = Math.max(1, (int) Math.ceil(size / SIDE));
    if (wanted != scale) {
      scale = wanted;
      magnified = new int[Dataset.PIXELS * scale * scale];
      buffer = buffer(scale, magnified);
      view.setImage(new WritableImage(buffer));
      repaint();
    }
  }

  /**
   * Shows an image in grey.
   *
   * @param pixels 784 numbers, clamped to 0…1
   */
  public void show(float[] pixels) {
    for (int i = 0; i < argb.length; i++) {
      int grey = Math.round(Math.clamp(pixels[i], 0f, 1f) * 255);
      argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
    }
    repaint();
  }

  /**
   * Shows where a reconstruction errs.
   *
   * @param original 784 numbers
   * @param reconstruction 784 numbers
   */
  public void showError(float[] original, float[] reconstruction) {
    for (int i = 0; i < argb.length; i++) {
      argb[i] = ErrorMap.premultiplied(reconstruction[i] - original[i]);
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
    view.setFitWidth(getWidth() - left - snappedRightInset());
    view.setFitHeight(getHeight() - top - snappedBottomInset());
    view.relocate(left, top);
  }

  private void repaint() {
    int width = SIDE * scale;
    for (int y = 0; y < SIDE; y++) {
      int first = y * scale * width;
      for (int x = 0; x < SIDE; x++) {
        int from = first + x * scale;
        Arrays.fill(magnified, from, from + scale, argb[y * SIDE + x]);
      }
      for (int row = 1; row < scale; row++) {
        System.arraycopy(magnified, first, magnified, first + row * width, width);
      }
    }
    buffer.updateBuffer(ignored -> new Rectangle2D(0, 0, width, width));
  }

  private static PixelBuffer<IntBuffer> buffer(int scale, int[] pixels) {
    return new PixelBuffer<>(
        SIDE * scale, SIDE * scale, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }
}
