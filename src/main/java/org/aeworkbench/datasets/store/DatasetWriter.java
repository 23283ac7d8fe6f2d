package org.aeworkbench.datasets.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.Reason;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;

/**
 * Writes a stored data set, wholly or not at all: images go to temporary files, and {@link #commit}
 * puts a finished one in its place. Closed before that, nothing is left. For one thread.
 */
public final class DatasetWriter implements AutoCloseable {
  private final Path target;
  private final ImageShape shape;
  private final PartFile training;
  private final PartFile test;

  /**
   * Begins.
   *
   * @param target the file to come
   * @throws ProblemException if nothing can be written there
   */
  DatasetWriter(Path target, ImageShape shape) {
    this.target = target;
    this.shape = shape;
    try {
      training = new PartFile(target, "training", shape.size(), DatasetHeader.IMAGES);
      try {
        test = new PartFile(target, "test", shape.size(), 0);
      } catch (IOException e) {
        training.close();
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** The shape of the images. */
  public ImageShape shape() {
    return shape;
  }

  /**
   * Adds an image.
   *
   * @param bytes hold it from {@code from} on, [channel][row][column]
   * @param label its class, 0 or more, or {@link Dataset#NO_LABEL}
   * @throws ProblemException if the disk is full
   */
  public void add(Part part, byte[] bytes, int from, int label) {
    try {
      file(part).add(bytes, from, label);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** How many images a part has so far. */
  public int count(Part part) {
    return file(part).count();
  }

  /**
   * Gives all labels other numbers, when the classes are known in the end only.
   *
   * @param numbers the new number of each label so far
   */
  public void renumber(int[] numbers) {
    training.renumber(numbers);
    test.renumber(numbers);
  }

  /**
   * Finishes the file and puts it in its place.
   *
   * @throws ProblemException if the disk is full
   */
  void commit(DataDescription description) {
    try {
      DescriptionJson.Content content =
          new DescriptionJson.Content(
              description,
              HexFormat.of().formatHex(training.digest()),
              HexFormat.of().formatHex(test.digest()),
              test.hashes().among(training.hashes()));
      byte[] json = DescriptionJson.write(content);
      boolean labelled = training.isLabelled() || test.isLabelled();
      int labels = labelled ? training.count() + test.count() : 0;
      ByteBuffer tail =
          ByteBuffer.allocate(labels * Integer.BYTES + json.length).order(ByteOrder.LITTLE_ENDIAN);
      if (labelled) {
        training.putLabels(tail);
        test.putLabels(tail);
      }
      tail.put(json).flip();
      CRC32C crc = new CRC32C();
      crc.update(tail.duplicate());
      DatasetHeader header =
          new DatasetHeader(
              training.bytes(),
              test.bytes(),
              (long) labels * Integer.BYTES,
              json.length,
              (int) crc.getValue());
      FileChannel channel = training.finished();
      test.appendTo(channel, header.labels() - test.bytes());
      DatasetHeader.writeAll(channel, tail, header.labels());
      header.write(channel);
      channel.force(true);
      training.moveTo(target);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    training.close();
    test.close();
  }

  private PartFile file(Part part) {
    return part == Part.TRAINING ? training : test;
  }

  private ProblemException unwritable(IOException e) {
    return new ProblemException(
        "The converted data cannot be kept in " + target.getParent() + ": " + Reason.of(e) + ".",
        "Free some space there.",
        e);
  }
}
