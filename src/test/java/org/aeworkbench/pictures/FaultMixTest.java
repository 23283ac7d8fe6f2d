package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.junit.jupiter.api.Test;

/** Two or three faults at once on sheets with MNIST's test digits. */
class FaultMixTest {
  private static final int PICTURES = 30;

  /** What came of one picture. */
  private record Outcome(long seed, Set<FaultMix.Fault> faults, double likeness, int digits) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d %s %.3f %d", seed, faults, likeness, digits);
    }
  }

  /**
   * Prints what comes of many, the worst first.
   *
   * @param args number of pictures and the first seed
   */
  public static void main(String[] args) {
    List<Outcome> outcomes = outcomes(Long.parseLong(args[1]), Integer.parseInt(args[0]));
    for (double share : new double[] {0.01, 0.05, 0.1, 0.25, 0.5}) {
      System.out.printf("%.2f: %.3f%n", share, quantile(outcomes, share));
    }
    System.out.println(
        outcomes.stream().filter(one -> one.likeness() < 0.9).count()
            + " below 0.9, not one digit "
            + outcomes.stream().filter(one -> one.digits() != 1).toList());
    outcomes.stream().limit(40).forEach(System.out::println);
  }

  private static List<Outcome> outcomes(long first, int count) {
    Dataset test = Mnist.load().test();
    float[][] digits =
        IntStream.range(0, 1000).mapToObj(i -> test.image(i).clone()).toArray(float[][]::new);
    return LongStream.range(first, first + count)
        .parallel()
        .mapToObj(seed -> outcome(seed, digits))
        .sorted(Comparator.comparingDouble(Outcome::likeness))
        .toList();
  }

  private static Outcome outcome(long seed, float[][] digits) {
    FaultMix mix = FaultMix.of(seed, digits);
    DigitPicture seen = DigitPipeline.apply(mix.picture());
    float[] wanted = DigitPipeline.apply(mix.plain()).pixels();
    return new Outcome(
        seed, mix.faults(), Likeness.correlation(seen.pixels(), wanted), seen.digits());
  }

  private static double quantile(List<Outcome> outcomes, double share) {
    return outcomes.get((int) (share * outcomes.size())).likeness();
  }

  @Test
  void theDigitIsFoundUnderFaultsThatComeTogether() {
    List<Outcome> outcomes = outcomes(0, PICTURES);

    assertThat(quantile(outcomes, 0.5)).as("%s", outcomes).isGreaterThan(0.98);
    assertThat(quantile(outcomes, 0.1)).as("%s", outcomes).isGreaterThan(0.9);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.digits() == 1)
        .hasSizeGreaterThanOrEqualTo(PICTURES * 9 / 10);
  }
}
