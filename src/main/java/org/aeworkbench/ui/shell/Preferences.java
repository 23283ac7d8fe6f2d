package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;

/**
 * What the window remembers from one session to the next.
 *
 * @param width of the window
 * @param height of the window
 * @param maximized whether it filled the screen
 * @param theme as chosen
 * @param plan as chosen last
 * @param recent models, the latest first
 */
public record Preferences(
    double width,
    double height,
    boolean maximized,
    ThemeChoice theme,
    TrainingPlan plan,
    List<Path> recent) {
  /** The smallest usable window. */
  public static final double MIN_WIDTH = 1000;

  /** The smallest usable window. */
  public static final double MIN_HEIGHT = 700;

  private static final int MAX_RECENT = 8;
  private static final double MAX_SIZE = 16_384;

  /** Of a first start. */
  public static final Preferences DEFAULT =
      new Preferences(1280, 800, false, ThemeChoice.SYSTEM, Presets.LAB_SHALLOW.plan(), List.of());

  /** Confines the size to what a window can have. */
  public Preferences {
    width = width >= MIN_WIDTH && width <= MAX_SIZE ? width : 1280;
    height = height >= MIN_HEIGHT && height <= MAX_SIZE ? height : 800;
    recent = recent.stream().distinct().limit(MAX_RECENT).toList();
  }
}
