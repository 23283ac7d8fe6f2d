package org.aeworkbench.datasets.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.ImageReads;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Opens stored data sets. */
final class DatasetFile {
  private DatasetFile() {}

  /**
   * Maps a file; reads its labels and its description, not its images.
   *
   * @throws IOException if it cannot be read, or is none that was written wholly
   */
  static StoredData open(Path file) throws IOException {
    // The mapping needs no open channel, and its memory is let go once nobody can reach it.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      DatasetHeader header = DatasetHeader.read(channel);
      Tail tail = tail(channel, header);
      DescriptionJson.Content content = DescriptionJson.read(tail.description());
      int size = content.description().shape().size();
      int trainings = Math.toIntExact(header.trainingBytes() / size);
      int tests = Math.toIntExact(header.testBytes() / size);
      int @Nullable [] labels = labels(tail.labels(), trainings + tests);
      Arena arena = Arena.ofAuto();
      return new StoredData(
          new DataSplit(
              Dataset.mapped(
                  channel.map(
                      MapMode.READ_ONLY, DatasetHeader.IMAGES, header.trainingBytes(), arena),
                  new ImageReads(file, DatasetHeader.IMAGES),
                  content.description().shape(),
                  part(labels, 0, trainings),
                  content.description().classes(),
                  content.trainingChecksum()),
              Dataset.mapped(
                  channel.map(
                      MapMode.READ_ONLY,
                      DatasetHeader.IMAGES + header.trainingBytes(),
                      header.testBytes(),
                      arena),
                  new ImageReads(file, DatasetHeader.IMAGES + header.trainingBytes()),
                  content.description().shape(),
                  part(labels, trainings, trainings + tests),
                  content.description().classes(),
                  content.testChecksum())),
          content.description(),
          content.duplicates(),
          file,
          header.fileBytes());
    } catch (JacksonException | UsageException | ArithmeticException e) {
      throw new IOException("the file is damaged", e);
    }
  }

  private record Tail(ByteBuffer labels, byte[] description) {}

  private static Tail tail(FileChannel channel, DatasetHeader header) throws IOException {
    int length = Math.toIntExact(header.labelBytes() + header.descriptionBytes());
    byte[] bytes = new byte[length];
    DatasetHeader.readAll(channel, ByteBuffer.wrap(bytes), header.labels());
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    if ((int) crc.getValue() != header.tailChecksum()) {
      throw new IOException("the file is damaged");
    }
    int labels = (int) header.labelBytes();
    return new Tail(
        ByteBuffer.wrap(bytes, 0, labels).order(ByteOrder.LITTLE_ENDIAN),
        Arrays.copyOfRange(bytes, labels, length));
  }

  private static int @Nullable [] labels(ByteBuffer bytes, int images) throws IOException {
    if (!bytes.hasRemaining()) {
      return null;
    }
    int[] labels = new int[bytes.remaining() / Integer.BYTES];
    if (labels.length != images) {
      throw new IOException("the file is damaged");
    }
    bytes.asIntBuffer().get(labels);
    return labels;
  }

  /** A part none of whose images has a label has none. */
  private static int @Nullable [] part(int @Nullable [] labels, int from, int to) {
    if (labels == null) {
      return null;
    }
    int[] part = Arrays.copyOfRange(labels, from, to);
    return Arrays.stream(part).allMatch(label -> label == Dataset.NO_LABEL) ? null : part;
  }
}
