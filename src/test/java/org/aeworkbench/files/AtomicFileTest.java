package org.aeworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void writesIntoFoldersThatDoNotExistYet() throws IOException {
    Path target = folder.resolve("a/b/text.txt");
    AtomicFile.writeText(target, "Ärmel");
    assertThat(target).hasContent("Ärmel");
    assertThat(names(folder.resolve("a/b"))).containsExactly("text.txt");
  }

  @Test
  void replacesAFile() throws IOException {
    Path target = Files.writeString(folder.resolve("text.txt"), "before, and longer");
    AtomicFile.writeText(target, "after");
    assertThat(target).hasContent("after");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path target = Files.writeString(folder.resolve("text.txt"), "before");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("text.txt could not be written: No space left on device.")
        .hasMessageNotContaining("\n");
    assertThat(target).hasContent("before");
    assertThat(names(folder)).containsExactly("text.txt");
  }

  @Test
  void aFailureOfTheProgramLeavesNothingEither() throws IOException {
    Path target = folder.resolve("text.txt");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void aWriterMayCloseItsStream() throws IOException {
    Path target = folder.resolve("zip");
    AtomicFile.write(
        target,
        out -> {
          out.write(1);
          out.close();
        });
    assertThat(target).hasBinaryContent(new byte[] {1});
  }

  @Test
  void aFileInTheWayOfAFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> AtomicFile.writeText(file.resolve("below/text.txt"), ""))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot be made: " + file + " is a file. Choose another folder.");
    assertThatThrownBy(() -> OutputFolder.check(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(file + " is a file");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> AtomicFile.writeText(folder, ""))
        .isInstanceOf(ProblemException.class)
        .hasMessage(folder + " is a folder. Name a file to write to.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    AtomicFile.writeText(link, "after");
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("after");
  }

  @Test
  void checkingAFolderMakesItAndLeavesNothingIn() throws IOException {
    Path fresh = folder.resolve("x/y");
    assertThat(OutputFolder.check(fresh)).isDirectory();
    assertThat(names(fresh)).isEmpty();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
