package org.aeworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTextTest {
  private static final String CONV =
      "28x28x1 | conv:16:relu pool conv:8:relu pool conv:8:relu pool"
          + " | conv:8:relu up conv:8:relu up conv:16:relu:valid up conv:1:sigmoid";

  @Test
  void theLabsNetsAreTexts() {
    NetworkSpec shallow = NetworkSpec.parse("28x28x1 | dense:32:relu | dense:784:sigmoid");
    assertThat(shallow.parameterCount()).isEqualTo(50_992);
    assertThat(shallow.encodingDim()).isEqualTo(32);
    assertThat(shallow.compressionRatio()).isEqualTo(24.5);
    NetworkSpec conv = NetworkSpec.parse(CONV);
    assertThat(conv.text()).isEqualTo(CONV);
    assertThat(conv.codeShape()).isEqualTo(new Shape.Maps(8, 4, 4));
    assertThat(conv.parameterCount()).isEqualTo(4_385);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28x28x1 | dense:400:relu gaussian:20 | dense:400:relu dense:784:sigmoid",
        "64x64x3 | conv:32:relu:stride2 conv:64:elu:stride2 dense:128:linear"
            + " | dense:16384:relu reshape:64:16:16 tconv:32:leakyrelu tconv:3:sigmoid",
        "17x23x3 | pool conv:4:tanh dropout:0.25 | up conv:3:sigmoid crop:17:23",
        "5x4x2 | gaussian:3 | dense:40:linear reshape:2:5:4"
      })
  void everyTextComesBack(String text) {
    assertThat(NetworkSpec.parse(text).text()).isEqualTo(text);
    assertThat(NetworkSpec.parse(text.toUpperCase(Locale.ROOT).replace(" ", "\t ")).text())
        .isEqualTo(text);
  }

  @Test
  void fiveHundredRandomNetworksComeBackThroughTheirText() {
    RandomNetworks networks = new RandomNetworks(new SplittableRandom(13));
    for (int i = 0; i < 500; i++) {
      NetworkSpec spec = networks.next();
      assertThat(NetworkSpec.parse(spec.text())).isEqualTo(spec);
      assertThat(spec.parameterCount()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "28x28x1 | dense:32:relu | dense:783:sigmoid; Layer 1 of the decoder; dense:784:sigmoid",
        "28x28x1 | dense:32:relu | conv:1:sigmoid; Layer 1 of the decoder; reshape:",
        "28x28x1 | pool | conv:1:sigmoid; Layer 1 of the decoder; up or tconv",
        "28x28x1 | conv:4:relu | up conv:1:sigmoid; Layer 2 of the decoder; crop:28:28",
        "28x28x1 | conv:8:relu | conv:1:sigmoid; Layer 1 of the encoder; at most 4096",
        "28x28x1 | pool | up; Layer 1 of the decoder; dense, conv or tconv",
        "28x28x1 | pool | up conv:1:sigmoid dropout:0.5; Layer 3 of the decoder; crop and reshape",
        "28x28x1 | dense:32:relu | dense:784; Layer 1 of the decoder; dense:UNITS:ACT",
        "28x28x1 | dense:32:rellu | dense:784:sigmoid; Layer 1 of the encoder; leakyrelu",
        "28x28x1 | dense:x:relu | dense:784:sigmoid; Layer 1 of the encoder; 1 or more",
        "28x28x1 | dense:0:relu | dense:784:sigmoid; Layer 1 of the encoder; Choose 1 to",
        "28x28x1 | conv:8:relu:valid:stride2 | dense:784:sigmoid; Layer 1 of the encoder; stride2",
        "28x28x1 | dens:8:relu | dense:784:sigmoid; Layer 1 of the encoder; dropout:RATE",
        "28x28x1 | dropout:1 dense:8:relu | dense:784:sigmoid; Layer 1 of the encoder; below 1",
        "28x28x1 | dropout:NaN dense:8:relu | dense:784:sigmoid; Layer 1 of the encoder; below 1",
        "28x28x1 | gaussian:3 dense:8:relu | dense:784:sigmoid; Layer 1 of the encoder; Move it",
        "2x2x1 | conv:1:relu:valid | dense:4:relu; Layer 1 of the encoder; Leave :valid out",
        "28x28x1 | crop:29:28 dense:2:relu | dense:784:sigmoid; Layer 1 of the encoder; crop:28:28",
        "28x28x1 | reshape:3:28:28 dense:2:relu | dense:784:relu; Layer 1 of the encoder; is 784",
        "28x28x1 | dense:99999:relu dense:4:relu | dense:784:relu; layer 1 of the encoder; At most",
        "28x28x1 | | dense:784:sigmoid; The encoder has no layer; dense:32:relu",
        "28x28x1 | dense:2:relu |; The decoder has no layer; dense:32:relu",
        "28x28 | dense:2:relu | dense:784:relu; no image size; 28x28x1",
        "28x65x1 | dense:2:relu | dense:784:relu; 28×65; 1 to 64",
        "28x28x4 | dense:2:relu | dense:784:relu; 4 channels; colour",
        "dense:2:relu; three parts; HxWxC"
      })
  void whatIsWrongIsNamedWithItsMend(String text, String named, String mend) {
    assertThatThrownBy(() -> NetworkSpec.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(named)
        .hasMessageContaining(mend);
  }

  @Test
  void whateverIsChangedInATextItIsReadOrRefusedInALine() {
    SplittableRandom random = new SplittableRandom(29);
    RandomNetworks networks = new RandomNetworks(random);
    String letters = " |:.0123456789abcdehlnoprstuvx-";
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(networks.next().text());
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        int at = random.nextInt(text.length());
        char letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, letter);
          case 1 -> text.insert(at, letter);
          default -> text.deleteCharAt(at);
        }
      }
      try {
        assertThat(NetworkSpec.parse(text.toString()).parameterCount()).isPositive();
      } catch (UsageException e) {
        refused++;
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
