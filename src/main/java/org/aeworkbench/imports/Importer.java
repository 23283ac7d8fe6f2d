package org.aeworkbench.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.imports.source.DataSource;
import org.aeworkbench.imports.source.Item;
import org.aeworkbench.imports.source.Items;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;

/**
 * Opens what others have made as a data set of the cache: converted the first time, taken as it is
 * the next time unless the source has changed. Safe for any thread but the FX thread.
 */
public final class Importer {
  private final DatasetCache cache;
  private final int threads;

  /**
   * @param cache where converted data is kept
   * @param threads that decode pictures, at least 1
   */
  public Importer(DatasetCache cache, int threads) {
    this.cache = cache;
    this.threads = threads;
  }

  /** Where converted data is kept. */
  public DatasetCache cache() {
    return cache;
  }

  /**
   * Opens a data set, importing it if need be.
   *
   * @param path of a folder, an archive, a table or arrays
   * @throws ProblemException if there is nothing to learn from, or no room for it
   * @throws CancellationException if the control ends it
   */
  public StoredData open(Path path, ImportOptions options, ImportControl control) {
    try (DataSource source = DataSource.of(path, options.image())) {
      Optional<StoredData> kept =
          cache.open(name(source, options)).or(() -> asFound(source, options));
      return kept.isPresent() ? kept.get() : new Import(source, options, control, this).run();
    }
  }

  /** The shape that is asked for may be the one that suits the images anyway. */
  private Optional<StoredData> asFound(DataSource source, ImportOptions options) {
    return options.image() == null
        ? Optional.empty()
        : cache
            .open(name(source, options.withImage(null)))
            .filter(stored -> stored.description().shape().equals(options.image()));
  }

  /**
   * What a source holds, with some images as a network will see them.
   *
   * @param options whose shape may be null: what is suggested then
   * @param count of images, as far as there are so many
   * @throws ProblemException if there is nothing to learn from
   */
  public Preview preview(Path path, ImportOptions options, int count) {
    try (DataSource source = DataSource.of(path, options.image())) {
      Found found = Look.at(source);
      ImageShape shape = options.image() == null ? found.suggestedShape() : options.image();
      Conversion conversion = new Conversion(shape, options.fit(), options.invert());
      ByteArrayOutputStream pixels = new ByteArrayOutputStream();
      List<Integer> labels = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      List<String> classes;
      try (Items items = source.sample(count)) {
        for (Item item = items.next(); item != null; item = items.next()) {
          switch (conversion.of(item)) {
            case Conversion.Converted converted -> {
              pixels.writeBytes(converted.bytes());
              labels.add(item.label());
            }
            case Conversion.Refused problem -> refused.add(problem.reason());
          }
        }
        classes = items.classes();
      }
      int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
      boolean labelled = labels.stream().anyMatch(label -> label != Dataset.NO_LABEL);
      return new Preview(
          found,
          new Dataset(pixels.toByteArray(), shape, labelled ? numbers : null, classes),
          refused);
    }
  }

  int threads() {
    return threads;
  }

  /** Of the file in the cache: another one for each source, state of it, and conversion. */
  static String name(DataSource source, ImportOptions options) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all =
          String.join(
              "\n",
              source.kind(),
              source.path().toAbsolutePath().normalize().toString(),
              source.fingerprint(),
              options.key());
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
