package org.aeworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.ReaderGoneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  @DisabledOnOs(OS.WINDOWS)
  void whatALinkPointsToIsMade() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("sub", "..", "real"));
    Files.createDirectory(folder.resolve("sub"));
    AtomicFile.writeText(link, "after");
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real")).hasContent("after");
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    assertThatThrownBy(() -> AtomicFile.writeText(circle, "after"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("leads round in a circle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rwxrwxrwx", "r--r--r--"})
  @DisabledOnOs(OS.WINDOWS)
  void aFileKeepsItsPermissions(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    AtomicFile.write(
        file,
        out -> {
          assertThat(permissions(names(folder).getFirst())).isSubsetOf(permissions("text.txt"));
          out.write('a');
        });
    assertThat(file).hasContent("a");
    assertThat(permissions("text.txt")).isEqualTo(PosixFilePermissions.fromString(permissions));
  }

  private Set<PosixFilePermission> permissions(String name) throws IOException {
    return Files.getPosixFilePermissions(folder.resolve(name));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsWrittenInto() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    for (Path path : List.of(pipe, link)) {
      CompletableFuture<String> read =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Files.readString(pipe);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      AtomicFile.writeText(path, "through");
      assertThat(read.get()).isEqualTo("through");
    }
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(names(folder)).containsExactly("link", "pipe");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeThatNobodyReadsOnIsNoFault() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("head", "-c", "1", pipe.toString()).start();
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    pipe,
                    out -> {
                      for (int i = 0; i < 1000; i++) {
                        out.write(new byte[1 << 16]);
                      }
                    }))
        .isInstanceOf(ReaderGoneException.class);
    assertThat(reader.waitFor()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsWrittenInto() {
    AtomicFile.writeText(Path.of("/dev/null"), "gone");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThatThrownBy(() -> AtomicFile.writeText(Path.of("/dev/full"), "too much"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/dev/full could not be written: No space left on device.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatAProcessHasOpenIsWrittenIntoAfterWhatIsThere() throws IOException {
    Path file = folder.resolve("text.txt");
    try (FileOutputStream open = new FileOutputStream(file.toFile())) {
      open.write("before ".getBytes(StandardCharsets.UTF_8));
      AtomicFile.writeText(numbered(file), "after");
    }
    assertThat(file).hasContent("before after");
    assertThat(names(folder)).containsExactly("text.txt");
    try (InputStream open = Files.newInputStream(file)) {
      Path number = numbered(file);
      assertThatThrownBy(() -> AtomicFile.writeText(number, "lost"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("is open for reading only");
      assertThat(open.readAllBytes()).hasSize(12);
    }
  }

  /** Where the system shows the open file of this process that a path leads to. */
  private static Path numbered(Path file) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(number -> leadsTo(number, file)).findFirst().orElseThrow();
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file.toRealPath());
    } catch (IOException e) {
      return false; // closed meanwhile
    }
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
