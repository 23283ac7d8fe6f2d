package org.aeworkbench.ui.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.ui.common.Networks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
  @TempDir private Path folder = Path.of("");
  private final FigureFile figures = new FigureFile(Workers.direct());

  @Test
  void whateverGoesWrongIsSaid() {
    Path file = folder.resolve("a.png");
    figures.saveLabFigure(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        },
        Networks.small().test(),
        file);
    assertThat(figures.outcomeProperty().get()).contains("could not be saved", "heap space");
    assertThat(Files.exists(file)).isFalse();
    figures.saveLabFigure(() -> null, Networks.small().test(), file);
    assertThat(figures.outcomeProperty().get()).contains("no network");
    figures.saveLabFigure(
        () -> Networks.random(Networks.SHALLOW, 1), Networks.small().test(), file);
    assertThat(figures.outcomeProperty().get()).isEqualTo("Saved a.png.");
    assertThat(Files.exists(file)).isTrue();
  }
}
