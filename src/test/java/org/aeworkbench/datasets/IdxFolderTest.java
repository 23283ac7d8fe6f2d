package org.aeworkbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxFolderTest {
  private static final int TRAIN_GREY = 10;
  private static final int TEST_GREY = 20;

  @TempDir Path folder;

  private void write(String name, byte[] content) throws IOException {
    IdxFiles.write(folder.resolve(name), content);
  }

  private void images(String train, String test) throws IOException {
    write(train, IdxFiles.images(3, TRAIN_GREY));
    write(test, IdxFiles.images(2, TEST_GREY));
  }

  private static void assertLoaded(DataSplit data) {
    assertThat(data.training().size()).isEqualTo(3);
    assertThat(data.training().heldBytes()).containsOnly(TRAIN_GREY);
    assertThat(data.test().size()).isEqualTo(2);
    assertThat(data.test().heldBytes()).containsOnly(TEST_GREY);
  }

  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte, t10k-images-idx3-ubyte",
    "train-images-idx3-ubyte.gz, t10k-images.idx3-ubyte",
    "Train-Images.IDX3-UBYTE.GZ, TEST_IMAGES.idx",
    "emnist-letters-train-images-idx3-ubyte.gz, emnist-letters-test-images-idx3-ubyte.gz",
    "qmnist-train-images-idx3-ubyte.gz, qmnist-test-images-idx3-ubyte.gz",
  })
  void readsTheUsualNamesWithoutLabels(String train, String test) throws IOException {
    images(train, test);
    DataSplit data = IdxFolder.load(folder);
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
    DataSplit data = IdxFolder.load(folder);
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
    assertLoaded(IdxFolder.load(folder));
  }

  @Test
  void aFileThatNobodyCanReadIsNamed() throws IOException {
    images("train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
    write("t10k-images-idx3-ubyte", Arrays.copyOf(IdxFiles.images(2, TEST_GREY), 900));
    assertThatThrownBy(() -> IdxFolder.load(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("t10k-images-idx3-ubyte is cut short: 884 of 1568 bytes");
  }

  @Test
  void labelsOfOtherImagesAreRefusedWithTheWayOut() throws IOException {
    images("train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
    write("train-labels-idx1-ubyte", IdxFiles.labels(1, 2));
    assertThatThrownBy(() -> IdxFolder.load(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds 2 labels for 3 images.")
        .hasMessageContaining("move the labels away");
  }

  @Test
  void severalDataSetsAreChosenFromByAFile() throws IOException {
    images("emnist-letters-train-images-idx3-ubyte", "emnist-letters-test-images-idx3-ubyte");
    write("emnist-digits-train-images-idx3-ubyte", IdxFiles.images(9, 1));
    write("emnist-digits-test-images-idx3-ubyte", IdxFiles.images(9, 1));
    assertThatThrownBy(() -> IdxFolder.load(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds several data sets: emnist-digits, emnist-letters.");
    Path letters = folder.resolve("emnist-letters-train-images-idx3-ubyte");
    assertLoaded(IdxFolder.load(letters));
    assertThat(IdxFolder.name(letters)).isEqualTo("emnist-letters");
    assertThat(IdxFolder.name(folder)).isEqualTo(String.valueOf(folder.getFileName()));
  }

  @Test
  void mnistsOwnNamesGoFirst() throws IOException {
    images("train-images-idx3-ubyte", "t10k-images-idx3-ubyte");
    write("qmnist-train-images-idx3-ubyte", IdxFiles.images(9, 1));
    write("qmnist-test-images-idx3-ubyte", IdxFiles.images(9, 1));
    assertLoaded(IdxFolder.load(folder));
  }

  @Test
  void saysWhatIsMissingAndWhereItIs() throws IOException {
    assertThatThrownBy(() -> IdxFolder.load(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has no train-images-idx3-ubyte or train-images-idx3-ubyte.gz.");
    write("emnist-mnist-train-images-idx3-ubyte", IdxFiles.images(1, 1));
    assertThatThrownBy(() -> IdxFolder.load(folder))
        .hasMessageContaining("has no emnist-mnist-t10k-images-idx3-ubyte or");
    Path raw = Files.createDirectories(folder.resolve("other").resolve("MNIST").resolve("raw"));
    IdxFiles.write(raw.resolve("train-images-idx3-ubyte.gz"), IdxFiles.images(1, 1));
    assertThatThrownBy(() -> IdxFolder.load(folder.resolve("other")))
        .hasMessageContaining("There are such files in " + raw + ".");
    assertThatThrownBy(() -> IdxFolder.load(folder.resolve("none")))
        .hasMessageContaining("is no folder.");
  }

  @Test
  void aTestFileAloneIsNoDataSet(@TempDir Path alone) throws IOException {
    Path file = alone.resolve("t10k-images-idx3-ubyte");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> IdxFolder.load(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has no train-images-idx3-ubyte");
  }
}
