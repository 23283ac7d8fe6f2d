package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever digits a language has, the command line writes 0 to 9, also into files' names. */
class LocalesTest {
  private final Locale before = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR", "hi-IN-u-nu-deva"})
  void allDigitsAreThoseOfAsciiAndSoAreNumbers(String language) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(language));
    assertThat("%d".formatted(7)).as("the language has digits of its own").isNotEqualTo("7");
    Path model = folder.resolve("model.aemodel");
    Path picture = folder.resolve("reconstructions.png");
    Path codes = folder.resolve("codes.csv");
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("train", "--limit", 128, "--batch-size", 16, "--epochs", 1, "--out", folder),
            List.of("info", model),
            List.of("encode", model, picture, "--out", codes),
            List.of("encode", model, picture),
            List.of("decode", model, codes, "--out", folder.resolve("decoded")),
            List.of("reconstruct", model, picture, "--out", folder.resolve("seen")),
            List.of("export", model, "--out", folder.resolve("parts")),
            List.of("bench", "--arch", "shallow", "--backend", "vector", "--seconds", 0.01),
            List.of("train", "--help"))) {
      CliRun run = CliRun.onTerminal(command.toArray());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out() + run.err()).doesNotContainPattern("(?![0-9])\\p{Nd}|\u066B|\u066C");
    }
    assertThat(CliRun.of("train", "--epochs", 12345).err()).contains("12345 epochs", "10000");
    assertThat(folder.resolve("history.csv")).content().matches("(?s)[\\x00-\\x7f]*");
    assertThat(codes).content().matches("(?s)[\\x00-\\x7f]*");
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names = files.map(file -> folder.relativize(file).toString()).toList();
      assertThat(names).contains(Path.of("decoded", "code-00001.png").toString());
      assertThat(names).allMatch(name -> name.matches("[\\x00-\\x7f]*"));
    }
  }
}
