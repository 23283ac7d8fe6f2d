package org.aeworkbench.imports.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.files.NaturalOrder;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What images of arrays show: a whole number each, a text each, or a row each with a single one
 * among zeros, whose place is the class.
 */
final class ArrayLabels {
  private static final int MOST_LABELS = 50_000_000;

  private ArrayLabels() {}

  /** True if an array may hold labels by its shape. */
  static boolean mayBe(NpyHeader header) {
    return header.isColumn() || header.shape().length == 2 && !header.type().isText();
  }

  /**
   * Reads them.
   *
   * @param arrays an array for each step; null where there is none
   * @throws ProblemException if one is damaged, or holds absurdly many
   */
  static SteppedItems.Labelling of(List<@Nullable NpyArray> arrays) {
    boolean named = false;
    for (NpyArray array : arrays) {
      named |= array != null && array.header().type().isText();
    }
    if (!named) {
      List<int @Nullable []> labels = new ArrayList<>();
      for (NpyArray array : arrays) {
        labels.add(array == null ? null : numbers(array));
      }
      return new SteppedItems.Labelling(labels, List.of());
    }
    List<@Nullable List<String>> texts = new ArrayList<>();
    Map<String, Integer> classes = new TreeMap<>(new NaturalOrder());
    for (NpyArray array : arrays) {
      List<String> some = array == null ? null : texts(array);
      texts.add(some);
      for (String text : some == null ? List.<String>of() : some) {
        if (!text.isEmpty()) {
          classes.put(text, 0);
        }
      }
    }
    int number = 0;
    for (Map.Entry<String, Integer> entry : classes.entrySet()) {
      entry.setValue(number++);
    }
    List<int @Nullable []> labels = new ArrayList<>();
    for (List<String> some : texts) {
      labels.add(
          some == null
              ? null
              : some.stream()
                  .mapToInt(text -> classes.getOrDefault(text, Dataset.NO_LABEL))
                  .toArray());
    }
    return new SteppedItems.Labelling(labels, List.copyOf(classes.keySet()));
  }

  private static List<String> texts(NpyArray array) {
    NpyType type = array.header().type();
    if (!type.isText()) {
      List<String> texts = new ArrayList<>();
      int[] numbers = numbers(array);
      for (int i = 0; i < count(array); i++) {
        texts.add(numbers == null || numbers[i] == Dataset.NO_LABEL ? "" : "" + numbers[i]);
      }
      return texts;
    }
    Charset charset =
        type.kind() == 'S'
            ? StandardCharsets.UTF_8
            : type.order() == ByteOrder.BIG_ENDIAN
                ? Charset.forName("UTF-32BE")
                : Charset.forName("UTF-32LE");
    Map<String, String> once = new HashMap<>();
    return array.read(
        in -> {
          List<String> texts = new ArrayList<>();
          byte[] element = new byte[type.bytes()];
          for (int i = 0; i < count(array); i++) {
            in.readFully(element);
            String text = new String(element, charset).replace("\0", "").strip();
            texts.add(once.computeIfAbsent(text, t -> t));
          }
          return texts;
        });
  }

  /** Null if its rows are no classes. */
  private static int @Nullable [] numbers(NpyArray array) {
    int columns = array.header().isColumn() ? 1 : array.header().item()[0];
    return array.read(in -> columns == 1 ? column(array, in) : places(array, columns, in));
  }

  private static int[] column(NpyArray array, DataInputStream in) throws IOException {
    NpyType type = array.header().type();
    int[] labels = new int[count(array)];
    byte[] element = new byte[type.bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(element).order(type.order());
    for (int i = 0; i < labels.length; i++) {
      in.readFully(element);
      double number = type.number(buffer, 0);
      boolean label = number >= 0 && number == Math.rint(number) && number < 1e9;
      labels[i] = label ? (int) number : Dataset.NO_LABEL;
    }
    return labels;
  }

  private static int @Nullable [] places(NpyArray array, int columns, DataInputStream in)
      throws IOException {
    NpyType type = array.header().type();
    boolean columnsFirst = array.header().columnsFirst();
    int[] labels = new int[count(array)];
    int[] ones = new int[labels.length];
    byte[] element = new byte[type.bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(element).order(type.order());
    for (long i = 0; i < (long) labels.length * columns; i++) {
      in.readFully(element);
      double number = type.number(buffer, 0);
      int image = (int) (columnsFirst ? i % labels.length : i / columns);
      if (number == 1) {
        ones[image]++;
        labels[image] = (int) (columnsFirst ? i / labels.length : i % columns);
      } else if (number != 0) {
        return null;
      }
    }
    for (int count : ones) {
      if (count != 1) {
        return null;
      }
    }
    return labels;
  }

  private static int count(NpyArray array) {
    if (array.header().count() > MOST_LABELS) {
      throw new ProblemException(
          array.tree().describe(array.leaf()) + " announces " + array.header().count() + " labels.",
          "Get it again.");
    }
    return array.header().count();
  }
}
