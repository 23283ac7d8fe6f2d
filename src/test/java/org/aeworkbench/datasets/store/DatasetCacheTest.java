package org.aeworkbench.datasets.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCacheTest {
  private static final ImageShape SHAPE = new ImageShape(3, 5, 3);

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsStoredComesBackMapped() {
    DatasetCache cache = new DatasetCache(folder);
    StoredImages.store(cache, "cats", SHAPE, 7, 3);
    StoredData stored = cache.open("cats").orElseThrow();
    byte[] images = StoredImages.pixels(SHAPE, 10);
    Dataset training = stored.data().training();
    Dataset test = stored.data().test();
    assertThat(training.heldBytes()).isNull();
    assertThat(training.bytes(0, 7)).isEqualTo(Arrays.copyOf(images, 7 * 45));
    assertThat(test.bytes(1, 2)).isEqualTo(Arrays.copyOfRange(images, 8 * 45, 10 * 45));
    assertThat(training.label(5)).isEqualTo(2);
    assertThat(training.className(5)).isEqualTo("Änne");
    assertThat(test.shape()).isEqualTo(SHAPE);
    assertThat(stored.duplicates()).isEqualTo(1);
    assertThat(stored.description()).isEqualTo(StoredImages.description("cats", SHAPE));
  }

  @Test
  void aMappedSetIsTheSameDataAsOneInMemory() {
    Dataset mapped =
        StoredImages.store(new DatasetCache(folder), "a", SHAPE, 7, 3).data().training();
    Dataset held = Dataset.unlabelled(Arrays.copyOf(StoredImages.pixels(SHAPE, 10), 7 * 45), SHAPE);
    assertThat(mapped.checksum()).isEqualTo(held.checksum());
    assertThat(mapped.checksum(4)).isEqualTo(held.checksum(4));
    assertThat(mapped.first(4).checksum()).isEqualTo(held.checksum(4));
    assertThat(mapped.image(6)).isEqualTo(held.image(6));
    byte[] some = new byte[2 * 45];
    mapped.copyBytes(new int[] {0, 6, 2}, 1, 2, some);
    byte[] expected = new byte[2 * 45];
    held.copyBytes(new int[] {0, 6, 2}, 1, 2, expected);
    assertThat(some).isEqualTo(expected);
  }

  @Test
  void largeImagesAreReadOneByOneWhateverBecomesOfTheFile() throws IOException {
    ImageShape large = new ImageShape(64, 64, 3);
    StoredData stored = StoredImages.store(new DatasetCache(folder), "large", large, 5, 2);
    byte[] all = StoredImages.pixels(large, 7);
    int length = large.size();
    int[] order = {4, 0, 3};
    byte[] some = new byte[2 * length];
    for (String what : List.of("as it is", "interrupted", "after that", "deleted")) {
      if (what.equals("deleted")) {
        Files.delete(stored.file());
      } else if (what.equals("interrupted")) {
        Thread.currentThread().interrupt();
      }
      Arrays.fill(some, (byte) 0);
      stored.data().training().copyBytes(order, 1, 2, some);
      assertThat(Thread.interrupted()).isEqualTo(what.equals("interrupted"));
      assertThat(Arrays.copyOf(some, length)).as(what).isEqualTo(Arrays.copyOf(all, length));
      assertThat(Arrays.copyOfRange(some, length, 2 * length))
          .isEqualTo(Arrays.copyOfRange(all, 3 * length, 4 * length));
    }
    stored.data().test().first(1).copyBytes(new int[] {0}, 0, 1, some);
    assertThat(Arrays.copyOf(some, length)).isEqualTo(Arrays.copyOf(all, length));
  }

  @Test
  void imagesAreFoundByWhatAModelRemembersOfThem() throws IOException {
    DatasetCache cache = new DatasetCache(folder);
    Dataset training = StoredImages.store(cache, "a", SHAPE, 7, 3).data().training();
    age(StoredImages.store(cache, "b", SHAPE, 5, 2), 100);
    assertThat(cache.holding(training.checksum(), 7)).isPresent();
    assertThat(cache.holding(training.checksum(4), 4).orElseThrow().data().training().size())
        .isEqualTo(7);
    assertThat(cache.holding(training.checksum(4), 5)).isEmpty();
    assertThat(cache.holding(training.checksum(), 8)).isEmpty();
  }

  @Test
  void whatIsOnlyDescribedIsNotUsed() throws IOException {
    DatasetCache cache = new DatasetCache(folder);
    StoredData stored = StoredImages.store(cache, "a", SHAPE, 7, 3);
    age(stored, 100);
    DatasetCache.Entry before = cache.entries().getFirst();
    assertThat(cache.describe(stored.file())).contains(stored.description());
    assertThat(cache.entries()).containsExactly(before);
    assertThat(before.inUse()).isFalse();
  }

  @Test
  void whatIsNotCommittedLeavesNothing() throws IOException {
    DatasetCache cache = new DatasetCache(folder);
    try (DatasetWriter writer = cache.begin("a", SHAPE, 0)) {
      writer.add(Part.TRAINING, new byte[SHAPE.size()], 0, 0);
      assertThat(names()).hasSize(2);
    }
    assertThat(names()).isEmpty();
    assertThat(cache.open("a")).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeItBegins() throws IOException {
    DatasetCache cache = new DatasetCache(folder);
    assertThatThrownBy(() -> cache.begin("a", SHAPE, 1L << 60))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("takes 1152921.5 TB, and there are");
    assertThat(names()).isEmpty();
  }

  @Test
  void damagedFilesAreNone() throws IOException {
    DatasetCache cache = new DatasetCache(folder);
    Path file = StoredImages.store(cache, "a", SHAPE, 7, 3).file();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 64, 4096, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache.open("a")).as(length + " bytes").isEmpty();
    }
    for (int at : new int[] {3, 9, 20, 50, 61, whole.length - 3, whole.length - 400}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThat(cache.open("a")).as("byte " + at).isEmpty();
    }
    Files.write(file, whole);
    assertThat(cache.open("a")).isPresent();
  }

  /** As another program would have left it: without this one's mark. */
  private void age(StoredData stored, int seconds) throws IOException {
    for (String name : names()) {
      if (name.endsWith(".use") && name.contains(stored.file().getFileName().toString())) {
        Files.delete(folder.resolve(name));
      }
    }
    Files.setLastModifiedTime(stored.file(), FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  @Test
  void theLongestUnusedGoesFirstButNoneInUse() throws IOException {
    DatasetCache cache = new DatasetCache(folder, 16_000);
    StoredImages.store(cache, "used", SHAPE, 7, 3); // some 5 kB each
    age(StoredImages.store(cache, "old", SHAPE, 7, 3), 200);
    age(StoredImages.store(cache, "older", SHAPE, 7, 3), 300);
    Files.setLastModifiedTime(
        folder.resolve("used.aedata"), FileTime.from(Instant.now().minusSeconds(400)));
    StoredImages.store(cache, "new", SHAPE, 7, 3);
    assertThat(cache.entries())
        .extracting(entry -> entry.file().getFileName().toString())
        .containsExactly("new.aedata", "old.aedata", "used.aedata");
    assertThat(cache.empty()).isPositive();
    assertThat(cache.entries()).hasSize(2).allMatch(DatasetCache.Entry::inUse);
  }

  @Test
  void whatKilledProgramsLeaveIsSwept() throws IOException {
    long dead = new ProcessBuilder("true").start().onExit().join().pid();
    Files.write(folder.resolve(".training.x." + dead + "-1.part"), new byte[9]);
    Files.write(folder.resolve(".a.aedata." + dead + "-1.use"), new byte[0]);
    Path recycled = folder.resolve(".training.y." + ProcessHandle.current().pid() + "-1.part");
    Files.write(recycled, new byte[9]); // the number is this process', the start is not
    Path other = folder.resolve(".training.z." + ProcessMark.own() + ".part");
    Files.write(other, new byte[9]);
    new DatasetCache(folder).empty();
    assertThat(names()).containsExactly(other.getFileName().toString());
  }

  @Test
  void twoProgramsThatWriteTheSameLeaveOneThatBothCanUse() {
    DatasetCache one = new DatasetCache(folder);
    DatasetCache two = new DatasetCache(folder);
    try (DatasetWriter first = one.begin("a", SHAPE, 0);
        DatasetWriter second = two.begin("a", SHAPE, 0)) {
      for (DatasetWriter writer : List.of(first, second)) {
        writer.add(Part.TRAINING, StoredImages.pixels(SHAPE, 1), 0, 0);
        writer.add(Part.TEST, StoredImages.pixels(SHAPE, 1), 0, 0);
      }
      StoredData early = one.commit(first, "a", StoredImages.description("a", SHAPE));
      StoredData late = two.commit(second, "a", StoredImages.description("a", SHAPE));
      assertThat(early.data().training().bytes(0, 1)).isEqualTo(StoredImages.pixels(SHAPE, 1));
      assertThat(late.data().training().bytes(0, 1)).isEqualTo(StoredImages.pixels(SHAPE, 1));
    }
  }
}
