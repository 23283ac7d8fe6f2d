package org.aeworkbench.datasets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Images of one shape, kept as bytes (0 = background, 255 = full ink), with or without labels:
 * MNIST's grey 28×28, or any other.
 *
 * <p>Immutable by contract: {@link #pixels()} hands out the array itself, because training reads 47
 * MB of it every epoch; nobody writes to it. Safe for any thread.
 */
public final class Dataset {
  /** Rows of an image. */
  public static final int ROWS = 28;

  /** Columns of an image. */
  public static final int COLUMNS = 28;

  /** Pixels of an image. */
  public static final int PIXELS = ROWS * COLUMNS;

  /** In place of a class where there is none. */
  public static final int NO_LABEL = -1;

  private final byte[] pixels;
  private final ImageShape shape;
  private final int @Nullable [] labels;

  /**
   * Images with labels.
   *
   * @param pixels row-major images one after the other, {@code labels.length × 784} unsigned bytes
   * @param labels the class of each image, 0 or more, or {@link #NO_LABEL}; never used for training
   */
  public Dataset(byte[] pixels, int[] labels) {
    this(labels, pixels, ImageShape.MNIST);
    if (pixels.length != labels.length * PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + labels.length + " images of " + PIXELS);
    }
  }

  private Dataset(int @Nullable [] labels, byte[] pixels, ImageShape shape) {
    if (pixels.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are no images of " + shape.text());
    }
    this.shape = shape;
    this.pixels = pixels;
    this.labels = labels;
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
    return new Dataset(null, pixels, shape);
  }

  /** The shape of each image. */
  public ImageShape shape() {
    return shape;
  }

  /** Number of images. */
  public int size() {
    return pixels.length / shape.size();
  }

  /** All pixels, image after image; not a copy, not to be written to. */
  public byte[] pixels() {
    return pixels;
  }

  /** True if it is said what the images show. */
  public boolean hasLabels() {
    return labels != null;
  }

  /** The class of an image, 0 or more, {@link #NO_LABEL} if it has none. */
  public int label(int index) {
    return labels == null ? NO_LABEL : labels[index];
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
    int size = shape.size();
    int offset = index * size;
    for (int i = 0; i < size; i++) {
      target[i] = (pixels[offset + i] & 0xFF) / 255f;
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
    return count == size()
        ? this
        : new Dataset(
            labels == null ? null : Arrays.copyOf(labels, count),
            Arrays.copyOf(pixels, count * shape.size()),
            shape);
  }

  /** SHA-256 of the pixels in hexadecimal: what a model remembers of the data it was trained on. */
  public String checksum() {
    return checksum(size());
  }

  /**
   * The {@link #checksum()} of the first images.
   *
   * @param count 0…{@link #size()}
   */
  public String checksum(int count) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(pixels, 0, count * shape.size());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
