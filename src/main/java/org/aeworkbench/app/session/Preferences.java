package org.aeworkbench.app.session;

import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.Presets;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one session to the next.
 *
 * @param width of the window
 * @param height of the window
 * @param maximized whether it filled the screen
 * @param theme as chosen
 * @param choice plan and network as chosen last
 * @param recent models, the latest first
 * @param data sets that were imported, the latest first
 * @param folder that the last dialog ended in, null if there was none
 * @param tab that was in front
 * @param smoothing of the batch losses, 0…{@link #MAX_SMOOTHING}
 * @param logarithmic whether the loss axis is
 * @param speed floating-point operations a second of the last training, 0 if none is known
 */
public record Preferences(
    double width,
    double height,
    boolean maximized,
    ThemeChoice theme,
    PlanChoice choice,
    List<Path> recent,
    List<KnownData> data,
    @Nullable Path folder,
    TabName tab,
    double smoothing,
    boolean logarithmic,
    double speed) {
  /** The smallest usable window. */
  public static final double MIN_WIDTH = 1000;

  /** The smallest usable window. */
  public static final double MIN_HEIGHT = 700;

  /** The most smoothing: of more, a curve would lag behind by hundreds of batches. */
  public static final double MAX_SMOOTHING = 0.99;

  private static final int MAX_RECENT = 8;
  private static final double MAX_SIZE = 16_384;

  /** Of a first start. */
  public static final Preferences DEFAULT =
      new Preferences(
          1280,
          800,
          false,
          ThemeChoice.SYSTEM,
          PlanChoice.of(Presets.LAB_SHALLOW.plan()),
          List.of(),
          List.of(),
          null,
          TabName.TRAINING,
          0.6,
          true,
          0);

  /** Confines the numbers to what window and chart can have. */
  public Preferences {
    width = width >= MIN_WIDTH && width <= MAX_SIZE ? width : 1280;
    height = height >= MIN_HEIGHT && height <= MAX_SIZE ? height : 800;
    smoothing = smoothing >= 0 && smoothing <= MAX_SMOOTHING ? smoothing : 0.6;
    data = List.copyOf(data);
    speed = speed > 0 && speed < 1e18 ? speed : 0;
    recent = recent.stream().distinct().limit(MAX_RECENT).toList();
  }
}
