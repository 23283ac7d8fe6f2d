package org.aeworkbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MnistTest {
  private static InputStream bundled(String name) {
    return Mnist.class.getResourceAsStream("/assets/mnist/" + name);
  }

  @Test
  void loadsTheWholeDatabase() {
    DataSplit mnist = Mnist.load();
    assertThat(mnist.training().size()).isEqualTo(60_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(mnist.test().label(0)).isEqualTo(7);
    assertThat(mnist.training().label(0)).isEqualTo(5);
    float[] image = mnist.test().image(0);
    assertThat(image).hasSize(784);
    float sum = 0;
    for (float pixel : image) {
      assertThat(pixel).isBetween(0f, 1f);
      sum += pixel;
    }
    assertThat(sum).isBetween(50f, 150f);
  }

  @Test
  void namesACorruptedFile() {
    assertThatThrownBy(() -> Mnist.load(name -> damaged(name, "train-labels", 20)))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The data file assets/mnist/train-labels-idx1-ubyte.gz is damaged."
                + " Install the workbench again.");
  }

  @Test
  void namesAShortFile() {
    assertThatThrownBy(
            () ->
                Mnist.load(
                    name -> {
                      byte[] bytes = bundled(name).readAllBytes();
                      return new ByteArrayInputStream(
                          name.startsWith("t10k-images")
                              ? Arrays.copyOf(bytes, bytes.length / 2)
                              : bytes);
                    }))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("t10k-images-idx3-ubyte.gz is damaged");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(
            () -> Mnist.load(name -> name.startsWith("t10k-labels") ? null : bundled(name)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("t10k-labels-idx1-ubyte.gz is missing");
  }

  private static InputStream damaged(String name, String prefix, int position) throws IOException {
    byte[] bytes = bundled(name).readAllBytes();
    if (name.startsWith(prefix)) {
      bytes[bytes.length - position] ^= 1;
    }
    return new ByteArrayInputStream(bytes);
  }
}
