package org.aeworkbench.datasets.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.aeworkbench.datasets.Dataset;

/** The images of one part while they come, in a temporary file. For one thread. */
final class PartFile implements AutoCloseable {
  /** Ends the names of temporary files. */
  static final String ENDING = ".part";

  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final int imageBytes;
  private final FileChannel channel;
  private final ByteBuffer buffer;
  private final MessageDigest digest = sha256();
  private final ImageHashes hashes = new ImageHashes();
  private int[] labels = new int[1024];
  private int count;
  private boolean labelled;
  private long written;

  /**
   * @param start where the images begin in it
   */
  PartFile(Path target, String part, int imageBytes, int start) throws IOException {
    this.imageBytes = imageBytes;
    String name = "." + part + "." + UUID.randomUUID() + "." + ProcessMark.own() + ENDING;
    file = target.resolveSibling(name);
    buffer = ByteBuffer.allocate(Math.max(BUFFER, imageBytes));
    written = start;
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  void add(byte[] bytes, int from, int label) throws IOException {
    if (buffer.remaining() < imageBytes) {
      flush();
    }
    buffer.put(bytes, from, imageBytes);
    digest.update(bytes, from, imageBytes);
    hashes.add(bytes, from, imageBytes);
    if (count == labels.length) {
      labels = Arrays.copyOf(labels, 2 * count);
    }
    labels[count++] = label;
    labelled |= label != Dataset.NO_LABEL;
  }

  int count() {
    return count;
  }

  long bytes() {
    return (long) count * imageBytes;
  }

  boolean isLabelled() {
    return labelled;
  }

  void renumber(int[] numbers) {
    for (int i = 0; i < count; i++) {
      if (labels[i] != Dataset.NO_LABEL) {
        labels[i] = numbers[labels[i]];
      }
    }
  }

  void putLabels(ByteBuffer target) {
    for (int i = 0; i < count; i++) {
      target.putInt(labels[i]);
    }
  }

  /** SHA-256 of all images; once. */
  byte[] digest() {
    return digest.digest();
  }

  ImageHashes hashes() {
    return hashes;
  }

  /** The file with all images in it. */
  FileChannel finished() throws IOException {
    flush();
    return channel;
  }

  /** Copies all images into another file. */
  void appendTo(FileChannel target, long position) throws IOException {
    flush();
    target.position(position);
    for (long from = 0; from < written; ) {
      from += channel.transferTo(from, written - from, target);
    }
  }

  void moveTo(Path target) throws IOException {
    channel.close();
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Swept with what killed programs leave.
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    int length = buffer.remaining();
    DatasetHeader.writeAll(channel, buffer, written);
    written += length;
    buffer.clear();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
