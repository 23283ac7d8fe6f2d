package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeworkbench.Main;
import org.aeworkbench.datasets.IdxFiles;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.ReaderGoneException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to standard output, by whatever name, and what becomes of it where nobody reads. */
class StandardOutputTest {
  @TempDir static Path shared;
  private static Path model;

  @TempDir Path folder;

  /** As many images as make more than a pipe holds; quicker to load than MNIST. */
  private static final int IMAGES = 800;

  private static Path data;

  @BeforeAll
  static void train() throws IOException {
    data = Files.createDirectory(shared.resolve("data"));
    int[] labels = IntStream.range(0, IMAGES).map(i -> i % 10).toArray();
    for (String part : List.of("train", "t10k")) {
      IdxFiles.write(data.resolve(part + "-images-idx3-ubyte"), IdxFiles.images(IMAGES, 99));
      IdxFiles.write(data.resolve(part + "-labels-idx1-ubyte"), IdxFiles.labels(labels));
    }
    assertThat(CliRun.of("train", "--limit", 256, "--epochs", 1, "--out", shared).code()).isZero();
    model = shared.resolve("model.aemodel");
  }

  @Test
  void aHyphenStandsForIt() throws IOException {
    Path file = folder.resolve("codes.csv");
    Path picture = shared.resolve("reconstructions.png");
    assertThat(CliRun.of("encode", model, picture, "--out", file).code()).isZero();
    for (List<String> options : List.of(List.<String>of(), List.of("--out", "-"))) {
      CliRun run =
          CliRun.of(Stream.concat(Stream.of("encode", model, picture), options.stream()).toArray());
      assertThat(run.code()).isZero();
      assertThat(run.out()).isEqualTo(Files.readString(file));
    }
    assertThat(Path.of("-")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
  @EnabledOnOs(OS.LINUX)
  void aFileBehindItIsWrittenIntoWhereItEnds(String name) throws Exception {
    Path file = Files.writeString(folder.resolve("all.txt"), "before\n");
    Process process =
        encode(name)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 1 + IMAGES).startsWith("before");
    assertThat(lines.get(1)).startsWith("image,label,c0,");
    assertThat(lines).last().asString().startsWith("799,9,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdout"})
  @DisabledOnOs(OS.WINDOWS)
  void whoHasReadEnoughIsNotBotheredWithIt(String name) throws Exception {
    Process process = encode(name).start();
    // More than a pipe holds: it is being written when nobody reads on.
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("image,label,c0,");
    }
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(err.lines().filter(line -> !line.startsWith("WARNING: Using incubator")))
          .isEmpty();
    }
    assertThat(process.waitFor()).isEqualTo(141);
  }

  @Test
  void aTrainingWhoseLinesNobodyReadsStopsAndKeepsWhatItLearned() {
    Refusing out = new Refusing(new ReaderGoneException("Standard output", null));
    CliRun run = CliRun.into(out, "train", "--limit", 256, "--epochs", 10_000, "--out", folder);
    assertThat(run.code()).isEqualTo(141);
    assertThat(run.err()).doesNotContain("error", "\tat ").contains("Go on with: train --resume");
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(ModelFile.load(folder.resolve("model.aemodel")).history().epochs()).hasSize(2);
  }

  @Test
  void aTrainingWhoseLinesCannotBeWrittenGoesOn() {
    Refusing out = new Refusing(new ProblemException("It is full.", "Free some space."));
    CliRun run = CliRun.into(out, "train", "--limit", 256, "--epochs", 3, "--out", folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("It is full. Free some space. The training goes on.")
        .endsWith("error: It is full. Free some space." + System.lineSeparator());
    assertThat(ModelFile.load(folder.resolve("model.aemodel")).history().epochs()).hasSize(3);
  }

  @Test
  void helpThatCannotBePrintedIsAnErrorInOneLine() {
    Refusing out = new Refusing(new ProblemException("It is full.", "Free some space."));
    out.write("a line\n");
    CliRun run = CliRun.into(out, "train", "--help");
    assertThat(run.err()).isEqualTo("error: It is full. Free some space." + System.lineSeparator());
    assertThat(run.code()).isEqualTo(1);
  }

  /** The codes of all test images, written by a process of its own. */
  private static ProcessBuilder encode(String out) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", // over before the second compiler would be of use
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "encode",
        model.toString(),
        "--test-set",
        "--data",
        data.toString(),
        "--out",
        out);
  }

  /** Takes a line and no more. */
  private static final class Refusing extends StringWriter {
    private final ProblemException problem;

    Refusing(ProblemException problem) {
      this.problem = problem;
    }

    @Override
    public void write(String text) {
      write(text, 0, text.length());
    }

    @Override
    public void write(String text, int from, int count) {
      if (toString().contains("\n") && count > 0) {
        throw problem;
      }
      super.write(text, from, count);
    }
  }
}
