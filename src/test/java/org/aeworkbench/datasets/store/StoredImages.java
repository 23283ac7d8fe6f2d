package org.aeworkbench.datasets.store;

import java.util.List;
import java.util.Random;
import org.aeworkbench.model.ImageShape;

/** Stores made images. */
final class StoredImages {
  private StoredImages() {}

  /**
   * Random images, whose labels are their numbers modulo 3; the first test image is a training one.
   */
  static StoredData store(
      DatasetCache cache, String name, ImageShape shape, int training, int test) {
    try (DatasetWriter writer = cache.begin(name, shape, 0)) {
      byte[] images = pixels(shape, training + test);
      for (int i = 0; i < training + test; i++) {
        int from = i == training ? 0 : i * shape.size();
        writer.add(i < training ? Part.TRAINING : Part.TEST, images, from, i % 3);
      }
      return cache.commit(writer, name, description(name, shape));
    }
  }

  static byte[] pixels(ImageShape shape, int count) {
    byte[] pixels = new byte[count * shape.size()];
    new Random(count).nextBytes(pixels);
    return pixels;
  }

  static DataDescription description(String name, ImageShape shape) {
    return new DataDescription(
        name,
        "/somewhere/" + name,
        "made images",
        "0",
        "as they are",
        shape,
        List.of("cat", "dog", "Änne"),
        new Skipped(2, List.of("a is none", "b is none")),
        List.of("A note."),
        "2026-11-27T00:00:00Z");
  }
}
