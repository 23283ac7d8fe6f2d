package org.aeworkbench.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class NativeLibrariesTest {
  private static final byte[] FIRST = bytes(1_000_000, 1);
  private static final byte[] SECOND = bytes(70_000, 2);

  @TempDir private Path folder;
  private Path packed;
  private Path cache;

  @BeforeEach
  void pack() throws IOException {
    packed = folder.resolve("packed");
    cache = folder.resolve("cache");
    write("blas/libblas.so.0", FIRST);
    write("nd4j/libnd4j.so", SECOND);
    Files.writeString(
        packed.resolve(NativeLibraries.LIST),
        FIRST.length + " blas/libblas.so.0\n" + SECOND.length + " nd4j/libnd4j.so\n");
  }

  @Test
  void unpacksOnceAndTellsHowFar() throws IOException {
    NativeLibraries libraries = new NativeLibraries(packed, cache);
    assertThat(libraries.isUnpacked()).isFalse();
    List<Double> shares = new ArrayList<>();
    Path path = libraries.unpacked(shares::add);
    String[] folders = libraries.subfolders(path).split(File.pathSeparator);
    assertThat(Path.of(folders[0], "libblas.so.0")).hasBinaryContent(FIRST);
    assertThat(Path.of(folders[1], "libnd4j.so")).hasBinaryContent(SECOND);
    assertThat(shares).isSorted().last().isEqualTo(1.0);
    assertThat(libraries.isUnpacked()).isTrue();

    shares.clear();
    assertThat(new NativeLibraries(packed, cache).unpacked(shares::add)).isEqualTo(path);
    assertThat(shares).isEmpty();
    assertThat(files(cache)).noneMatch(file -> file.toString().contains(".part"));
  }

  @Test
  void repairsWhatIsNotWhole() throws IOException {
    NativeLibraries libraries = new NativeLibraries(packed, cache);
    Path blas = libraries.unpacked(share -> {}).resolve("blas").resolve("libblas.so.0");
    Files.write(blas, bytes(10, 3));
    assertThat(libraries.isUnpacked()).isFalse();
    libraries.unpacked(share -> {});
    assertThat(blas).hasBinaryContent(FIRST);
  }

  @Test
  void severalAtOnceDoNoHarm() throws Exception {
    Callable<Path> start = () -> new NativeLibraries(packed, cache).unpacked(share -> {});
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Path>> paths = threads.invokeAll(List.of(start, start, start, start));
      Path path = paths.getFirst().get();
      for (Future<Path> other : paths) {
        assertThat(other.get()).isEqualTo(path);
      }
    }
    assertThat(new NativeLibraries(packed, cache).isUnpacked()).isTrue();
    assertThat(files(cache)).hasSize(2);
  }

  @Test
  void anotherVersionHasItsOwnAndOldOnesGo() throws IOException {
    Path older = new NativeLibraries(packed, cache).unpacked(share -> {});
    write("nd4j/libnd4j.so", FIRST);
    Files.writeString(packed.resolve(NativeLibraries.LIST), FIRST.length + " nd4j/libnd4j.so\n");
    new NativeLibraries(packed, cache).unpacked(share -> {});
    assertThat(older).exists();

    Files.setLastModifiedTime(older, FileTime.from(Instant.now().minus(Duration.ofDays(100))));
    Path abandoned = Files.createDirectories(cache.resolve(".1234.part"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path underWay = Files.createDirectories(cache.resolve(".5678.part"));
    write("nd4j/libnd4j.so", SECOND);
    Files.writeString(packed.resolve(NativeLibraries.LIST), SECOND.length + " nd4j/libnd4j.so\n");
    new NativeLibraries(packed, cache).unpacked(share -> {});
    assertThat(older).doesNotExist();
    assertThat(abandoned).doesNotExist();
    assertThat(underWay).exists();
    assertThat(files(cache)).hasSize(2);
  }

  @Test
  void saysInOneLineWhatIsInTheWay() throws IOException {
    Files.writeString(cache, "a file where the folder should be");
    assertThatThrownBy(() -> new NativeLibraries(packed, cache).unpacked(share -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(cache.toString())
        .hasMessageContaining("They need 2 MB there");
    Files.delete(cache);

    Files.write(packed.resolve("blas/libblas.so.0.xz"), bytes(500, 4));
    assertThatThrownBy(() -> new NativeLibraries(packed, cache).unpacked(share -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("could not be unpacked");
    assertThat(files(cache)).isEmpty();

    Files.delete(packed.resolve(NativeLibraries.LIST));
    assertThatThrownBy(() -> new NativeLibraries(packed, cache).unpacked(share -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Install the workbench again.");
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = packed.resolve(name + ".xz");
    Files.createDirectories(file.getParent());
    try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0))) {
      out.write(content);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
