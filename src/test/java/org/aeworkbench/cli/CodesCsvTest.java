package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodesCsvTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("codes.csv");
  }

  @Test
  void readsWhatItWrites() throws IOException {
    float[] code = {1.5f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f};
    StringWriter out = new StringWriter();
    CodesCsv csv = new CodesCsv(true, 5);
    csv.writeHeader(out);
    csv.write(new CodesCsv.Row("a \"b\", c", 3, code), out);
    csv.write(new CodesCsv.Row("x", 47, new float[5]), out);
    csv.write(new CodesCsv.Row("unlabelled", -1, code), out);
    assertThat(out.toString()).contains("\nunlabelled,,1.5,");
    Files.writeString(file, out.toString());
    assertThat(read(5)).isDeepEqualTo(new float[][] {code, new float[5], code});
  }

  @Test
  void readsColumnsInAnyOrderAndNumbersAlone() throws IOException {
    Files.writeString(file, "c1,note,c0\r\n2,two,1\r\n\r\n4,four,3\r\n");
    assertThat(read(2)).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    Files.writeString(file, "1, 2\n3e0,+4");
    assertThat(read(2)).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
  }

  @Test
  void namesTheLineThatIsWrong() throws IOException {
    assertRefused("c0,c1\n1,2\n3,x\n", "line 3: \"x\" in column c1 is not a number.");
    assertRefused("1,2\n3,NaN\n", "line 2: NaN in column c1 is not a finite number.");
    assertRefused("1,2\n3,1e99\n", "line 2: 1e99 in column c1 is not a finite number.");
    assertRefused("1,2\n3\n", "line 2: 1 field between commas, the lines before have 2.");
    assertRefused("c0,c1,c2\n1,2,3\n", "holds codes of 3 numbers, the model's have 2.");
    assertRefused("c0,c2\n1,2\n", "holds codes of 2 numbers, the model's have 2.");
  }

  private void assertRefused(String text, String message) throws IOException {
    Files.writeString(file, text);
    assertThatThrownBy(() -> read(2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  private float[][] read(int dim) {
    List<float[]> codes = new ArrayList<>();
    try (CodesReader reader = new CodesReader(file, dim)) {
      for (Optional<float[]> code = reader.next(); code.isPresent(); code = reader.next()) {
        codes.add(code.get());
      }
    }
    return codes.toArray(float[][]::new);
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases/csv"))) {
      return files
          .filter(path -> !path.endsWith("nan.csv") && !path.endsWith("huge.csv"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatPeopleHave(Path given) {
    file = Path.of("src/test/resources/cases/csv/control.csv");
    float[][] control = read(32);
    file = given;
    float[][] codes = read(32);
    assertThat(codes.length).isBetween(1, 3);
    if (!given.endsWith("large-but-finite.csv")) {
      for (int i = 0; i < codes.length; i++) {
        assertThat(codes[i]).containsExactly(control[i], within(1e-6f));
      }
    }
  }

  @Test
  void anyNamesAndAnyDialectComeBack() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    String[] names = {
      "a", "#1", " b ", "x,y", "p;q", "say \"hi\"", "two\nlines", "t\tb", "ü", "7", ""
    };
    for (int turn = 0; turn < 300; turn++) {
      int dim = 1 + random.nextInt(6);
      boolean labels = random.nextBoolean();
      StringWriter out = new StringWriter();
      CodesCsv csv = new CodesCsv(labels, dim);
      csv.writeHeader(out);
      float[][] codes = new float[1 + random.nextInt(4)][dim];
      for (float[] code : codes) {
        for (int i = 0; i < dim; i++) {
          code[i] = Float.intBitsToFloat(random.nextInt());
          code[i] = Float.isFinite(code[i]) ? code[i] : i;
        }
        String name = names[random.nextInt(names.length)] + names[random.nextInt(names.length)];
        csv.write(new CodesCsv.Row(name, random.nextInt(-1, 30), code), out);
      }
      Charset charset =
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
              .get(random.nextInt(3));
      String mark = charset.equals(StandardCharsets.UTF_8) && random.nextBoolean() ? "" : "\uFEFF";
      Files.writeString(file, mark + out, charset);
      assertThat(read(dim)).as(out.toString()).isDeepEqualTo(codes);
    }
  }

  @Test
  void aLineWithoutAnEndIsRefusedInLittleMemory() throws IOException {
    Files.writeString(file, "1,".repeat(10_000_000));
    assertThatThrownBy(() -> read(2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("line 1");
    Files.writeString(file, "x".repeat(50_000_000));
    assertThatThrownBy(() -> read(2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("line 1");
  }
}
