package org.aeworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import org.junit.jupiter.api.Test;

class SystemNamesTest {
  @Test
  void theSettingThatIsWrongIsNamed() {
    String lost = "mod\uFFFDle";
    assertThat(refusal(lost, Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")))
        .isEqualTo(
            "The name mod?le has letters that are not known here: LC_ALL=C means US-ASCII."
                + " Start the workbench with LC_ALL=C.UTF-8.");
    assertThat(refusal(lost, Map.of("LC_ALL", "", "LANG", "POSIX"))).contains("LANG=POSIX means");
    assertThat(refusal(lost, Map.of())).contains("no LC_ALL means US-ASCII");
  }

  @Test
  void whatCanBeWrittenIsNotRefused() {
    assertThat(SystemNames.refusal("model", StandardCharsets.US_ASCII, Map.of())).isEmpty();
    assertThat(SystemNames.refusal("mod\u00e8le \uFFFD", StandardCharsets.UTF_8, Map.of()))
        .isEmpty();
    assertThatCode(() -> SystemNames.check("train", "--out", "out")).doesNotThrowAnyException();
  }

  @Test
  void whatNoFileIsCalledIsSaidInALine() {
    assertThatThrownBy(() -> SystemNames.path("a\0b"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is no name of a file: ")
        .hasMessageEndingWith("Choose another name.");
  }

  private static String refusal(String name, Map<String, String> environment) {
    return SystemNames.refusal(name, StandardCharsets.US_ASCII, environment)
        .map(UsageException::getMessage)
        .orElseThrow();
  }
}
