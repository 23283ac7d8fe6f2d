package org.aeworkbench.ui.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aeworkbench.datasets.Mnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
  /** Enough to go through; the pictures of a network that has learned are the command's. */
  private static final int EPOCHS = 2;

  @TempDir private Path out = Path.of("");

  @Test
  void leavesAPictureOfEveryTabInBothThemesAndSizesWithoutAWarning() throws IOException {
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      Tour.run(out, Mnist::load, EPOCHS);
    } finally {
      System.setErr(err);
    }
    try (Stream<Path> files = Files.list(out)) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();
      for (String tab :
          List.of("start", "builder", "training", "reconstructions", "latent", "pictures")) {
        for (String theme : List.of("light", "dark")) {
          assertThat(names)
              .contains(tab + "-" + theme + "-1280.png", tab + "-" + theme + "-1000.png");
        }
      }
    }
    assertThat(printed.toString(UTF_8)).doesNotContain("WARN", "ERROR", "Exception");
  }
}
