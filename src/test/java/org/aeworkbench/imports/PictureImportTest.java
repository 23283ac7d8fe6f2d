package org.aeworkbench.imports;

import static org.aeworkbench.imports.MadePictures.png;
import static org.aeworkbench.imports.MadePictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and archives of pictures as they are in life. */
class PictureImportTest {
  private static final byte[] TEXT = "no picture".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temp;
  private Path folder;
  private Importer importer;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(temp.resolve("set"));
    importer = new Importer(new DatasetCache(temp.resolve("cache")), 2);
  }

  @Test
  void subFoldersAreClasses() throws IOException {
    for (int i = 0; i < 7; i++) {
      write(folder, "red things/" + i + ".png", png(6, new Color(200 + i, 0, 0)));
      write(folder, "青/" + i + ".PNG", png(6, new Color(0, 0, 200 + i)));
    }
    StoredData stored = open();
    DataSplit data = stored.data();
    assertThat(data.training().shape()).isEqualTo(new ImageShape(6, 6, 3));
    assertThat(data.training().classes()).containsExactly("red things", "青");
    assertThat(data.training().size()).isEqualTo(12);
    assertThat(data.test().size()).isEqualTo(2);
    for (Dataset part : List.of(data.training(), data.test())) {
      for (int i = 0; i < part.size(); i++) {
        float[] image = part.image(i);
        assertThat(image[0] > image[72]).isEqualTo(part.className(i).equals("red things"));
      }
    }
    assertThat(stored.description().skipped().count()).isZero();
  }

  @Test
  void theSeedDecidesOnTheTestImages() throws IOException {
    for (int i = 0; i < 20; i++) {
      write(folder, i + ".png", png(2, new Color(10 * i, 0, 0)));
    }
    String first = open().data().test().checksum();
    assertThat(open(ImportOptions.DEFAULT.withSplitSeed(7)).data().test().checksum())
        .isNotEqualTo(first);
    assertThat(open(ImportOptions.DEFAULT.withTestFraction(0.75)).data().test().size())
        .isEqualTo(15);
  }

  @Test
  void foldersOfTrainAndTestAreTheParts() throws IOException {
    for (String part : List.of("Train", "VAL", "testing")) {
      write(folder, "archive/" + part + "/a/1.png", png(3, Color.RED));
      write(folder, "archive/" + part + "/b/1.png", png(3, Color.BLUE));
    }
    StoredData stored = open();
    assertThat(stored.data().training().size()).isEqualTo(2);
    assertThat(stored.data().test().size()).isEqualTo(4);
    assertThat(stored.data().training().classes()).containsExactly("a", "b");
    assertThat(stored.duplicates()).isEqualTo(4);
  }

  @Test
  void partsMayBeWrappedOnceMoreOrLieInTheClasses() throws IOException {
    write(folder, "seg_train/seg_train/sea/1.png", png(3, Color.RED));
    write(folder, "seg_test/seg_test/sea/1.png", png(3, Color.BLUE));
    assertThat(open().data().test().classes()).containsExactly("sea");
    Path other = Files.createDirectory(temp.resolve("other"));
    write(other, "cats/train/1.png", png(3, Color.RED));
    write(other, "cats/test/1.png", png(3, Color.BLUE));
    write(other, "dogs/train/1.png", png(3, Color.GREEN));
    DataSplit data = importer.open(other, ImportOptions.DEFAULT, new ImportControl()).data();
    assertThat(data.test().className(0)).isEqualTo("cats");
    assertThat(data.test().image(0)[18]).isEqualTo(1);
  }

  @Test
  void oneClassAndThreePicturesAreEnough() throws IOException {
    for (int i = 0; i < 3; i++) {
      write(folder, "only/" + i + ".png", png(4, new Color(i, i, i)));
    }
    StoredData stored = open();
    assertThat(stored.data().training().size()).isEqualTo(2);
    assertThat(stored.data().test().size()).isEqualTo(1);
    assertThat(stored.data().training().classes()).containsExactly("only");
    assertThat(stored.data().training().shape()).isEqualTo(new ImageShape(4, 4, 1));
  }

  @Test
  void whatSystemsLeaveIsNotThereAndWhatIsNoPictureIsListed() throws IOException {
    for (int i = 0; i < 4; i++) {
      write(folder, "a/" + i + ".jpg", png(4, new Color(0, i, 0))); // its ending lies
    }
    write(folder, "a/no-ending", png(4, Color.CYAN));
    write(folder, ".DS_Store", TEXT);
    write(folder, "a/Thumbs.db", TEXT);
    write(folder, "a/._0.png", TEXT);
    write(folder, "__MACOSX/a/0.png", TEXT);
    write(folder, "readme.txt", TEXT);
    write(folder, "a/empty.png", new byte[0]);
    write(folder, "a/text.png", TEXT);
    StoredData stored = open();
    assertThat(stored.data().training().size() + stored.data().test().size()).isEqualTo(5);
    assertThat(stored.description().skipped().first())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("readme.txt is no picture"))
        .anyMatch(line -> line.startsWith("a/empty.png is empty"))
        .anyMatch(line -> line.startsWith("a/text.png is no picture"));
  }

  @Test
  void linksAreFollowedButNotInCircles() throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Path real = Files.createDirectory(temp.resolve("real"));
    write(real, "1.png", png(4, Color.RED));
    write(real, "2.png", png(4, Color.BLUE));
    Files.createSymbolicLink(folder.resolve("linked"), real);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("lost"), temp.resolve("nowhere"));
    StoredData stored = open();
    assertThat(stored.data().training().classes()).containsExactly("linked");
    assertThat(stored.description().skipped().first())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("loop: the link leads back"))
        .anyMatch(line -> line.startsWith("lost: the link leads nowhere"));
  }

  @Test
  void anArchiveIsReadAsTheFolderItHolds() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 8; i++) {
      byte[] picture = png(5, new Color(30 * i, 0, 0));
      entries.put("set/../../set/" + "ab".charAt(i % 2) + "/" + i + ".png", picture);
      write(folder, "set/" + "ab".charAt(i % 2) + "/" + i + ".png", picture);
    }
    entries.put("__MACOSX/set/a/._0.png", TEXT);
    Path zip = MadePictures.zip(temp.resolve("set.zip"), entries);
    DataSplit archived = importer.open(zip, ImportOptions.DEFAULT, new ImportControl()).data();
    DataSplit unpacked = open().data();
    assertThat(archived.training().checksum()).isEqualTo(unpacked.training().checksum());
    assertThat(archived.test().checksum()).isEqualTo(unpacked.test().checksum());
    assertThat(archived.training().classes()).containsExactly("a", "b");
  }

  @Test
  void anUnchangedSourceIsNotConvertedAgain() throws IOException {
    write(folder, "1.png", png(4, Color.RED));
    Path second = write(folder, "2.png", png(4, Color.BLUE));
    StoredData first = open();
    assertThat(open().file()).isEqualTo(first.file());
    assertThat(open().description().created()).isEqualTo(first.description().created());
    write(folder, "3.png", png(4, Color.GREEN));
    assertThat(open().data().training().size()).isEqualTo(2);
    Files.delete(second);
    assertThat(open().data().training().size()).isEqualTo(1);
  }

  @Test
  void aPreviewShowsWhatTheNetworkWillSee() throws IOException {
    for (int i = 0; i < 10; i++) {
      write(folder, "ab".charAt(i / 5) + "/" + i + ".png", png(90, new Color(250, 250, 250 - i)));
    }
    Preview preview = importer.preview(folder, ImportOptions.DEFAULT, 4);
    assertThat(preview.images().size()).isEqualTo(4);
    assertThat(preview.images().classes()).containsExactly("a", "b");
    assertThat(preview.images().className(0)).isEqualTo("a");
    assertThat(preview.images().className(3)).isEqualTo("b");
    Found found = preview.found();
    assertThat(found.count()).isEqualTo(10);
    assertThat(found.sizes()).isEqualTo("90×90");
    assertThat(found.suggestedShape()).isEqualTo(new ImageShape(64, 64, 1));
    assertThat(found.suggestsInvert()).isTrue();
    ImportOptions chosen = found.suggested().withImage(new ImageShape(2, 2, 1));
    float[] image = importer.preview(folder, chosen, 1).images().image(0);
    assertThat(image).hasSize(4).containsOnly(5 / 255f);
  }

  @Test
  void nothingIsLeftOfACancelledImport() throws IOException {
    write(folder, "1.png", png(4, Color.RED));
    write(folder, "2.png", png(4, Color.BLUE));
    ImportControl control = new ImportControl();
    control.cancel();
    assertThatThrownBy(() -> importer.open(folder, ImportOptions.DEFAULT, control))
        .isInstanceOf(CancellationException.class);
    try (var left = Files.list(temp.resolve("cache"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatHoldsNothingIsRefusedInALine() throws IOException {
    List<Path> paths = new ArrayList<>();
    paths.add(folder);
    paths.add(temp.resolve("missing"));
    paths.add(write(temp, "one.png", png(3, Color.RED)));
    paths.add(write(temp, "broken.zip", new byte[] {'P', 'K', 3, 4, 0, 0}));
    paths.add(MadePictures.zip(temp.resolve("text.zip"), Map.of("a.txt", TEXT)));
    paths.add(write(temp, "single/1.png", png(3, Color.RED)).getParent());
    paths.add(write(temp, "damaged/1.png", TEXT).getParent());
    for (Path path : paths) {
      assertThatThrownBy(
              () -> importer.open(path, ImportOptions.DEFAULT, new ImportControl()), "%s", path)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(path.getFileName().toString());
    }
  }

  private StoredData open() {
    return open(ImportOptions.DEFAULT);
  }

  private StoredData open(ImportOptions options) {
    return importer.open(folder, options, new ImportControl());
  }
}
