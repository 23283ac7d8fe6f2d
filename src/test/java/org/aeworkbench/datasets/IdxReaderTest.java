package org.aeworkbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  @TempDir Path folder;

  private static byte[] images(int announced, int rows, int columns, int bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(0x0803);
    data.writeInt(announced);
    data.writeInt(rows);
    data.writeInt(columns);
    for (int i = 0; i < bytes; i++) {
      data.writeByte(i);
    }
    return out.toByteArray();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("data.idx"), content);
  }

  @Test
  void readsPlainAndGzip() throws IOException {
    byte[] plain = images(2, 28, 28, 2 * 784);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(plain);
    }
    byte[] expected = Arrays.copyOfRange(plain, 16, plain.length);
    assertThat(IdxReader.readImages(file(plain))).isEqualTo(expected);
    assertThat(IdxReader.readImages(file(zipped.toByteArray()))).isEqualTo(expected);
  }

  @Test
  void refusesAbsurdHeadersBeforeItAllocates() throws IOException {
    for (int announced : new int[] {0, -1, Integer.MAX_VALUE, IdxReader.MAX_ITEMS + 1}) {
      assertRefused(images(announced, 28, 28, 784), "announces");
    }
    assertRefused(images(1, 29, 28, 29 * 28), "29×28");
    assertRefused(images(1, 28, -28, 784), "28×-28");
  }

  @Test
  void refusesShortLongAndForeignFiles() throws IOException {
    assertRefused(images(2, 28, 28, 784), "is cut short: 784 of 1568 bytes");
    assertRefused(images(1, 28, 28, 785), "is longer than its header says");
    assertRefused(new byte[0], "is not an IDX file of images");
    assertRefused(
        "hello world, this is text".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "is not an IDX file of images");
    assertRefused(Arrays.copyOf(images(1, 28, 28, 0), 9), "is not an IDX file of images");
    assertRefused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, "is a damaged gzip file");
  }

  @Test
  void refusesLabelsThatAreNone() throws IOException {
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 9, 10};
    assertThatThrownBy(() -> IdxReader.readLabels(file(labels)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds the label 10");
  }

  @Test
  void survivesAnything() throws IOException {
    Random random = new Random(1);
    byte[] good = images(1, 28, 28, 784);
    for (int round = 0; round < 2_000; round++) {
      byte[] mutated = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int i = 0; i < 4 && mutated.length > 0; i++) {
        mutated[random.nextInt(Math.min(20, mutated.length))] = (byte) random.nextInt();
      }
      try {
        assertThat(IdxReader.readImages(file(mutated))).hasSize(784);
      } catch (ProblemException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  private void assertRefused(byte[] content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> IdxReader.readImages(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }
}
