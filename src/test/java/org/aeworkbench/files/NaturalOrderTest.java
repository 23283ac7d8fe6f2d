package org.aeworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "1.png",
          "02.png",
          "2.png",
          "10.png",
          "99999999999999999999999.png",
          "100000000000000000000000.png",
          "A",
          "a",
          "a 2",
          "a1",
          "scan1-9",
          "Scan1-10",
          "scan2",
          "scan10",
          "scan10b",
          "ü");

  @Test
  void countsAsPeopleDoWhateverTheOrderBefore() {
    List<String> names = new ArrayList<>(ORDERED);
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(names, new Random(seed));
      names.sort(new NaturalOrder());
      assertThat(names).isEqualTo(ORDERED);
    }
  }
}
