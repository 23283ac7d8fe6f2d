package org.aeworkbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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

class IdxReaderTest {
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

  private static byte[] read(byte[] file) {
    try (IdxStream stream = IdxStream.open(new ByteArrayInputStream(file), "data.idx")) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      while (stream.hasNext()) {
        all.writeBytes(stream.next());
      }
      return all.toByteArray();
    }
  }

  private static int[] readLabels(byte[] file) throws IOException {
    return IdxReader.labels(new ByteArrayInputStream(file), "labels.idx");
  }

  @Test
  void readsPlainAndGzip() throws IOException {
    byte[] plain = images(2, 28, 28, 2 * 784);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(plain);
    }
    byte[] expected = Arrays.copyOfRange(plain, 16, plain.length);
    assertThat(read(plain)).isEqualTo(expected);
    assertThat(read(zipped.toByteArray())).isEqualTo(expected);
  }

  @Test
  void refusesAbsurdHeadersBeforeItAllocates() throws IOException {
    for (int announced : new int[] {0, -1, Integer.MAX_VALUE, IdxReader.MAX_ITEMS + 1}) {
      assertRefused(images(announced, 28, 28, 784), "announces");
    }
    assertRefused(images(1, 28, 4097, 784), "28×4097");
    assertRefused(images(1, 28, -28, 784), "28×-28");
  }

  @Test
  void refusesShortLongAndForeignFiles() throws IOException {
    assertRefused(images(2, 28, 28, 784), "is cut short: 1 of 2 images");
    assertRefused(images(1, 28, 28, 785), "is longer than its header says");
    assertRefused(new byte[0], "is not an IDX file of images");
    assertRefused(
        "hello world, this is text".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "is not an IDX file of images");
    assertRefused(Arrays.copyOf(images(1, 28, 28, 0), 9), "is not an IDX file of images");
    assertRefused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, "is cut short");
  }

  @Test
  void labelsAreOfAnyType() throws IOException {
    int[] expected = {3, 0, 26};
    assertThat(labels(0x08, out -> out.write(new byte[] {3, 0, 26}), 3)).isEqualTo(expected);
    assertThat(labels(0x09, out -> out.write(new byte[] {3, 0, 26}), 3)).isEqualTo(expected);
    assertThat(labels(0x0B, out -> each(expected, out::writeShort), 3)).isEqualTo(expected);
    assertThat(labels(0x0C, out -> each(expected, out::writeInt), 3)).isEqualTo(expected);
    assertThat(labels(0x0D, out -> each(expected, l -> out.writeFloat(l)), 3)).isEqualTo(expected);
    assertThat(labels(0x0E, out -> each(expected, l -> out.writeDouble(l)), 3)).isEqualTo(expected);
    assertThat(labels(0x0C, out -> each(expected, out::writeInt), 3, 1)).isEqualTo(expected);
    assertThat(labels(0x08, out -> out.write(new byte[] {(byte) 200, 10}), 2))
        .isEqualTo(new int[] {200, 10});
    assertThat(labels(0x0C, out -> each(new int[] {-1, 4}, out::writeInt), 2))
        .isEqualTo(new int[] {Dataset.NO_LABEL, 4});
  }

  @Test
  void ofSeveralColumnsTheFirstIsTheClass() throws IOException {
    int[] rows = {5, 4, 1, 7, 4, 0};
    assertThat(labels(0x0C, out -> each(rows, out::writeInt), 2, 3)).isEqualTo(new int[] {5, 7});
    byte[] oneHot = {0, 1, 0, 1, 0, 0};
    assertThat(labels(0x08, out -> out.write(oneHot), 2, 3)).isEqualTo(new int[] {1, 0});
  }

  @Test
  void readsTheLabelsOfPublishedSets() throws IOException {
    Path cases = Path.of("src/test/resources/cases/idx");
    int[] qmnist = readLabels(Files.readAllBytes(cases.resolve("qmnist-renamed-train-labels.gz")));
    assertThat(qmnist).hasSize(600).startsWith(0, 1, 2, 3);
    int[] letters =
        readLabels(Files.readAllBytes(cases.resolve("emnist-letters-renamed-train-labels.gz")));
    assertThat(letters).hasSize(600).startsWith(1, 2, 3).contains(26).doesNotContain(0);
  }

  @Test
  void refusesLabelsThatAreNone() {
    assertLabelsRefused("holds the label 1.5", 0x0D, out -> out.writeFloat(1.5f), 1);
    assertLabelsRefused("holds the label NaN", 0x0E, out -> out.writeDouble(Double.NaN), 1);
    assertLabelsRefused("holds the label 1.0E12", 0x0E, out -> out.writeDouble(1e12), 1);
    assertLabelsRefused("is cut short", 0x0C, out -> out.writeInt(1), 2);
    assertLabelsRefused("is longer than its header says", 0x0C, out -> out.writeLong(1), 1);
    assertLabelsRefused("is not an IDX file of labels", 0x08, out -> out.writeLong(1), 2, 2, 2);
    assertLabelsRefused("is not an IDX file of labels", 0x08, out -> {}, 1, Integer.MAX_VALUE);
    assertLabelsRefused("is not an IDX file of labels", 0x07, out -> out.writeByte(1), 1);
    assertLabelsRefused("announces", 0x08, out -> {}, -1);
  }

  private int[] labels(int type, IdxFiles.Body body, int... sizes) throws IOException {
    return readLabels(IdxFiles.file(type, body, sizes));
  }

  private void assertLabelsRefused(String message, int type, IdxFiles.Body body, int... sizes) {
    assertThatThrownBy(() -> labels(type, body, sizes))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("labels are only shown");
  }

  private interface Writer {
    void write(int label) throws IOException;
  }

  private static void each(int[] labels, Writer writer) throws IOException {
    for (int label : labels) {
      writer.write(label);
    }
  }

  @Test
  void imagesMayNameTheirChannelOrBeFlat() throws IOException {
    IdxFiles.Body body = out -> out.write(new byte[2 * Dataset.PIXELS]);
    for (int[] sizes : new int[][] {{2, 28, 28, 1}, {2, 1, 28, 28}, {2, 784}}) {
      assertThat(read(IdxFiles.file(0x08, body, sizes))).hasSize(2 * Dataset.PIXELS);
    }
    assertRefused(IdxFiles.file(0x08, body, 2, 64, 64, 5), "holds 64×64×5, no images");
    assertRefused(IdxFiles.file(0x0D, body, 2, 28, 28), "is not an IDX file of images");
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
        assertThat(read(mutated)).isNotNull();
      } catch (ProblemException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }
}
