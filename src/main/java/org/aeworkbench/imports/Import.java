package org.aeworkbench.imports;

import java.time.Instant;
import java.util.List;
import org.aeworkbench.datasets.store.DataDescription;
import org.aeworkbench.datasets.store.DatasetWriter;
import org.aeworkbench.datasets.store.Part;
import org.aeworkbench.datasets.store.Skipped;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.imports.source.DataSource;
import org.aeworkbench.imports.source.Item;
import org.aeworkbench.imports.source.Items;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;

/** One import. */
final class Import {
  private final DataSource source;
  private final ImportOptions options;
  private final ImportControl control;
  private final Importer importer;

  Import(DataSource source, ImportOptions options, ImportControl control, Importer importer) {
    this.source = source;
    this.options = options;
    this.control = control;
    this.importer = importer;
  }

  StoredData run() {
    ImageShape shape = options.image() == null ? Look.at(source).suggestedShape() : options.image();
    Outcome outcome = run(shape, new Split(options.testFraction(), options.splitSeed()));
    if (outcome instanceof Outcome.OnePart few) {
      // Of a handful all may have gone into one part: now it is known how many there are.
      outcome = run(shape, Split.ofFew(options.testFraction(), options.splitSeed(), few.images()));
    }
    return switch (outcome) {
      case Outcome.Done done -> done.data();
      case Outcome.OnePart one ->
          throw new ProblemException(
              source.path() + " leaves nothing for one of the two parts.",
              "Choose another share of test images.");
    };
  }

  private sealed interface Outcome {
    record Done(StoredData data) implements Outcome {}

    record OnePart(long images) implements Outcome {}
  }

  private Outcome run(ImageShape shape, Split split) {
    Conversion conversion = new Conversion(shape, options.fit(), options.invert());
    long expected = Math.max(0, source.count());
    control.begin(expected);
    Skipped.Collector skipped = new Skipped.Collector();
    String name = Importer.name(source, options);
    try (Items items = source.items(options.splitSeed());
        DatasetWriter writer = importer.cache().begin(name, shape, expected * shape.size());
        Workers workers = new Workers(items, conversion, importer.threads(), control)) {
      long done = 0;
      for (var block = workers.next(); !block.isEmpty(); block = workers.next()) {
        for (Conversion.Result result : block) {
          switch (result) {
            case Conversion.Converted image ->
                writer.add(part(image.item(), split), image.bytes(), 0, image.item().label());
            case Conversion.Refused refused -> skipped.add(refused.reason());
          }
        }
        done += block.size();
        control.advance(done, written(writer) * shape.size());
      }
      if (written(writer) < 2) {
        throw tooFew(writer, skipped);
      }
      if (writer.count(Part.TRAINING) == 0 || writer.count(Part.TEST) == 0) {
        return new Outcome.OnePart(written(writer));
      }
      items.skipped().forEach(skipped::add);
      return new Outcome.Done(
          importer.cache().commit(writer, name, description(items, shape, skipped)));
    }
  }

  private static long written(DatasetWriter writer) {
    return (long) writer.count(Part.TRAINING) + writer.count(Part.TEST);
  }

  private Part part(Item item, Split split) {
    if (source.saysParts()) {
      Part said = item.part();
      return said == null ? Part.TRAINING : said;
    }
    return split.next();
  }

  private ProblemException tooFew(DatasetWriter writer, Skipped.Collector skipped) {
    if (written(writer) == 1) {
      return new ProblemException(
          source.path() + " holds a single image.",
          "Two are needed at least: one to learn from, one to judge by.");
    }
    List<String> first = skipped.toSkipped().first();
    return new ProblemException(
        "None of the "
            + skipped.count()
            + " images in "
            + source.path()
            + " can be read"
            + (first.isEmpty() ? "." : "; the first: " + first.getFirst()),
        "Choose other data.");
  }

  private DataDescription description(Items items, ImageShape shape, Skipped.Collector skipped) {
    return new DataDescription(
        source.name(),
        source.path().toAbsolutePath().normalize().toString(),
        source.kind(),
        source.fingerprint(),
        options.text(),
        shape,
        items.classes(),
        skipped.toSkipped(),
        items.notes(),
        Instant.now().toString());
  }
}
