package org.aeworkbench.imports;

import static org.aeworkbench.imports.MadePictures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NumPy's arrays, single and in archives. */
class ArrayImportTest {
  @TempDir private Path temp;
  private Importer importer;

  @BeforeEach
  void prepare() {
    importer = new Importer(new DatasetCache(temp.resolve("cache")), 2);
  }

  @Test
  void anArchiveAsKeras() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("x_test.npy", NpyFiles.bytes(2, 3, 4));
    entries.put("x_train.npy", NpyFiles.bytes(5, 3, 4));
    entries.put("y_train.npy", NpyFiles.bytes(5));
    entries.put(
        "y_test.npy", NpyFiles.array(">i8", false, 8, (buffer, i) -> buffer.putLong(7 - i), 2, 1));
    DataSplit data = open(MadePictures.zip(temp.resolve("mnist.npz"), entries));
    assertThat(data.training().shape()).isEqualTo(new ImageShape(3, 4, 1));
    assertThat(data.training().bytes(4, 1)).startsWith(48, 49, 50);
    assertThat(data.training().label(4)).isEqualTo(4);
    assertThat(data.test().size()).isEqualTo(2);
    assertThat(data.test().label(1)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "|u1, 1, 1",
    "<u2, 2, 1",
    ">i4, 4, 1",
    "<i8, 8, 1",
    "<f4, 4, 1",
    ">f8, 8, 255",
    "<f2, 2, 255"
  })
  void everyTypeOfNumbers(String descr, int bytes, int scale) throws IOException {
    byte[] file =
        NpyFiles.array(
            descr,
            false,
            bytes,
            (buffer, i) -> {
              double number = (255.0 - i) / scale;
              switch (descr.charAt(1) + "" + bytes) {
                case "u1" -> buffer.put((byte) number);
                case "u2" -> buffer.putShort((short) number);
                case "i4" -> buffer.putInt((int) number);
                case "i8" -> buffer.putLong((long) number);
                case "f2" -> buffer.putShort(Float.floatToFloat16((float) number));
                case "f4" -> buffer.putFloat((float) number);
                default -> buffer.putDouble(number);
              }
            },
            3,
            2,
            2);
    byte[] first = all(open(write(temp, "a.npy", file))).bytes(0, 1);
    assertThat(first).containsExactly(255, 254, 253, 252);
  }

  @Test
  void fortransOrderIsTheSameImages() throws IOException {
    int[] shape = {3, 2, 4};
    byte[] fortran =
        NpyFiles.array(
            "|u1",
            true,
            1,
            (buffer, at) -> {
              int n = at % 3;
              int y = at / 3 % 2;
              int x = at / 6;
              buffer.put((byte) (8 * n + 4 * y + x));
            },
            shape);
    assertThat(open(write(temp, "f.npy", fortran)).training().checksum())
        .isEqualTo(open(write(temp, "c.npy", NpyFiles.bytes(shape))).training().checksum());
  }

  @Test
  void fortransOrderOfAnyNumbersPackedOrNot() throws IOException {
    byte[] fortran =
        NpyFiles.array(
            ">f8",
            true,
            8,
            (buffer, at) -> buffer.putDouble((8 * (at % 3) + 4 * (at / 3 % 2) + at / 6) * 10),
            3,
            2,
            4);
    DataSplit plain = open(write(temp, "x.npy", fortran));
    assertThat(plain.training().bytes(1, 1)).startsWith(80, 90, 100, 110, 120);
    DataSplit packed = open(MadePictures.zip(temp.resolve("x.npz"), Map.of("x.npy", fortran)));
    assertThat(packed.training().checksum()).isEqualTo(plain.training().checksum());
    Path cut = write(temp, "cut.npy", Arrays.copyOf(fortran, fortran.length - 1));
    assertThatThrownBy(() -> open(cut))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cut short");
  }

  @Test
  void labelsBelongToTheArrayThatIsCalledAlike() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String part : new String[] {"train", "test", "val"}) {
      entries.put(part + "_images.npy", NpyFiles.bytes(3, 2, 2));
    }
    entries.put("test_labels.npy", NpyFiles.array("|u1", false, 1, (b, i) -> b.put((byte) 5), 3));
    entries.put("val_labels.npy", NpyFiles.array("|u1", false, 1, (b, i) -> b.put((byte) 7), 3, 1));
    entries.put("train_labels.npy", NpyFiles.bytes(3));
    DataSplit data = open(MadePictures.zip(temp.resolve("med.npz"), entries));
    assertThat(data.training().size()).isEqualTo(3);
    assertThat(data.test().size()).isEqualTo(6);
    assertThat(data.training().label(2)).isEqualTo(2);
    assertThat(data.test().label(0)).isEqualTo(5);
    assertThat(data.test().label(5)).isEqualTo(7);
  }

  @Test
  void labelsMayBeTexts() throws IOException {
    String[] names = {"zebra", "ape", "", "ape"};
    byte[] texts =
        NpyFiles.array(
            "<U5",
            false,
            4,
            (buffer, at) -> {
              String name = names[at / 5];
              buffer.putInt(at % 5 < name.length() ? name.charAt(at % 5) : 0);
            },
            4 * 5);
    texts =
        new String(texts, StandardCharsets.ISO_8859_1)
            .replace("(20,)", "(4, )")
            .getBytes(StandardCharsets.ISO_8859_1);
    Map<String, byte[]> entries = Map.of("x.npy", NpyFiles.bytes(4, 2, 2), "y.npy", texts);
    DataSplit data = open(MadePictures.zip(temp.resolve("a.npz"), entries));
    assertThat(data.training().classes()).containsExactly("ape", "zebra");
    for (Dataset part : new Dataset[] {data.training(), data.test()}) {
      for (int i = 0; i < part.size(); i++) {
        assertThat(part.className(i)).isEqualTo(names[part.bytes(i, 1)[0] / 4]);
      }
    }
  }

  @Test
  void labelsMayBeOneAmongZeros() throws IOException {
    // Rows of 4 could be images of 2×2: their name says that they are none.
    byte[] rows =
        NpyFiles.array(
            "<f4", false, 4, (b, i) -> b.putFloat(i % 4 == (i / 4 + 1) % 4 ? 1 : 0), 4, 4);
    Map<String, byte[]> entries = Map.of("images.npy", NpyFiles.bytes(4, 2, 2), "labels.npy", rows);
    DataSplit data = open(MadePictures.zip(temp.resolve("a.npz"), entries));
    for (Dataset part : new Dataset[] {data.training(), data.test()}) {
      for (int i = 0; i < part.size(); i++) {
        assertThat(part.label(i)).isEqualTo((part.bytes(i, 1)[0] / 4 + 1) % 4);
      }
    }
  }

  @Test
  void archivesOfAFolderMayHoldAPartEach() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("kmnist"));
    Map<String, byte[]> parts =
        Map.of(
            "kmnist-train-imgs", NpyFiles.bytes(4, 2, 2),
            "kmnist-train-labels", NpyFiles.bytes(4),
            "kmnist-test-imgs", NpyFiles.bytes(3, 2, 2),
            "kmnist-test-labels", NpyFiles.bytes(3));
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      MadePictures.zip(
          folder.resolve(part.getKey() + ".npz"), Map.of("arr_0.npy", part.getValue()));
    }
    DataSplit data = open(folder);
    assertThat(data.training().size()).isEqualTo(4);
    assertThat(data.training().label(3)).isEqualTo(3);
    assertThat(data.test().bytes(2, 1)).containsExactly(8, 9, 10, 11);
    assertThat(data.test().label(2)).isEqualTo(2);
  }

  @Test
  void whatIsNotTakenOfAnArchiveIsSaid() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("x.npy", NpyFiles.bytes(4, 2, 2));
    entries.put("extra.npy", NpyFiles.bytes(4, 3, 3));
    entries.put("y.npy", NpyFiles.array("|O", false, 1, (b, i) -> b.put((byte) '.'), 4));
    StoredData stored =
        importer.open(
            MadePictures.zip(temp.resolve("a.npz"), entries),
            ImportOptions.DEFAULT,
            new ImportControl());
    assertThat(stored.data().training().hasLabels()).isFalse();
    assertThat(stored.description().notes())
        .hasSize(2)
        .anyMatch(note -> note.contains("y.npy") && note.contains("never run"))
        .anyMatch(note -> note.equals("Not used: extra."));
  }

  @Test
  void colourIsTheLastOrUnmistakablyTheFirst() throws IOException {
    Dataset last = all(open(write(temp, "last.npy", NpyFiles.bytes(3, 5, 6, 3))));
    assertThat(last.shape()).isEqualTo(new ImageShape(5, 6, 3));
    assertThat(last.bytes(0, 1)).startsWith(0, 3, 6);
    Dataset first = all(open(write(temp, "first.npy", NpyFiles.bytes(3, 3, 5, 6))));
    assertThat(first.shape()).isEqualTo(new ImageShape(5, 6, 3));
    assertThat(first.bytes(0, 1)).startsWith(0, 1, 2);
    Dataset flat =
        importer
            .open(
                write(temp, "flat.npy", NpyFiles.bytes(3, 10)),
                ImportOptions.DEFAULT.withImage(new ImageShape(2, 5, 1)),
                new ImportControl())
            .data()
            .training();
    assertThat(flat.shape()).isEqualTo(new ImageShape(2, 5, 1));
  }

  @Test
  void truthValuesAreBlackAndWhite() throws IOException {
    byte[] file =
        NpyFiles.array("|b1", false, 1, (buffer, i) -> buffer.put((byte) (i % 2)), 2, 2, 2);
    assertThat(all(open(write(temp, "b.npy", file))).bytes(0, 1)).containsExactly(0, 255, 0, 255);
  }

  @Test
  void whatIsNoImagesIsRefusedInALine() throws IOException {
    refused("pickled", NpyFiles.array("|O", false, 1, (buffer, i) -> buffer.put((byte) 0), 4));
    refused(
        "which are no pixels", NpyFiles.array("<c8", false, 8, (b, i) -> b.putLong(0), 4, 2, 2));
    refused("no array of images", NpyFiles.bytes(40));
    byte[] whole = NpyFiles.bytes(40, 2, 2);
    refused("cut short", Arrays.copyOf(whole, whole.length - 5));
    byte[] minus = NpyFiles.array("<f4", false, 4, (buffer, i) -> buffer.putFloat(-0.5f), 4, 2, 2);
    refused("-0.5, out of 0 to 1", minus);
  }

  private void refused(String reason, byte[] file) throws IOException {
    Path path = write(temp, "refused.npy", file);
    assertThatThrownBy(() -> open(path))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
    Files.delete(path);
  }

  private static Dataset all(DataSplit data) {
    return data.training();
  }

  private DataSplit open(Path path) {
    return importer.open(path, ImportOptions.DEFAULT, new ImportControl()).data();
  }
}
