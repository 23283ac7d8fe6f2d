package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeworkbench.datasets.IdxName;
import org.aeworkbench.files.Reason;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.PictureFiles;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a path holds. */
final class Recognition {
  private static final int HEAD_BYTES = 32;
  private static final String REMEDY =
      "Choose a folder of pictures, a zip of one, IDX files, a CSV of pixels, .npz or .npy.";

  private Recognition() {}

  static DataSource of(Path path, @Nullable ImageShape wanted) {
    if (!Files.exists(path)) {
      throw new ProblemException(path + " does not exist.", "Check the path.");
    }
    if (Files.isDirectory(path)) {
      return ofTree(FolderTree.of(path), wanted);
    }
    byte[] head = head(path);
    if (Archives.begins(head, 'P', 'K', 3, 4) || Archives.begins(head, 'P', 'K', 5, 6)) {
      return ofTree(ZipTree.of(path), wanted);
    }
    if (Archives.begins(head, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
      return ArraySource.in(FolderTree.ofFile(path), path, wanted).orElseThrow(() -> nothing(path));
    }
    if (PictureFiles.beginsAsPicture(head)) {
      throw new ProblemException(
          path + " is one picture, which is no data set.", "Choose the folder that it lies in.");
    }
    if (IdxName.parse(String.valueOf(path.getFileName())).isPresent()) {
      Tree beside = FolderTree.of(path.toAbsolutePath().normalize().resolveSibling("."), 1);
      return IdxSource.in(beside, path).orElseThrow(() -> nothing(beside, path));
    }
    if (Archives.beginsSo(head)) {
      throw new ProblemException(
          path + " is packed in a way that is not looked into.",
          "Unpack it and choose the folder, or choose a .zip.");
    }
    return TableSource.of(FolderTree.ofFile(path), path, wanted);
  }

  private static DataSource ofTree(Tree tree, @Nullable ImageShape wanted) {
    try {
      return IdxSource.in(tree, null)
          .or(() -> pictures(tree))
          .or(() -> ArraySource.in(tree, tree.root(), wanted))
          .or(() -> TableSource.in(tree, wanted))
          .or(() -> archive(tree, wanted))
          .orElseThrow(() -> nothing(tree, tree.root()));
    } catch (ProblemException e) {
      tree.close();
      throw e;
    }
  }

  private static Optional<DataSource> pictures(Tree tree) {
    PictureSource pictures = new PictureSource(tree);
    return pictures.isEmpty() ? Optional.empty() : Optional.of(pictures);
  }

  /** The only archive that lies in a folder, or several of arrays that belong together. */
  private static Optional<DataSource> archive(Tree tree, @Nullable ImageShape wanted) {
    if (!(tree instanceof FolderTree folder)) {
      return Optional.empty();
    }
    List<Leaf> archives =
        folder.leaves().stream()
            .filter(leaf -> leaf.name().toLowerCase(Locale.ROOT).matches(".*\\.(zip|npz)"))
            .toList();
    return archives.size() == 1
        ? Optional.of(of(folder.file(archives.getFirst()), wanted))
        : ArraySource.inArchives(folder, archives, wanted);
  }

  private static ProblemException nothing(Tree tree, Path path) {
    return IdxSet.areTestImagesAlone(tree)
        ? new ProblemException(
            path + " holds test images without training images.",
            "Put train-images-idx3-ubyte beside them.")
        : Archives.problem(tree).orElseGet(() -> nothing(path));
  }

  private static ProblemException nothing(Path path) {
    return new ProblemException(path + " holds nothing that could be learned from.", REMEDY);
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw new ProblemException(
          file + " cannot be read: " + Reason.of(e) + ".",
          "Check that it is a file you may read.",
          e);
    }
  }
}
