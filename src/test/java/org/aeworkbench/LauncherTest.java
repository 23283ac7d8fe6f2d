package org.aeworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that every build leaves, started as a user starts it. */
class LauncherTest {
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final Path SCRIPT =
      Path.of("target", WINDOWS ? "workbench.cmd" : "workbench").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theErrorIsAllThatIsSaid() throws Exception {
    List<String> lines = run(2, "train", "--no-such-option");
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("error: ").contains("--no-such-option");
  }

  @Test
  void argumentsArriveAsTheyAreInWhateverFolder() throws Exception {
    String name = "no model $HOME 'of' mine.aemodel";
    assertThat(run(1, "info", name)).singleElement().asString().contains(name);
    assertThat(run(0, "--version")).singleElement().asString().startsWith("Autoencoder Workbench");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "xx_XX.UTF-8"})
  @EnabledOnOs(OS.LINUX)
  void namesOfAllLettersArriveInWhateverLocale(String locale) throws Exception {
    // The name is made by the shell: the Java of this test may know no letters beyond ASCII itself.
    List<String> said =
        run(
            1,
            Map.of("LC_ALL", locale),
            List.of(
                "sh", "-c", "exec \"$0\" info \"$(printf 'mod\\303\\250le')\"", SCRIPT.toString()));
    assertThat(said).containsExactly("error: mod\u00e8le does not exist. Check the path.");
  }

  private List<String> run(int exitCode, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return run(exitCode, Map.of(), command);
  }

  private List<String> run(int exitCode, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor()).isEqualTo(exitCode);
    return Files.readAllLines(said, StandardCharsets.UTF_8);
  }
}
