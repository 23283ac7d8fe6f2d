package org.aeworkbench.ui.common;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/** Runs test code on the FX thread of the display-free platform and looks at what it shows. */
public final class Fx {
  /** Below JUnit's own, which would not say what was waited for. */
  private static final long PATIENCE_SECONDS = Long.getLong("fx.patience", 240);

  private Fx() {}

  /** The result of work on the FX thread; its exception is thrown here. */
  public static <T> T get(Callable<T> work) {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Work on the FX thread, done when this returns. */
  public static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits, looking after every pulse, until a condition holds on the FX thread. */
  public static void await(String what, Callable<Boolean> condition) {
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (condition.call()) {
                held.complete(true);
                stop();
              }
            } catch (Throwable e) {
              held.completeExceptionally(e);
              stop();
            }
          }
        };
    run(timer::start);
    try {
      held.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      run(timer::stop);
      throw new AssertionError("waited in vain until " + what, e);
    }
  }

  /** What a scene shows. */
  public static BufferedImage picture(Scene scene) {
    WritableImage image = get(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return copy;
  }

  /** What a node shows, a number for each pixel; on the FX thread. */
  public static int[] pixels(Node node) {
    WritableImage image = node.snapshot(null, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  /** Writes what a scene shows to {@code target/pictures/name.png}, for people to look at. */
  public static void save(Scene scene, String name) {
    try {
      File file = new File("target/pictures/" + name + ".png");
      file.getParentFile().mkdirs();
      ImageIO.write(picture(scene), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
