package org.aeworkbench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.IdxFiles;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX files as they lie in folders and archives. */
class IdxImportTest {
  private static final int TRAIN_GREY = 10;
  private static final int TEST_GREY = 20;

  @TempDir private Path temp;
  private Path folder;
  private Importer importer;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(temp.resolve("set"));
    importer = new Importer(new DatasetCache(temp.resolve("cache")), 2);
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    IdxFiles.write(file, content);
  }

  private void images(String train, String test) throws IOException {
    write(train, IdxFiles.images(3, TRAIN_GREY));
    write(test, IdxFiles.images(2, TEST_GREY));
  }

  private StoredData open(Path path) {
    return importer.open(path, ImportOptions.DEFAULT, new ImportControl());
  }

  private DataSplit data() {
    return open(folder).data();
  }

  private static void assertLoaded(DataSplit data) {
    assertThat(data.training().size()).isEqualTo(3);
    assertThat(data.training().bytes(0, 3)).containsOnly(TRAIN_GREY);
    assertThat(data.test().size()).isEqualTo(2);
    assertThat(data.test().bytes(0, 2)).containsOnly(TEST_GREY);
  }

  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte, t10k-images-idx3-ubyte",
    "train-images-idx3-ubyte.gz, t10k-images.idx3-ubyte",
    "Train-Images.IDX3-UBYTE.GZ, TEST_IMAGES.idx",
    "emnist-letters-train-images-idx3-ubyte.gz, emnist-letters-test-images-idx3-ubyte.gz",
    "qmnist-train-images-idx3-ubyte.gz, qmnist-test-images-idx3-ubyte.gz",
    "MNIST/raw/train-images-idx3-ubyte, MNIST/raw/t10k-images-idx3-ubyte.gz",
    "training/train-images-idx3-ubyte, testing/t10k-images-idx3-ubyte",
  })
  void readsTheUsualNamesWithoutLabels(String train, String test) throws IOException {
    images(train, test);
    DataSplit data = data();
    assertLoaded(data);
    assertThat(data.training().hasLabels()).isFalse();
    assertThat(data.training().label(2)).isEqualTo(Dataset.NO_LABEL);
    assertThat(data.training().first(2).hasLabels()).isFalse();
  }

  @Test
  void labelsBelongToTheImagesOfTheSameName() throws IOException {
    images("qmnist-train-images-idx3-ubyte", "qmnist-test-images-idx3-ubyte");
    write("qmnist-train-labels-idx2-int.gz", IdxFiles.labels(7, 26, 0));
    write("t10k-labels-idx1-ubyte", IdxFiles.labels(1, 2, 3, 4, 5));
    DataSplit data = data();
    assertThat(data.training().label(1)).isEqualTo(26);
    assertThat(data.test().hasLabels()).isFalse();
  }

  @Test
  void whatLiesBesideTheFilesIsInNobodysWay() throws IOException {
    images("train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz");
    Files.createDirectory(folder.resolve("train-images-idx3-ubyte"));
    write("t10k-images-idx3-ubyte", Arrays.copyOf(IdxFiles.images(2, TEST_GREY), 900));
    write("._train-images-idx3-ubyte.gz", new byte[] {0, 5, 22, 7});
    write("readme.txt", new byte[10]);
    assertLoaded(data());
  }

  @Test
  void aDownloadThatBrokeOffIsInNobodysWay() throws IOException {
    images("train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz");
    Path broken = folder.resolve("t10k-images-idx3-ubyte.gz");
    Files.copy(broken, folder.resolve("t10k-images-idx3-ubyte (1).gz"));
    byte[] whole = Files.readAllBytes(broken);
    Files.write(broken, Arrays.copyOf(whole, whole.length - 12));
    assertLoaded(data());
  }

  @Test
  void aFileThatNobodyCanReadIsNamed() throws IOException {
    images("train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
    write("t10k-images-idx3-ubyte", Arrays.copyOf(IdxFiles.images(2, TEST_GREY), 900));
    assertThatThrownBy(this::data)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("t10k-images-idx3-ubyte is cut short: 1 of 2 images");
  }

  @Test
  void labelsOfOtherImagesAreRefusedWithTheWayOut() throws IOException {
    images("train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
    write("train-labels-idx1-ubyte", IdxFiles.labels(1, 2));
    assertThatThrownBy(this::data)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds 2 labels for 3 images.")
        .hasMessageContaining("move the labels away");
  }

  @Test
  void severalDataSetsAreChosenFromByAFile() throws IOException {
    images("emnist-letters-train-images-idx3-ubyte", "emnist-letters-test-images-idx3-ubyte");
    write("emnist-digits-train-images-idx3-ubyte", IdxFiles.images(9, 1));
    write("emnist-digits-test-images-idx3-ubyte", IdxFiles.images(9, 1));
    assertThatThrownBy(this::data)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds several data sets: emnist-digits, emnist-letters.");
    StoredData letters = open(folder.resolve("emnist-letters-train-images-idx3-ubyte"));
    assertLoaded(letters.data());
    assertThat(letters.description().name()).isEqualTo("emnist-letters");
    Files.delete(folder.resolve("emnist-digits-test-images-idx3-ubyte"));
    assertLoaded(data()); // a half set is in nobody's way
    assertThat(open(folder).description().name()).isEqualTo("set");
  }

  @Test
  void filesOfTwoFoldersAreNeverMixed() throws IOException {
    images("FashionMNIST/raw/train-images-idx3-ubyte", "FashionMNIST/raw/t10k-images-idx3-ubyte");
    write("KMNIST/raw/train-images-idx3-ubyte", IdxFiles.images(3, 1));
    write("KMNIST/raw/train-labels-idx1-ubyte", IdxFiles.labels(1, 2, 3));
    assertLoaded(data());
    assertThat(data().training().hasLabels()).isFalse();
    write("KMNIST/raw/t10k-images-idx3-ubyte", IdxFiles.images(3, 1));
    assertThatThrownBy(this::data)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("several data sets: FashionMNIST/raw, KMNIST/raw.");
  }

  @Test
  void mnistsOwnNamesGoFirst() throws IOException {
    images("train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
    write("qmnist-train-images-idx3-ubyte", IdxFiles.images(9, 1));
    write("qmnist-test-images-idx3-ubyte", IdxFiles.images(9, 1));
    assertLoaded(data());
  }

  @Test
  void trainingImagesAloneAreSplit() throws IOException {
    write("train-images-idx3-ubyte.gz", IdxFiles.images(14, TRAIN_GREY));
    assertThat(data().training().size()).isEqualTo(12);
    assertThat(data().test().size()).isEqualTo(2);
  }

  @Test
  void testImagesAloneAreNoDataSet() throws IOException {
    write("t10k-images-idx3-ubyte", IdxFiles.images(2, TEST_GREY));
    for (Path path : new Path[] {folder, folder.resolve("t10k-images-idx3-ubyte")}) {
      assertThatThrownBy(() -> open(path))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("holds test images without training images")
          .hasMessageContaining("train-images-idx3-ubyte");
    }
  }

  @Test
  void anArchiveIsTheSameAsTheFolder() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("raw/t10k-images-idx3-ubyte", IdxFiles.images(2, TEST_GREY));
    entries.put("raw/train-images-idx3-ubyte", IdxFiles.images(3, TRAIN_GREY));
    assertLoaded(open(MadePictures.zip(temp.resolve("a.zip"), entries)).data());
  }

  @Test
  void theChecksumIsOfTheImagesWhateverTheyCameIn() throws IOException {
    images("train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte");
    byte[] pixels = new byte[3 * 784];
    Arrays.fill(pixels, (byte) TRAIN_GREY);
    assertThat(data().training().checksum()).isEqualTo(Dataset.unlabelled(pixels).checksum());
    ImportOptions asked = ImportOptions.DEFAULT.withImage(ImageShape.MNIST);
    Path first = open(folder).file();
    assertThat(importer.open(folder, asked, new ImportControl()).file()).isEqualTo(first);
  }
}
