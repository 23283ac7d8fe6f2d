package org.aeworkbench.imports.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeworkbench.problem.ProblemException;

/** Packed files that are not looked into: those within a folder or an archive, and other kinds. */
final class Archives {
  private static final List<String> ENDINGS =
      List.of(
          ".zip", ".7z", ".rar", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".gz", ".bz2", ".xz",
          ".zst");
  private static final int[] GZIP = {0x1F, 0x8B};
  private static final int[] BZIP2 = {'B', 'Z', 'h'};
  private static final int[] XZ = {0xFD, '7', 'z', 'X', 'Z'};
  private static final int[] SEVEN_ZIP = {'7', 'z', 0xBC, 0xAF};
  private static final int[] RAR = {'R', 'a', 'r', '!'};
  private static final int[] ZSTANDARD = {0x28, 0xB5, 0x2F, 0xFD};
  private static final int NAMED = 5;

  private Archives() {}

  /** True if a file is called as packed ones are. */
  static boolean isCalledSo(Leaf leaf) {
    String name = leaf.name().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** True if a file begins as one that is packed in another way than as zip. */
  static boolean beginsSo(byte[] head) {
    return List.of(GZIP, BZIP2, XZ, SEVEN_ZIP, RAR, ZSTANDARD).stream()
        .anyMatch(magic -> begins(head, magic));
  }

  /** True if these bytes stand at the beginning. */
  static boolean begins(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** What is said of a tree that holds packed files and nothing that can be read beside them. */
  static Optional<ProblemException> problem(Tree tree) {
    List<String> packed =
        tree.leaves().stream().filter(Archives::isCalledSo).map(Leaf::path).toList();
    if (packed.isEmpty()) {
      return Optional.empty();
    }
    String names = String.join(", ", packed.subList(0, Math.min(NAMED, packed.size())));
    return Optional.of(
        new ProblemException(
            tree.root()
                + " holds nothing that could be learned from but packed files, which are not"
                + " looked into: "
                + names
                + (packed.size() > NAMED ? " and others." : "."),
            "Unpack what is meant and choose the folder, or choose one .zip."));
  }
}
