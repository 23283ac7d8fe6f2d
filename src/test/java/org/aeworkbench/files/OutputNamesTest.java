package org.aeworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputNamesTest {
  @TempDir Path folder;

  private OutputNames names(Path... sources) {
    return new OutputNames(folder, List.of("-a.png", "-longer.png"), List.of(sources));
  }

  @Test
  void everyNameIsGivenOnce() {
    OutputNames names = names();
    assertThat(names.next("seven")).isEqualTo("seven");
    assertThat(names.next("seven-2")).isEqualTo("seven-2");
    assertThat(names.next("SEVEN")).isEqualTo("SEVEN-3");
    assertThat(names.next("seven")).isEqualTo("seven-4");
    assertThat(names.next("über")).isEqualTo("über");
    assertThat(names.next("u\u0308ber")).as("the same, otherwise written").endsWith("-2");
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      all.add(names.next("x"));
    }
    assertThat(all).hasSize(20_000);
  }

  @Test
  void longNamesAreCutBetweenLettersAndStayDifferent() throws IOException {
    OutputNames names = names();
    String start = "\uD83D\uDE00".repeat(62);
    Set<String> all = new HashSet<>();
    for (String end : List.of("ab", "abc", "abd")) {
      String name = names.next(start + end);
      assertThat(start + end).startsWith(name.substring(0, name.lastIndexOf('-')));
      assertThat((name + "-longer.png").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256);
      AtomicFile.writeText(folder.resolve(name + "-longer.png"), "x");
      all.add(name);
    }
    assertThat(all).hasSize(3);
    String fits = "y".repeat(200);
    assertThat(names.next(fits)).isEqualTo(fits);
  }

  @Test
  void filesThatAreReadAreNotWrittenOver() throws IOException {
    Path link = folder.resolveSibling(folder.getFileName() + "-link");
    Files.createSymbolicLink(link, folder);
    try {
      OutputNames names = names(folder.resolve("five-longer.png"), link.resolve("six-a.png"));
      assertThat(names.next("five")).isEqualTo("five-2");
      assertThat(names.next("six")).isEqualTo("six-2");
      assertThat(names.next("seven")).isEqualTo("seven");
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void theBaseOfANameIsWithoutItsEnding() {
    assertThat(OutputNames.base("a.b.png")).isEqualTo("a.b");
    assertThat(OutputNames.base("none")).isEqualTo("none");
    assertThat(OutputNames.base(".hidden")).isEqualTo(".hidden");
    assertThat(OutputNames.base("a/b.png")).isEqualTo("a-b");
  }
}
