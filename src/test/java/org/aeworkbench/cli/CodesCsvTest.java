package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    CodesCsv.writeHeader(true, 5, out);
    CodesCsv.write(new CodesCsv.Row("a \"b\", c", 3, code), true, out);
    CodesCsv.write(new CodesCsv.Row("x", 4, new float[5]), true, out);
    Files.writeString(file, out.toString());
    assertThat(CodesCsv.read(file, 5)).isDeepEqualTo(new float[][] {code, new float[5]});
  }

  @Test
  void readsColumnsInAnyOrderAndNumbersAlone() throws IOException {
    Files.writeString(file, "c1,note,c0\r\n2,two,1\r\n\r\n4,four,3\r\n");
    assertThat(CodesCsv.read(file, 2)).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    Files.writeString(file, "1, 2\n3e0,+4");
    assertThat(CodesCsv.read(file, 2)).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
  }

  @Test
  void namesTheLineThatIsWrong() throws IOException {
    assertRefused("c0,c1\n1,2\n3,x\n", "line 3: \"x\" is not a number.");
    assertRefused("1,2\n3,NaN\n", "line 2: NaN is not a finite number.");
    assertRefused("1,2\n3,1e99\n", "line 2: 1e99 is not a finite number.");
    assertRefused("1,2\n3\n", "line 2: 1 columns, 2 expected.");
    assertRefused("c0,c1,c2\n1,2,3\n", "holds codes of 3 numbers, the model's have 2.");
    assertRefused("c0,c2\n1,2\n", "holds codes of 2 numbers, the model's have 2.");
    assertRefused("c0,c1\n", "holds no codes.");
  }

  private void assertRefused(String text, String message) throws IOException {
    Files.writeString(file, text);
    assertThatThrownBy(() -> CodesCsv.read(file, 2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }
}
