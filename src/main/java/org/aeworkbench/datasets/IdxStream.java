package org.aeworkbench.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.aeworkbench.problem.ProblemException;

/** An IDX file of images of any size, gzip or plain, image after image. For one thread. */
public final class IdxStream implements AutoCloseable {
  private static final int LONGEST_SIDE = 4096;

  private final InputStream in;
  private final String name;
  private final int count;
  private final int height;
  private final int width;
  private final int channels;
  private final boolean planes;
  private final int headerBytes;
  private int read;

  private IdxStream(InputStream in, String name, int[] sizes) {
    this.in = in;
    headerBytes = Integer.BYTES * (1 + sizes.length);
    this.name = name;
    count = sizes[0];
    int[] shape = shape(sizes);
    planes = shape.length == 3 && shape[0] < shape[2] && shape[0] <= 4;
    height = shape[planes ? 1 : 0];
    width = shape[planes ? 2 : 1];
    channels = shape.length < 3 ? 1 : shape[planes ? 0 : 2];
    if (Math.min(height, width) < 1 || Math.max(height, width) > LONGEST_SIDE || channels > 4) {
      throw refused(sizes);
    }
  }

  /** Without the number of images; a row of a square's pixels is the square. */
  private int[] shape(int[] sizes) {
    int[] shape = Arrays.copyOfRange(sizes, 1, sizes.length);
    if (shape.length == 1) {
      int side = (int) Math.round(Math.sqrt(shape[0]));
      if (side * side != shape[0]) {
        throw refused(sizes);
      }
      return new int[] {side, side};
    }
    if (shape.length < 2) {
      throw refused(sizes);
    }
    return shape;
  }

  private ProblemException refused(int[] sizes) {
    String item =
        Arrays.stream(sizes, 1, sizes.length)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining("×"));
    return new ProblemException(
        name + " holds " + (item.isEmpty() ? "single numbers" : item) + ", no images.",
        IdxReader.GET_IMAGES);
  }

  /**
   * Opens a file.
   *
   * @param raw closed with this, and if this fails
   * @param name stands in messages
   * @throws ProblemException if it holds no images
   */
  public static IdxStream open(InputStream raw, String name) {
    try {
      InputStream in = new BufferedInputStream(IdxReader.unzipped(raw), 1 << 16);
      IdxReader.Header header = IdxReader.header(in, name, "images", IdxReader.GET_IMAGES);
      if (header.type() != IdxType.UNSIGNED_BYTE) {
        throw new ProblemException(name + " is not an IDX file of images.", IdxReader.GET_IMAGES);
      }
      return new IdxStream(in, name, header.shape());
    } catch (IOException e) {
      close(raw);
      throw damaged(name, e);
    } catch (ProblemException e) {
      close(raw);
      throw e;
    }
  }

  /** How many images there are to be. */
  public int count() {
    return count;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Numbers a pixel. */
  public int channels() {
    return channels;
  }

  /** How many bytes such a file has, unpacked. */
  public long fileBytes() {
    return headerBytes + (long) count * height * width * channels;
  }

  /** True while there are more. */
  public boolean hasNext() {
    return read < count;
  }

  /**
   * The next image.
   *
   * @return [row][column][channel]
   * @throws ProblemException if the file is damaged, or longer than it says behind the last one
   */
  public byte[] next() {
    try {
      byte[] image = new byte[height * width * channels];
      if (in.readNBytes(image, 0, image.length) < image.length) {
        throw new ProblemException(
            name + " is cut short: " + read + " of " + count + " images.", IdxReader.GET_IMAGES);
      }
      if (++read == count && in.read() >= 0) {
        throw new ProblemException(
            name + " is longer than its header says (" + count + " images).", IdxReader.GET_IMAGES);
      }
      return planes ? interleaved(image) : image;
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  /**
   * All images that are left, one after the other.
   *
   * @throws ProblemException as {@link #next}
   */
  byte[] all() {
    int length = height * width * channels;
    byte[] all = new byte[Math.multiplyExact(count - read, length)];
    for (int at = 0; hasNext(); at += length) {
      System.arraycopy(next(), 0, all, at, length);
    }
    return all;
  }

  private byte[] interleaved(byte[] image) {
    byte[] pixels = new byte[image.length];
    int area = height * width;
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = image[i % channels * area + i / channels];
    }
    return pixels;
  }

  @Override
  public void close() {
    close(in);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // It was only read.
    }
  }

  private static ProblemException damaged(String name, IOException e) {
    return new ProblemException(
        name + (e instanceof EOFException ? " is cut short." : " is a damaged file."),
        "Get the file again.",
        e);
  }
}
