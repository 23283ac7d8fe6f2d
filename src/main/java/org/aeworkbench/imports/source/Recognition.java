package org.aeworkbench.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aeworkbench.datasets.IdxName;
import org.aeworkbench.files.Reason;
import org.aeworkbench.pictures.PictureFiles;
import org.aeworkbench.problem.ProblemException;

/** What a path holds. */
final class Recognition {
  private static final int HEAD_BYTES = 32;
  private static final String REMEDY =
      "Choose a folder of pictures, a zip of one, IDX files, a CSV of pixels, .npz or .npy.";

  private Recognition() {}

  static DataSource of(Path path) {
    if (!Files.exists(path)) {
      throw new ProblemException(path + " does not exist.", "Check the path.");
    }
    if (Files.isDirectory(path)) {
      return ofTree(FolderTree.of(path));
    }
    byte[] head = head(path);
    if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
      return ofTree(ZipTree.of(path));
    }
    if (PictureFiles.beginsAsPicture(head)) {
      throw new ProblemException(
          path + " is one picture, which is no data set.", "Choose the folder that it lies in.");
    }
    if (IdxName.parse(String.valueOf(path.getFileName())).isPresent()) {
      Tree beside = FolderTree.of(path.toAbsolutePath().normalize().resolveSibling("."), 1);
      return IdxSource.in(beside, path).orElseThrow(() -> nothing(path));
    }
    throw nothing(path);
  }

  private static DataSource ofTree(Tree tree) {
    try {
      Optional<DataSource> idx = IdxSource.in(tree, null);
      if (idx.isPresent()) {
        return idx.get();
      }
      PictureSource pictures = new PictureSource(tree);
      if (!pictures.isEmpty()) {
        return pictures;
      }
      throw nothing(tree.root());
    } catch (ProblemException e) {
      tree.close();
      throw e;
    }
  }

  private static ProblemException nothing(Path path) {
    return new ProblemException(path + " holds nothing that could be learned from.", REMEDY);
  }

  private static boolean begins(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
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
