package org.aeworkbench.imports.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aeworkbench.datasets.store.Part;

/** Names that say what images are for. What is called validation is judged by, as test is. */
final class PartNames {
  private static final Map<String, Part> PARTS =
      Map.of(
          "train", Part.TRAINING,
          "training", Part.TRAINING,
          "test", Part.TEST,
          "testing", Part.TEST,
          "val", Part.TEST,
          "valid", Part.TEST,
          "validation", Part.TEST);

  private PartNames() {}

  /** Of a whole name, in any case. */
  static Optional<Part> of(String name) {
    return Optional.ofNullable(PARTS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Also of {@code seg_train} or {@code test-images}. */
  static Optional<Part> within(String name) {
    List<Part> parts =
        Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+"))
            .flatMap(word -> of(word).stream())
            .toList();
    return parts.size() == 1 ? Optional.of(parts.getFirst()) : Optional.empty();
  }
}
