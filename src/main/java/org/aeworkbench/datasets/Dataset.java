package org.aeworkbench.datasets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Grey images of 28×28 pixels, kept as bytes (0 = background, 255 = full ink), with or without
 * labels.
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
  private final int @Nullable [] labels;

  /**
   * Images with labels.
   *
   * @param pixels row-major images one after the other, {@code labels.length × 784} unsigned bytes
   * @param labels the class of each image, 0 or more, or {@link #NO_LABEL}; never used for training
   */
  public Dataset(byte[] pixels, int[] labels) {
    this(labels, pixels);
    if (pixels.length != labels.length * PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + labels.length + " images of " + PIXELS);
    }
  }

  private Dataset(int @Nullable [] labels, byte[] pixels) {
    if (pixels.length % PIXELS != 0) {
      throw new IllegalArgumentException(pixels.length + " pixels are no images of " + PIXELS);
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  /** Images of which nobody has said what they show; {@code pixels} as in the constructor. */
  public static Dataset unlabelled(byte[] pixels) {
    return new Dataset(null, pixels);
  }

  /** Number of images. */
  public int size() {
    return pixels.length / PIXELS;
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

  /** One image as 784 numbers in 0…1, row-major. */
  public float[] image(int index) {
    float[] image = new float[PIXELS];
    copyImage(index, image);
    return image;
  }

  /**
   * Puts one image into an array that is used again and again.
   *
   * @param target gets 784 numbers in 0…1, row-major
   */
  public void copyImage(int index, float[] target) {
    int offset = index * PIXELS;
    for (int i = 0; i < PIXELS; i++) {
      target[i] = (pixels[offset + i] & 0xFF) / 255f;
    }
  }

  /** Some images as rows of 784 numbers in 0…1. */
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
            Arrays.copyOf(pixels, count * PIXELS));
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
      digest.update(pixels, 0, count * PIXELS);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
