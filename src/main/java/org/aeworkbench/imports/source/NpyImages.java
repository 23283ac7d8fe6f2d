package org.aeworkbench.imports.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The images of an array, one after the other. For one thread. */
final class NpyImages implements AutoCloseable {
  /** By so many it is guessed what the numbers mean. */
  private static final int GUESSED_BY = 200;

  /** An array in Fortran's order has to be held as a whole. */
  private static final long MOST_HELD = 1_000_000_000;

  private final NpyArray array;
  private final PixelLayout layout;
  private final Levels levels;
  private final DataInputStream in;
  private final byte @Nullable [] held;
  private int next;

  /**
   * Opens an array.
   *
   * @throws ProblemException if it cannot be read, or is too large for the order it is in
   */
  NpyImages(NpyArray array, PixelLayout layout) {
    this.array = array;
    this.layout = layout;
    levels = levels(array, layout);
    in = array.open();
    held = array.header().columnsFirst() ? held() : null;
  }

  private static Levels levels(NpyArray array, PixelLayout layout) {
    NpyType type = array.header().type();
    if (type.kind() != 'f') {
      return type.kind() == 'b' ? Levels.FRACTIONS : Levels.BYTES;
    }
    Levels.Guess guess = new Levels.Guess();
    long numbers = (long) Math.min(GUESSED_BY, array.header().count()) * layout.size();
    byte[] element = new byte[type.bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(element).order(type.order());
    try (DataInputStream in = array.open()) {
      for (long i = 0; i < numbers; i++) {
        in.readFully(element);
        guess.see(type.number(buffer, 0));
      }
    } catch (IOException e) {
      throw NpyArray.unreadable(array.tree(), array.leaf(), e);
    }
    return guess.levels();
  }

  private byte[] held() {
    long bytes = (long) array.header().count() * layout.size() * array.header().type().bytes();
    if (bytes > MOST_HELD) {
      throw new ProblemException(
          array.tree().describe(array.leaf()) + " is large and in Fortran's order.",
          "Save numpy.ascontiguousarray of it.");
    }
    return block((int) bytes);
  }

  boolean hasNext() {
    return next < array.header().count();
  }

  /** The next image, its numbers not yet looked at. */
  Content next() {
    String name = array.name() + ", image " + next;
    int size = layout.size();
    int bytes = array.header().type().bytes();
    byte[] image = held == null ? block(size * bytes) : gathered(held, next);
    next++;
    NpyType type = array.header().type();
    if (type.isByte()) {
      return layout.pixels(image);
    }
    Content.Row row =
        () -> {
          ByteBuffer buffer = ByteBuffer.wrap(image).order(type.order());
          byte[] pixels = new byte[size];
          for (int i = 0; i < size; i++) {
            pixels[i] = levels.level(type.number(buffer, i * bytes), name);
          }
          return layout.pixels(pixels);
        };
    return row;
  }

  private byte[] block(int length) {
    try {
      byte[] block = in.readNBytes(length);
      if (block.length < length) {
        throw new java.io.EOFException();
      }
      return block;
    } catch (IOException e) {
      throw NpyArray.unreadable(array.tree(), array.leaf(), e);
    }
  }

  /**
   * The numbers of one image in the order of its dimensions, of an array whose first is quickest.
   */
  private byte[] gathered(byte[] all, int image) {
    int[] sizes = array.header().item();
    int bytes = array.header().type().bytes();
    int count = array.header().count();
    byte[] numbers = new byte[layout.size() * bytes];
    int[] index = new int[sizes.length];
    for (int i = 0; i < layout.size(); i++) {
      long place = 0;
      for (int d = sizes.length - 1; d >= 0; d--) {
        place = place * sizes[d] + index[d];
      }
      System.arraycopy(all, (int) ((place * count + image) * bytes), numbers, i * bytes, bytes);
      for (int d = sizes.length - 1; d >= 0 && ++index[d] == sizes[d]; d--) {
        index[d] = 0;
      }
    }
    return numbers;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
