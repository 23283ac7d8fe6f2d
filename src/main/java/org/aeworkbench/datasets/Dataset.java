package org.aeworkbench.datasets;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Images of one shape as bytes (0 = background, 255 = full ink), with or without labels: MNIST's
 * grey 28×28, or any other. The bytes are held in memory, or in a file that is mapped: such a set
 * may be larger than the memory.
 *
 * <p>Immutable, safe for any thread. The pages of a mapped file come from the disk, so reading may
 * take milliseconds: never on the FX thread for more than a few images.
 */
public final class Dataset {
  /** Rows of an image of MNIST. */
  public static final int ROWS = 28;

  /** Columns of an image of MNIST. */
  public static final int COLUMNS = 28;

  /** Pixels of an image of MNIST. */
  public static final int PIXELS = ROWS * COLUMNS;

  /** In place of a class where there is none. */
  public static final int NO_LABEL = -1;

  private static final int DIGESTED_AT_ONCE = 1 << 20;

  /** From so many bytes on an image is read, not mapped, where it is one among others. */
  private static final int LARGE_IMAGE = 4096;

  private final MemorySegment bytes;
  private final @Nullable ImageReads reads;
  private final byte @Nullable [] held;
  private final ImageShape shape;
  private final int size;
  private final int @Nullable [] labels;
  private final List<String> classes;
  private final @Nullable String knownChecksum;

  /**
   * Images with labels.
   *
   * @param pixels row-major images one after the other, {@code labels.length × 784} unsigned bytes
   * @param labels the class of each image, 0 or more, or {@link #NO_LABEL}; never used for training
   */
  public Dataset(byte[] pixels, int[] labels) {
    this(pixels, ImageShape.MNIST, labels, List.of());
    if (pixels.length != labels.length * PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + labels.length + " images of " + PIXELS);
    }
  }

  /**
   * Images held in memory.
   *
   * @param pixels images one after the other, each [channel][row][column]; not copied
   * @param labels the class of each image, {@link #NO_LABEL} where there is none; null for none
   * @param classes names of the classes 0, 1, 2 …; empty where they have none but their numbers
   */
  public Dataset(byte[] pixels, ImageShape shape, int @Nullable [] labels, List<String> classes) {
    this(MemorySegment.ofArray(pixels), null, pixels, shape, labels, classes, null);
  }

  private Dataset(
      MemorySegment bytes,
      @Nullable ImageReads reads,
      byte @Nullable [] held,
      ImageShape shape,
      int @Nullable [] labels,
      List<String> classes,
      @Nullable String knownChecksum) {
    if (bytes.byteSize() % shape.size() != 0) {
      throw new IllegalArgumentException(
          bytes.byteSize() + " pixels are no images of " + shape.text());
    }
    this.bytes = bytes;
    this.reads = shape.size() >= LARGE_IMAGE ? reads : null;
    this.held = held;
    this.shape = shape;
    size = Math.toIntExact(bytes.byteSize() / shape.size());
    this.labels = labels;
    this.classes = List.copyOf(classes);
    this.knownChecksum = knownChecksum;
  }

  /** Images of which nobody has said what they show; {@code pixels} as in the constructor. */
  public static Dataset unlabelled(byte[] pixels) {
    return unlabelled(pixels, ImageShape.MNIST);
  }

  /**
   * Images of any shape.
   *
   * @param pixels images one after the other, each [channel][row][column]
   */
  public static Dataset unlabelled(byte[] pixels, ImageShape shape) {
    return new Dataset(pixels, shape, null, List.of());
  }

  /**
   * Images in a mapped file.
   *
   * @param bytes images one after the other, each [channel][row][column]; stays open as long as it
   *     is reachable
   * @param reads the same file; null if there is no other way to it
   * @param labels as in the constructor
   * @param classes as in the constructor
   * @param checksum SHA-256 of all bytes in hexadecimal
   */
  public static Dataset mapped(
      MemorySegment bytes,
      @Nullable ImageReads reads,
      ImageShape shape,
      int @Nullable [] labels,
      List<String> classes,
      String checksum) {
    return new Dataset(bytes, reads, null, shape, labels, classes, checksum);
  }

  /** The shape of each image. */
  public ImageShape shape() {
    return shape;
  }

  /** Number of images. */
  public int size() {
    return size;
  }

  /**
   * All pixels, image after image, if they are held in memory: not a copy, not to be written to.
   * Null if they are in a file; see {@link #copyBytes}.
   */
  public byte @Nullable [] heldBytes() {
    return held;
  }

  /**
   * Puts the bytes of some images one after the other into an array.
   *
   * @param order image numbers
   * @param from first position in {@code order}
   * @param count images
   * @param target gets {@code count} images from its beginning on, each [channel][row][column]
   */
  public void copyBytes(int[] order, int from, int count, byte[] target) {
    int length = shape.size();
    for (int i = 0; i < count; i++) {
      long at = (long) order[from + i] * length;
      if (reads == null || !reads.read(at, target, i * length, length)) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, target, i * length, length);
      }
    }
  }

  /**
   * The bytes of images that stand one after the other.
   *
   * @param first image
   * @param count images, at least 1; no more than a Java array holds
   */
  public byte[] bytes(int first, int count) {
    return bytes
        .asSlice((long) first * shape.size(), (long) count * shape.size())
        .toArray(ValueLayout.JAVA_BYTE);
  }

  /** True if it is said what the images show. */
  public boolean hasLabels() {
    return labels != null;
  }

  /** The class of an image, 0 or more, {@link #NO_LABEL} if it has none. */
  public int label(int index) {
    return labels == null ? NO_LABEL : labels[index];
  }

  /** Names of the classes 0, 1, 2 …; empty where they have none but their numbers. */
  public List<String> classes() {
    return classes;
  }

  /**
   * What the class of an image is called: its name, or its number as text; empty if it has none.
   */
  public String className(int index) {
    int label = label(index);
    return label == NO_LABEL ? "" : label < classes.size() ? classes.get(label) : "" + label;
  }

  /** One image as numbers in 0…1, [channel][row][column]. */
  public float[] image(int index) {
    float[] image = new float[shape.size()];
    copyImage(index, image);
    return image;
  }

  /**
   * Puts one image into an array that is used again and again.
   *
   * @param target gets the numbers of an image in 0…1, [channel][row][column]
   */
  public void copyImage(int index, float[] target) {
    int length = shape.size();
    long offset = (long) index * length;
    if (held == null) {
      for (int i = 0; i < length; i++) {
        target[i] = (bytes.get(ValueLayout.JAVA_BYTE, offset + i) & 0xFF) / 255f;
      }
    } else {
      for (int i = 0; i < length; i++) {
        target[i] = (held[(int) offset + i] & 0xFF) / 255f;
      }
    }
  }

  /** Some images as rows of numbers in 0…1. */
  public float[][] images(int... indices) {
    return Arrays.stream(indices).mapToObj(this::image).toArray(float[][]::new);
  }

  /**
   * The first images of this data.
   *
   * @param count 1…{@link #size()}
   */
  public Dataset first(int count) {
    if (count < 1 || count > size()) {
      throw new UsageException(
          count + " images were asked for, the data has " + size() + ".",
          "Choose 1 to " + size() + ".");
    }
    if (count == size) {
      return this;
    }
    int @Nullable [] first = labels == null ? null : Arrays.copyOf(labels, count);
    long length = (long) count * shape.size();
    return held == null
        ? new Dataset(bytes.asSlice(0, length), reads, null, shape, first, classes, null)
        : new Dataset(Arrays.copyOf(held, (int) length), shape, first, classes);
  }

  /**
   * SHA-256 of the pixels in hexadecimal: what a model remembers of the data it was trained on. At
   * once for a whole mapped file, whose checksum stands in it.
   */
  public String checksum() {
    return knownChecksum == null ? checksum(size) : knownChecksum;
  }

  /**
   * The {@link #checksum()} of the first images.
   *
   * @param count 0…{@link #size()}
   */
  public String checksum(int count) {
    if (count == size && knownChecksum != null) {
      return knownChecksum;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long end = (long) count * shape.size();
      byte[] block = new byte[(int) Math.min(end, DIGESTED_AT_ONCE)];
      for (long at = 0; at < end; at += block.length) {
        int length = (int) Math.min(block.length, end - at);
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, block, 0, length);
        digest.update(block, 0, length);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
