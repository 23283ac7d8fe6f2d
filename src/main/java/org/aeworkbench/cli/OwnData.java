package org.aeworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.Skipped;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.imports.ImportControl;
import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.imports.Importer;

/** The data sets that a path stands for. */
final class OwnData {
  private OwnData() {}

  /** Where converted data is kept. */
  static DatasetCache cache() {
    return DatasetCache.of(UserFolders.ofSystem());
  }

  /** True for the set that the workbench draws itself, unless there is a file of that name. */
  static boolean isShapes(Path path) {
    return path.toString().equals(SampleShapes.NAME) && !Files.exists(path);
  }

  /** Opens a data set, importing it if need be, and says how far that is and what was skipped. */
  static StoredData open(Path path, ImportOptions options, Console console) {
    ImportControl control = new ImportControl();
    Importer importer = new Importer(cache(), Runtime.getRuntime().availableProcessors());
    try (ImportLine line = new ImportLine(console, control)) {
      StoredData stored = importer.open(path, options, control);
      line.clear();
      Skipped skipped = stored.description().skipped();
      if (control.done() > 0 && skipped.count() > 0) {
        console.note(
            skipped.count()
                + (skipped.count() == 1 ? " file was" : " files were")
                + " skipped, the first: "
                + skipped.first().getFirst());
      }
      return stored;
    }
  }
}
