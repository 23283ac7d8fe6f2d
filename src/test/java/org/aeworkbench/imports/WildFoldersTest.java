package org.aeworkbench.imports;

import static org.aeworkbench.imports.MadePictures.png;
import static org.aeworkbench.imports.MadePictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What folders of pictures hold in life, and what somebody may have put into them; as zip too. */
class WildFoldersTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final byte[] TEXT = "no picture".getBytes(StandardCharsets.UTF_8);

  /** All show the same digit: grey, CMYK, 16 bits, one bit, interlaced, turned by EXIF, … */
  private static final List<String> SAME_DIGIT =
      List.of(
          "png/control-5.png",
          "jpeg/cmyk.jpg",
          "jpeg/progressive.jpg",
          "jpeg/exif6-short-le.jpg",
          "jpeg/exif6-long-be.jpg",
          "png/exif-orientation-6.png",
          "png/grey16-full.png",
          "png/grey1.png",
          "png/rgb16.png",
          "png/rgb8-trns-white.png",
          "png/grey8-trns-white.png",
          "png/grey-alpha8-ink-in-alpha.png",
          "png/cgbi-iphone.png",
          "tiff/grey16.tif",
          "tiff/orient6.tif",
          "webp/lossless.webp",
          "webp/exif6-be.webp");

  @TempDir private Path temp;
  private Path folder;
  private Importer importer;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(temp.resolve("set"));
    importer = new Importer(new DatasetCache(temp.resolve("cache")), 2);
  }

  private StoredData open(Path path, ImportOptions options) {
    return importer.open(path, options, new ImportControl());
  }

  private StoredData open() {
    return open(folder, ImportOptions.DEFAULT);
  }

  /** The same in an archive, imported; the images have to be the same too. */
  private StoredData openBoth(ImportOptions options) throws IOException {
    StoredData unpacked = open(folder, options);
    StoredData archived = open(zipped(), options);
    assertThat(archived.data().training().checksum())
        .isEqualTo(unpacked.data().training().checksum());
    assertThat(archived.data().test().checksum()).isEqualTo(unpacked.data().test().checksum());
    assertThat(archived.data().training().classes())
        .isEqualTo(unpacked.data().training().classes());
    assertThat(archived.description().skipped().count())
        .isEqualTo(unpacked.description().skipped().count());
    return unpacked;
  }

  private Path zipped() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(
            "set/" + folder.relativize(file).toString().replace('\\', '/'),
            Files.readAllBytes(file));
      }
    }
    return MadePictures.zip(temp.resolve("set.zip"), entries);
  }

  private static List<Dataset> parts(StoredData stored) {
    return List.of(stored.data().training(), stored.data().test());
  }

  @Test
  void everyKindOfPictureWhateverItIsCalledIsTheSamePicture() throws IOException {
    String[] endings = {".JPG", ".png", ".Jpeg", "", ".BMP"};
    for (int i = 0; i < SAME_DIGIT.size(); i++) {
      byte[] picture = Files.readAllBytes(CASES.resolve(SAME_DIGIT.get(i)));
      write(folder, "class " + i + "/a" + endings[i % endings.length], picture);
    }
    StoredData stored =
        openBoth(ImportOptions.DEFAULT.withImage(new ImageShape(20, 16, 1)).withFit(Fit.STRETCH));
    assertThat(stored.description().skipped().first()).isEmpty();
    byte[][] images = new byte[SAME_DIGIT.size()][];
    for (Dataset part : parts(stored)) {
      for (int i = 0; i < part.size(); i++) {
        images[Integer.parseInt(part.className(i).substring(6))] = part.bytes(i, 1);
      }
    }
    for (int i = 1; i < images.length; i++) {
      double apart = 0;
      for (int p = 0; p < images[i].length; p++) {
        apart += Math.abs((images[i][p] & 0xFF) - (images[0][p] & 0xFF));
      }
      assertThat(apart / images[i].length).as(SAME_DIGIT.get(i)).isLessThan(12);
    }
  }

  @Test
  void namesAreOfAnyScriptAndLength() throws IOException {
    List<String> names =
        List.of("Кошки", "犬", "قطط", "ünï cödé", "'; rm -rf ~", "$(touch x)", "n".repeat(200));
    for (String name : names) {
      write(folder, name + "/" + name + ".png", png(4, new Color(9 * names.indexOf(name), 99, 0)));
    }
    StoredData stored = openBoth(ImportOptions.DEFAULT);
    assertThat(stored.data().training().classes()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(stored.description().skipped().count()).isZero();
  }

  @Test
  void emptyFoldersAreNoClassesAndOneMoreFolderSaysNothing() throws IOException {
    Files.createDirectories(folder.resolve("photos/images/none"));
    write(folder, "photos/images/cats/1.png", png(4, Color.RED));
    write(folder, "photos/images/cats/2.png", png(4, Color.PINK));
    write(folder, "photos/images/dogs/dogs/1.png", png(4, Color.BLUE));
    assertThat(openBoth(ImportOptions.DEFAULT).data().training().classes())
        .containsExactly("cats", "dogs");
  }

  @ParameterizedTest
  @CsvSource({
    "train, test",
    "TRAIN, TEST",
    "Training, Testing",
    "train, val",
    "train, Valid",
    "training, VALIDATION",
    "my_train, my_test",
    "train-set, test-set"
  })
  void foldersSayWhatIsLearnedInAnyCase(String train, String test) throws IOException {
    for (int i = 0; i < 3; i++) {
      write(folder, train + "/a/" + i + ".png", png(3, new Color(i, 0, 0)));
    }
    write(folder, test + "/a/0.png", png(3, new Color(0, 0, 0)));
    StoredData stored = openBoth(ImportOptions.DEFAULT);
    assertThat(stored.data().training().size()).isEqualTo(3);
    assertThat(stored.data().test().size()).isEqualTo(1);
    assertThat(stored.duplicates()).isEqualTo(1);
    assertThat(stored.data().training().classes()).containsExactly("a");
  }

  @Test
  void whatIsBrokenInTheMiddleEndsNothing() throws IOException {
    for (int i = 0; i < 70; i++) {
      write(folder, "a/" + i + ".png", png(8, new Color(i, 2 * i, 0)));
    }
    write(folder, "a/30.png", Arrays.copyOf(png(8, Color.RED), 20));
    write(folder, "a/31.jpg", Arrays.copyOf(Files.readAllBytes(CASES.resolve("jpeg/cmyk.jpg")), 9));
    write(folder, "a/32.png", TEXT);
    write(folder, "a/bomb.png", MadePictures.pngHeader(50_000, 50_000));
    StoredData stored = openBoth(ImportOptions.DEFAULT);
    assertThat(stored.data().training().size() + stored.data().test().size()).isEqualTo(68);
    assertThat(stored.description().skipped().first())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("a/bomb.png announces 50000×50000 pixels"))
        .noneMatch(line -> line.contains("\n"));
  }

  @Test
  void emptyFilesAreCountedAndTheFirstNamed() throws IOException {
    for (int i = 0; i < 1500; i++) {
      write(folder, "empty/" + i + ".png", new byte[0]);
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds nothing that could be learned from")
        .hasMessageNotContaining("\n");
    write(folder, "1.png", png(3, Color.RED));
    write(folder, "2.png", png(3, Color.BLUE));
    StoredData stored = open();
    assertThat(stored.data().training().size()).isEqualTo(1);
    assertThat(stored.description().skipped().count()).isEqualTo(1500);
    assertThat(stored.description().skipped().first()).hasSize(100);
  }

  @Test
  void archivesWithinAreSaidAndSkipped() throws IOException {
    Path inner = MadePictures.zip(temp.resolve("inner.zip"), Map.of("a.png", png(3, Color.RED)));
    write(folder, "more/inner.zip", Files.readAllBytes(inner));
    write(folder, "more/inner.tar.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0});
    Path packed = zipped();
    assertThatThrownBy(() -> open(packed, ImportOptions.DEFAULT))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("packed files, which are not looked into: set/more/inner.tar.gz, set")
        .hasMessageContaining("Unpack")
        .hasMessageNotContaining("\n");
    write(folder, "a/1.png", png(3, Color.RED));
    write(folder, "b/2.png", png(3, Color.BLUE));
    assertThat(openBoth(ImportOptions.DEFAULT).description().skipped().first())
        .containsExactly(
            "more/inner.tar.gz is packed, and not looked into",
            "more/inner.zip is packed, and not looked into");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1F8B0800", "425A6839", "FD377A585A00", "377ABCAF", "526172211A", "28B52FFD00"})
  void whatIsPackedInOtherWaysSaysSo(String head) throws IOException {
    Path file = write(temp, "flowers.tgz", HexFormat.of().parseHex(head));
    assertThatThrownBy(() -> open(file, ImportOptions.DEFAULT))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("flowers.tgz is packed in a way that is not looked into. Unpack it");
  }

  @Test
  void anArchiveThatWouldFillTheDiskIsRefusedUnread() throws IOException {
    for (String name : List.of("x_train.npy", "1.png")) {
      Path bomb = MadePictures.zip(temp.resolve("bomb.zip"), Map.of(name, new byte[5000]));
      byte[] bytes = Files.readAllBytes(bomb);
      // The list of contents says how large an entry is, 24 bytes behind the mark of its line.
      for (int i = 0; i < bytes.length - 4; i++) {
        if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
          Arrays.fill(bytes, i + 24, i + 27, (byte) 0xFF);
          bytes[i + 27] = (byte) 0xEF;
        }
      }
      Files.write(bomb, bytes);
      assertThatThrownBy(() -> open(bomb, ImportOptions.DEFAULT))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("would unpack to more than 200 times its size")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void duplicatesAcrossTheSplitAreCounted() throws IOException {
    for (int i = 0; i < 20; i++) {
      write(folder, i + ".png", png(3, Color.RED));
    }
    DataSplit data = open().data();
    assertThat(open().duplicates()).isEqualTo(data.test().size()).isPositive();
  }
}
