package org.aeworkbench.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeworkbench.datasets.IdxName.Kind;
import org.aeworkbench.datasets.IdxName.Split;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Own images in a folder with files as MNIST's, gzip or plain: Fashion-MNIST, KMNIST, EMNIST,
 * QMNIST, one's own. {@link IdxName} says how they may be called. Labels may be missing.
 *
 * <p>Of several files for one purpose (plain and gzip, a second download) the first counts that can
 * be read: a half-unpacked one or a folder of that name is in nobody's way.
 */
public final class IdxFolder {
  private static final int DEEPEST = 2;

  private final Path folder;
  private final List<Found> files;

  private record Found(Path file, IdxName name) {}

  private IdxFolder(Path folder) {
    this.folder = folder;
    this.files = found(folder);
  }

  /**
   * Reads training and test images.
   *
   * @param path a folder; where it holds several data sets, a file of the one that is meant
   * @throws ProblemException if there are no such files, one holds no images of 28×28 pixels, or is
   *     damaged
   */
  public static DataSplit load(Path path) {
    if (Files.isDirectory(path)) {
      IdxFolder folder = new IdxFolder(path);
      return folder.load(folder.onlySet());
    }
    if (!Files.exists(path)) {
      throw new ProblemException(path + " is no folder.", "Name one with IDX files.");
    }
    IdxFolder folder = new IdxFolder(path.toAbsolutePath().resolveSibling("."));
    return IdxName.parse(String.valueOf(path.getFileName()))
        .map(name -> folder.load(name.set()))
        .orElseThrow(
            () ->
                new ProblemException(
                    path + " is no folder, and not called as IDX files are.",
                    "Name a folder with train-images-idx3-ubyte and t10k-images-idx3-ubyte."));
  }

  /**
   * What the data is called: the data set if it is named by one of its files, else the folder.
   *
   * @param path as for {@link #load}
   */
  public static String name(Path path) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    return Files.isDirectory(path)
        ? name
        : IdxName.parse(name).map(IdxName::set).filter(set -> !set.isEmpty()).orElse(name);
  }

  private DataSplit load(String set) {
    if (!has(set, Split.TRAIN)) {
      throw missing(set, "train");
    }
    Dataset training = dataset(set, Split.TRAIN);
    Split test = has(set, Split.T10K) ? Split.T10K : Split.TEST;
    if (!has(set, test)) {
      throw missing(set, "t10k");
    }
    return new DataSplit(training, dataset(set, test));
  }

  private Dataset dataset(String set, Split split) {
    byte[] images = firstReadable(of(set, split, Kind.IMAGES), IdxReader::readImages);
    List<Path> labels = of(set, split, Kind.LABELS);
    int count = images.length / Dataset.PIXELS;
    return labels.isEmpty()
        ? Dataset.unlabelled(images)
        : new Dataset(images, firstReadable(labels, file -> labels(file, count)));
  }

  private static int[] labels(Path file, int images) {
    int[] labels = IdxReader.readLabels(file);
    if (labels.length != images) {
      throw new ProblemException(
          file + " holds " + labels.length + " labels for " + images + " images.",
          "Use files that belong together, or move the labels away: they are only shown.");
    }
    return labels;
  }

  private static <T> T firstReadable(List<Path> candidates, Function<Path, T> reader) {
    ProblemException first = null;
    for (Path file : candidates) {
      try {
        return reader.apply(file);
      } catch (ProblemException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new IllegalArgumentException("no candidates") : first;
  }

  /** MNIST's own names go before a data set's that lies beside them. */
  private String onlySet() {
    List<String> sets =
        files.stream()
            .map(found -> found.name().set())
            .distinct()
            .filter(set -> has(set, Split.TRAIN))
            .toList();
    if (sets.isEmpty()) {
      throw missing("", "train");
    }
    List<String> whole =
        sets.stream().filter(set -> has(set, Split.T10K) || has(set, Split.TEST)).toList();
    if (whole.size() > 1 && !whole.contains("")) {
      throw new ProblemException(
          "The folder " + folder + " holds several data sets: " + String.join(", ", whole) + ".",
          "Name the file of training images of the one that is meant.");
    }
    return whole.isEmpty() ? sets.getFirst() : whole.contains("") ? "" : whole.getFirst();
  }

  private boolean has(String set, Split split) {
    return !of(set, split, Kind.IMAGES).isEmpty();
  }

  private List<Path> of(String set, Split split, Kind kind) {
    return files.stream()
        .filter(
            found ->
                found.name().set().equals(set)
                    && found.name().split() == split
                    && found.name().kind() == kind)
        .map(Found::file)
        .toList();
  }

  private static List<Found> found(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .flatMap(
              file ->
                  IdxName.parse(String.valueOf(file.getFileName()))
                      .map(name -> new Found(file, name))
                      .stream())
          .sorted(
              Comparator.comparing((Found found) -> found.name().zipped())
                  .thenComparing(found -> found.file().getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new ProblemException(
          "The folder " + folder + " cannot be read.", "Check that you may read it.", e);
    }
  }

  private ProblemException missing(String set, String split) {
    String name = (set.isEmpty() ? "" : set + "-") + split + "-images-idx3-ubyte";
    Path below = below();
    return new ProblemException(
        "The folder " + folder + " has no " + name + " or " + name + ".gz.",
        below == null
            ? "Use a folder with MNIST's files; those of labels may be missing."
            : "There are such files in " + below + ".");
  }

  /** Archives and libraries put the files into a folder of their own; the first such one. */
  private @Nullable Path below() {
    try (Stream<Path> paths = Files.walk(folder, DEEPEST + 1)) {
      return paths
          .filter(file -> !folder.equals(file.getParent()) && !Files.isDirectory(file))
          .filter(
              file ->
                  IdxName.parse(String.valueOf(file.getFileName()))
                      .filter(n -> n.split() == Split.TRAIN && n.kind() == Kind.IMAGES)
                      .isPresent())
          .map(Path::getParent)
          .collect(Collectors.minBy(Comparator.naturalOrder()))
          .orElse(null);
    } catch (IOException | java.io.UncheckedIOException e) {
      return null; // it is only a hint
    }
  }
}
