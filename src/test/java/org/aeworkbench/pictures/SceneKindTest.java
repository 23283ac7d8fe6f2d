package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Made pictures of every kind: what the network sees is the digit that was written. */
class SceneKindTest {
  private static final int PICTURES = 6;

  private static float[][] mnist;

  /** What came of one picture. */
  private record Outcome(
      long seed, double likeness, double moved, int digits, boolean blankWhenEmpty) {
    static Outcome of(SceneKind kind, long seed, float[][] mnist) {
      SceneKind.Example example = kind.example(seed, mnist);
      DigitPicture seen = DigitPipeline.apply(example.picture());
      float[] wanted = DigitPipeline.apply(example.plain()).pixels();
      return new Outcome(
          seed,
          Likeness.correlation(seen.pixels(), wanted),
          shifted(seen.pixels(), wanted),
          seen.digits(),
          !kind.isBlankWhenEmpty() || DigitPipeline.apply(example.empty()).isBlank());
    }
  }

  /**
   * Prints the rates of each kind.
   *
   * @param args number of pictures of a kind, the first seed, and a folder that failures go to
   */
  public static void main(String[] args) throws IOException {
    loadData();
    int count = Integer.parseInt(args[0]);
    long first = Long.parseLong(args[1]);
    for (SceneKind kind : SceneKind.values()) {
      if (args.length > 3 && !List.of(args).subList(3, args.length).contains(kind.name())) {
        continue;
      }
      long start = System.nanoTime();
      List<Outcome> outcomes = outcomes(kind, first, count);
      System.out.printf(
          "%-16s median %.3f  1 of 20 below %.3f  like %5.1f %%  one digit %5.1f %%  missed %.1f %%  empty is blank %5.1f %%  (%d ms)  %s%n",
          kind,
          quantile(outcomes, 0.5),
          quantile(outcomes, 0.05),
          share(outcomes, o -> o.likeness() >= kind.least()),
          share(outcomes, o -> o.digits() == 1),
          share(outcomes, o -> o.digits() == 0),
          share(outcomes, Outcome::blankWhenEmpty),
          (System.nanoTime() - start) / 1_000_000 / count,
          "unlike "
              + outcomes.stream()
                  .filter(o -> o.likeness() < kind.least())
                  .map(o -> o.seed() + ":%.2f/%.2f".formatted(o.likeness(), o.moved()))
                  .toList()
              + " several "
              + outcomes.stream().filter(o -> o.digits() != 1).map(Outcome::seed).toList()
              + " inked "
              + outcomes.stream().filter(o -> !o.blankWhenEmpty()).map(Outcome::seed).toList());
      if (args.length > 2 && !args[2].equals("-")) {
        for (Outcome outcome : outcomes) {
          if (outcome.likeness() < kind.least() || outcome.digits() != 1) {
            show(kind, outcome, Path.of(args[2]));
          }
          if (!outcome.blankWhenEmpty()) {
            steps(
                kind.example(outcome.seed(), mnist).empty(),
                "%s-%d-empty".formatted(kind, outcome.seed()),
                Path.of(args[2]));
          }
        }
      }
    }
  }

  private static void show(SceneKind kind, Outcome outcome, Path folder) throws IOException {
    SceneKind.Example example = kind.example(outcome.seed(), mnist);
    steps(
        example.picture(),
        "%s-%d-%d-%.2f".formatted(kind, outcome.seed(), outcome.digits(), outcome.likeness()),
        folder);
  }

  private static void steps(BufferedImage picture, String name, Path folder) throws IOException {
    Files.createDirectories(folder);
    ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    int i = 0;
    for (DigitPicture.StepImage step : DigitPipeline.apply(picture).steps()) {
      ImageIO.write(
          step.image(), "png", folder.resolve(name + "-%02d.png".formatted(i++)).toFile());
    }
  }

  private static double quantile(List<Outcome> outcomes, double share) {
    return outcomes.stream()
        .mapToDouble(Outcome::likeness)
        .sorted()
        .skip((int) (share * outcomes.size()))
        .findFirst()
        .orElseThrow();
  }

  private static double share(
      List<Outcome> outcomes, java.util.function.Predicate<Outcome> wanted) {
    return 100.0 * outcomes.stream().filter(wanted).count() / outcomes.size();
  }

  @BeforeAll
  static void loadData() {
    Dataset test = Mnist.load().test();
    mnist = new float[100][];
    for (int i = 0; i < mnist.length; i++) {
      mnist[i] = test.image(i).clone();
    }
  }

  private static List<Outcome> outcomes(SceneKind kind, long first, int count) {
    return LongStream.range(first, first + count)
        .parallel()
        .mapToObj(seed -> Outcome.of(kind, seed, mnist))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(SceneKind.class)
  void theDigitIsFoundInNearlyAllPicturesOfItsKind(SceneKind kind) {
    List<Outcome> outcomes = outcomes(kind, 0, PICTURES);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.likeness() >= kind.least())
        .as("like the digit: %s", outcomes)
        .hasSizeGreaterThanOrEqualTo(kind.right(PICTURES));
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.digits() == 1)
        .as("one digit: %s", outcomes)
        .hasSizeGreaterThanOrEqualTo(kind.right(PICTURES));
    assertThat(outcomes)
        .filteredOn(Outcome::blankWhenEmpty)
        .as("blank without the digit: %s", outcomes)
        .hasSizeGreaterThanOrEqualTo(kind.blank(PICTURES));
  }

  /** The best of nine places. */
  private static double shifted(float[] a, float[] b) {
    double best = -1;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        float[] moved = new float[784];
        for (int i = 0; i < 784; i++) {
          int x = i % 28 + dx;
          int y = i / 28 + dy;
          moved[i] = x < 0 || y < 0 || x > 27 || y > 27 ? 0 : a[y * 28 + x];
        }
        best = Math.max(best, Likeness.correlation(moved, b));
      }
    }
    return best;
  }
}
