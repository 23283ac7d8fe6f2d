package org.aeworkbench.ui.incoming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.aeworkbench.datasets.IdxName;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.ui.common.DropPlace;

/**
 * Files from outside by what they are for.
 *
 * @param models to open
 * @param data what is to be learned: folders, archives, tables, arrays
 * @param pictures everything else, folders of pictures included; what is no picture is said there
 * @param either true if the data is one folder that may as well be meant as pictures
 */
record Sorted(List<Path> models, List<Path> data, List<Path> pictures, boolean either) {
  private static final List<String> DATA_ENDINGS =
      List.of(".csv", ".tsv", ".npy", ".npz", ".gz", "-ubyte", ".zip");

  /** What only a model has, DL4J's own included. */
  private static final String NETWORK = "configuration.json";

  /**
   * Looks at files; not for the FX thread.
   *
   * @param place where they were dropped
   */
  static Sorted of(List<Path> files, DropPlace place) {
    List<Path> models = new ArrayList<>();
    List<Path> data = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    List<Path> pictures = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      if (name.endsWith(ModelFile.EXTENSION) || name.endsWith(".zip") && isModel(file)) {
        models.add(file);
      } else if (Files.isDirectory(file)) {
        folders.add(file);
      } else if (DATA_ENDINGS.stream().anyMatch(name::endsWith)
          || IdxName.parse(name).isPresent()) {
        data.add(file);
      } else {
        pictures.add(file);
      }
    }
    // Several folders are no data set, but pictures may come from any number of them.
    boolean either = place == DropPlace.ANYWHERE && folders.size() == 1 && files.size() == 1;
    (place == DropPlace.DATA || either ? data : pictures).addAll(folders);
    return new Sorted(models, data, pictures, either);
  }

  /** The one source of data; the files of an IDX data set find each other. Empty for several. */
  Optional<Path> source() {
    boolean together =
        data.stream().allMatch(file -> IdxName.parse(name(file)).isPresent())
            && data.stream().map(Path::getParent).distinct().count() == 1;
    return data.size() == 1 || together ? data.stream().findFirst() : Optional.empty();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean isModel(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(NETWORK) != null;
    } catch (IOException e) {
      return false; // what it is instead is said where it is read
    }
  }
}
