package org.aeworkbench.ui.pictures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.figures.ReconstructionFigure;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.files.OutputFolder;
import org.aeworkbench.files.OutputNames;
import org.jspecify.annotations.Nullable;

/**
 * A folder with what the network saw of each picture, its reconstruction, both with the error, and
 * a table of the losses. The names are those of the command line.
 */
final class PictureFolder {
  private static final String INPUT = "-input.png";
  private static final String RECONSTRUCTION = "-reconstruction.png";
  private static final String COMPARISON = "-comparison.png";

  private final Path folder;
  private final @Nullable ErrorRanking ranking;
  private final ErrorChannel channel;
  private final OutputNames names;
  private final StringBuilder table =
      new StringBuilder("picture,file,crossEntropy,squaredError,worseThanPercentOfTestSet\n");
  private int count;

  /**
   * @param pictures that will be written; their files are not written over
   * @throws org.aeworkbench.problem.ProblemException if nothing can be written there
   */
  PictureFolder(
      Path folder,
      List<PictureEntry> pictures,
      @Nullable ErrorRanking ranking,
      ErrorChannel channel) {
    this.channel = channel;
    this.folder = OutputFolder.check(folder);
    this.ranking = ranking;
    List<Path> sources =
        pictures.stream()
            .map(PictureEntry::origin)
            .filter(PictureOrigin.OfFile.class::isInstance)
            .map(origin -> ((PictureOrigin.OfFile) origin).file())
            .toList();
    names = new OutputNames(folder, List.of(INPUT, RECONSTRUCTION, COMPARISON), sources);
  }

  /** How many pictures were written. */
  int count() {
    return count;
  }

  void write(PictureEntry picture, PictureResult result) {
    String name = names.next(base(picture));
    write(name + INPUT, ReconstructionFigure.image(result.shape(), result.seen()));
    write(
        name + RECONSTRUCTION, ReconstructionFigure.image(result.shape(), result.reconstruction()));
    write(
        name + COMPARISON,
        ReconstructionFigure.renderWithErrors(
            result.shape(),
            new float[][] {result.seen()},
            new float[][] {result.reconstruction()},
            channel));
    table.append(line(picture.name(), name, result));
    count++;
  }

  void writeTable() {
    AtomicFile.writeText(folder.resolve("pictures.csv"), table);
  }

  private static String base(PictureEntry picture) {
    if (picture.origin() instanceof PictureOrigin.OfFile from) {
      String base = OutputNames.base(String.valueOf(from.file().getFileName()));
      int number = picture.treatment().number();
      return number == 0 ? base : base + "-" + number;
    }
    return OutputNames.base(picture.name());
  }

  private void write(String name, BufferedImage image) {
    byte[] png = ReconstructionFigure.png(image);
    AtomicFile.writeOneOfMany(folder.resolve(name), out -> out.write(png));
  }

  private String line(String picture, String file, PictureResult result) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.6f,%.6f,%s\n",
        quoted(picture),
        quoted(file),
        result.crossEntropy(),
        result.squaredError(),
        ranking == null
            ? ""
            : String.format(Locale.ROOT, "%.2f", ranking.percentile(result.loss())));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
