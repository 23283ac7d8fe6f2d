package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.datasets.store.Bytes;
import org.aeworkbench.datasets.store.DataDescription;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports own data and says what it is. */
@Command(
    name = "data",
    header = "Import own images, or say what is kept of them.",
    description = {
      "Imports images as train --data does, and says what they are: how many, of"
          + " which classes, how large on disk, what was skipped and why, and how many test images"
          + " are among the training images too.",
      "Converted images are kept in the user's cache folder, those used longest ago are let go"
          + " first; a source that has changed is converted anew."
    },
    footer = {"  aeworkbench data photos --image 32x32x3", "  aeworkbench data --cache"})
final class DataCommand implements Runnable {
  private static final int NAMED_CLASSES = 30;

  private final Console console;
  @Mixin private final ImportOptionsGiven conversion = new ImportOptionsGiven();
  @Mixin private final ImageOptions images = new ImageOptions();

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "What train takes as --data.")
  private @Nullable Path path;

  @Option(names = "--cache", description = "List the converted data that is kept.")
  private boolean list;

  @Option(
      names = "--empty-cache",
      description = "Delete the converted data that no running workbench uses.")
  private boolean empty;

  DataCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Path given = path;
    if ((list ? 1 : 0) + (empty ? 1 : 0) + (given == null ? 0 : 1) != 1) {
      throw new UsageException(
          "Either images, --cache or --empty-cache is needed.", "Name a folder or a file.");
    }
    if (list) {
      list(OwnData.cache());
    } else if (given == null) {
      console.note(Bytes.text(OwnData.cache().empty()) + " are free again.");
    } else if (OwnData.isShapes(given)) {
      line("name", SampleShapes.NAME);
      split(SampleShapes.make());
    } else {
      StoredData stored =
          OwnData.open(given, conversion.options(images.image(), images.fit()), console);
      stored(stored);
      split(stored.data());
    }
  }

  private void list(DatasetCache cache) {
    List<DatasetCache.Entry> entries = cache.entries();
    for (DatasetCache.Entry entry : entries) {
      Optional<DataDescription> description = cache.describe(entry.file());
      line(
          Bytes.text(entry.bytes()),
          description.map(d -> d.shape().text() + "  " + d.source()).orElse("damaged")
              + (entry.inUse() ? "  (in use)" : ""));
    }
    long bytes = entries.stream().mapToLong(DatasetCache.Entry::bytes).sum();
    line(Bytes.text(bytes), "of at most " + Bytes.text(cache.limit()) + " in " + cache.folder());
  }

  private void split(DataSplit data) {
    Dataset training = data.training();
    Dataset test = data.test();
    line(
        "images",
        String.format(Locale.ROOT, "%,d to learn, %,d to judge by", training.size(), test.size()));
    line("size", training.shape().text());
    classes(training, test);
    line("checksum", training.checksum());
  }

  private void stored(StoredData stored) {
    DataDescription description = stored.description();
    line("name", description.name());
    line("source", description.kind() + " " + description.source());
    line("converted", description.conversion());
    line("on disk", Bytes.text(stored.bytes()) + " in " + stored.file());
    line("duplicates", stored.duplicates() + " test images are among the training images too");
    description.notes().forEach(note -> line("note", note));
    line("skipped", "" + description.skipped().count());
    description.skipped().first().forEach(reason -> line("", reason));
    int more = description.skipped().count() - description.skipped().first().size();
    if (more > 0) {
      line("", "and " + more + " more");
    }
  }

  private void classes(Dataset training, Dataset test) {
    if (!training.hasLabels() && !test.hasLabels()) {
      line("classes", "none");
      return;
    }
    ClassCounts counts = ClassCounts.of(training, test);
    line("classes", "" + counts.names().size());
    for (int i = 0; i < Math.min(NAMED_CLASSES, counts.names().size()); i++) {
      line("", String.format(Locale.ROOT, "%,9d  %s", counts.images(i), counts.names().get(i)));
    }
    if (counts.names().size() > NAMED_CLASSES) {
      line("", "and " + (counts.names().size() - NAMED_CLASSES) + " more");
    }
  }

  private void line(String what, @Nullable String text) {
    console.line(String.format(Locale.ROOT, "%-11s %s", what, text));
  }
}
