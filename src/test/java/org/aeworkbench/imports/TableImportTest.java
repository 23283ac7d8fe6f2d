package org.aeworkbench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Tables with an image a row. */
class TableImportTest {
  private static final ImportOptions OPTIONS = ImportOptions.DEFAULT.withTestFraction(0.01);

  @TempDir private Path temp;
  private Importer importer;

  @BeforeEach
  void prepare() {
    importer = new Importer(new DatasetCache(temp.resolve("cache")), 2);
  }

  @Test
  void kagglesTableWithLabelsAndAHeader() throws IOException {
    DataSplit data =
        open("label,pixel0,pixel1,pixel2,pixel3\n7,0,1,2,255\n3,4,5,6,7\n9,8,8,8,8\n").data();
    Dataset training = data.training();
    assertThat(training.size()).isEqualTo(2);
    assertThat(training.shape()).isEqualTo(new ImageShape(2, 2, 1));
    Dataset[] parts = {training, data.test()};
    for (Dataset part : parts) {
      for (int i = 0; i < part.size(); i++) {
        int expected = Map.of(7, 0, 3, 4, 9, 8).getOrDefault(part.label(i), -1);
        assertThat(part.bytes(i, 1)[0]).isEqualTo((byte) expected);
      }
    }
  }

  @Test
  void fractionsWithDecimalCommasAndNoLabel() throws IOException {
    Dataset training = open("0,5;1;0;0,2\n1;1;1;1\n0,5;1;0;0,2\n").data().training();
    assertThat(training.hasLabels()).isFalse();
    assertThat(training.bytes(1, 1)[1]).isEqualTo((byte) 255);
    assertThat(training.bytes(0, 2)).contains((byte) 128, (byte) 51);
  }

  @Test
  void theLabelMayBeANameAndTheLast() throws IOException {
    Dataset training =
        open("a,b,c,d,class\n1,2,3,200,cat\n4,5,6,7,dog\n4,5,6,8,dog\n").data().training();
    assertThat(training.classes()).containsExactly("cat", "dog");
    assertThat(training.className(1)).isEqualTo("dog");
  }

  @Test
  void coloursArePixelByPixel() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 3; row++) {
      rows.append("10,20,30,11,21,31,12,22,32,13,23,33\n");
    }
    Dataset training = open(rows.toString()).data().training();
    assertThat(training.shape()).isEqualTo(new ImageShape(2, 2, 3));
    assertThat(training.bytes(0, 1)).startsWith(10, 11, 12, 13, 20, 21);
  }

  @Test
  void brokenRowsAreListedAndEndNothing() throws IOException {
    StoredData stored = open("1,2,3,4\n1,2,3,x\n1,2,3\n5,6,7,300\n5,6,7,8\n9,9,9,9\n");
    assertThat(stored.data().training().size() + stored.data().test().size()).isEqualTo(3);
    assertThat(stored.description().skipped().first())
        .hasSize(3)
        .anyMatch(line -> line.contains("line 2") && line.contains("\"x\" in column 4"))
        .anyMatch(line -> line.contains("line 3") && line.contains("3 fields"))
        .anyMatch(line -> line.contains("line 4") && line.contains("300"));
  }

  @Test
  void tablesOfAnArchiveAreThePartsThatTheirNamesSay() throws IOException {
    Path zip =
        MadePictures.zip(
            temp.resolve("mnist.zip"),
            Map.of(
                "mnist_test.csv", "label,a,b,c,d\n1,9,9,9,9\n".getBytes(StandardCharsets.UTF_8),
                "mnist_train.csv",
                    "label,a,b,c,d\n1,1,2,3,4\n2,1,2,3,5\n".getBytes(StandardCharsets.UTF_8)));
    DataSplit data = importer.open(zip, OPTIONS, new ImportControl()).data();
    assertThat(data.training().size()).isEqualTo(2);
    assertThat(data.test().size()).isEqualTo(1);
    assertThat(data.test().label(0)).isEqualTo(1);
  }

  @Test
  void whatIsNoTableOfPixelsIsRefusedInALine() throws IOException {
    for (String text : new String[] {"1,2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8\n", "a,b\n", "hello\n"}) {
      assertThatThrownBy(() -> open(text))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("table.csv");
    }
  }

  private StoredData open(String text) throws IOException {
    Path file = temp.resolve("table.csv");
    Files.writeString(file, text);
    return importer.open(file, OPTIONS, new ImportControl());
  }
}
