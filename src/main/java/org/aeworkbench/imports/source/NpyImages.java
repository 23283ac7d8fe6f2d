package org.aeworkbench.imports.source;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The images of an array, one after the other. For one thread. */
final class NpyImages implements SteppedItems.Stream {
  /** By so many it is guessed what the numbers mean. */
  private static final int GUESSED_BY = 200;

  /** An array in Fortran's order that is packed has to be held as a whole. */
  private static final long MOST_HELD = 1_000_000_000;

  /** More is held only as it comes, whatever the header says. */
  private static final int BELIEVED_BYTES = 1 << 20;

  private final NpyArray array;
  private final PixelLayout layout;
  private final Levels levels;
  private final DataInputStream in;
  private final @Nullable MemorySegment whole;
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
    try {
      whole = array.header().columnsFirst() ? whole() : null;
    } catch (ProblemException e) {
      close();
      throw e;
    }
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

  /** All numbers: in the file, which stays mapped as long as an image needs it, or held. */
  private MemorySegment whole() {
    long bytes = (long) array.header().count() * layout.size() * array.header().type().bytes();
    Path file = array.tree().file(array.leaf());
    if (file != null) {
      return mapped(file, bytes);
    }
    if (bytes > MOST_HELD) {
      throw new ProblemException(
          array.tree().describe(array.leaf()) + " is large and in Fortran's order.",
          "Unpack the archive, or save numpy.ascontiguousarray of it.");
    }
    return MemorySegment.ofArray(block((int) bytes));
  }

  private MemorySegment mapped(Path file, long bytes) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < array.header().bytes() + bytes) {
        throw new EOFException();
      }
      return channel.map(MapMode.READ_ONLY, array.header().bytes(), bytes, Arena.ofAuto());
    } catch (IOException e) {
      throw NpyArray.unreadable(array.tree(), array.leaf(), e);
    }
  }

  /** The next image, its numbers not yet looked at. */
  @Override
  public Content next() {
    int image = next++;
    String name = array.name() + ", image " + image;
    int bytes = array.header().type().bytes();
    if (whole != null) {
      MemorySegment all = whole;
      Content.Row row = () -> pixels(gathered(all, image), name);
      return row;
    }
    byte[] numbers = block(layout.size() * bytes);
    if (array.header().type().isByte()) {
      return layout.pixels(numbers);
    }
    Content.Row row = () -> pixels(numbers, name);
    return row;
  }

  private Content.Pixels pixels(byte[] numbers, String name) {
    NpyType type = array.header().type();
    if (type.isByte()) {
      return layout.pixels(numbers);
    }
    ByteBuffer buffer = ByteBuffer.wrap(numbers).order(type.order());
    byte[] pixels = new byte[layout.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = levels.level(type.number(buffer, i * type.bytes()), name);
    }
    return layout.pixels(pixels);
  }

  private byte[] block(int length) {
    try {
      if (length <= BELIEVED_BYTES) {
        byte[] block = new byte[length];
        in.readFully(block);
        return block;
      }
      byte[] block = in.readNBytes(length);
      if (block.length < length) {
        throw new EOFException();
      }
      return block;
    } catch (IOException e) {
      throw NpyArray.unreadable(array.tree(), array.leaf(), e);
    }
  }

  /**
   * The numbers of one image in the order of its dimensions, of an array whose first is quickest.
   */
  private byte[] gathered(MemorySegment all, int image) {
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
      long at = (place * count + image) * bytes;
      for (int b = 0; b < bytes; b++) {
        numbers[i * bytes + b] = all.get(ValueLayout.JAVA_BYTE, at + b);
      }
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
