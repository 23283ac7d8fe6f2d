package org.aeworkbench.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bundled MNIST images as the engine takes them. */
final class Mnist {
  private static final int HEADER = 16;

  private Mnist() {}

  static byte[] trainingImages() {
    return images("train-images-idx3-ubyte.gz");
  }

  static byte[] testImages() {
    return images("t10k-images-idx3-ubyte.gz");
  }

  private static byte[] images(String name) {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(Path.of("assets", "mnist", name)))) {
      in.skipNBytes(HEADER);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
