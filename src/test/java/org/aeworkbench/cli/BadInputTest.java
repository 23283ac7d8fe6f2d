package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong input: one line that says what and what to do, and nothing half-written. */
class BadInputTest {
  private static final int FAILURE = 1;
  private static final int USAGE = 2;

  @TempDir static Path shared;
  private static Path model;

  @TempDir Path folder;
  private Path out;

  @BeforeAll
  static void train() {
    assertThat(CliRun.of("train", "--limit", 256, "--epochs", 1, "--out", shared).code()).isZero();
    model = shared.resolve("model.aemodel");
  }

  @BeforeEach
  void name() {
    out = folder.resolve("out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "train --arch square | no architecture \"square\". Choose shallow, deep or conv.",
        "train --preset lab-wide | no preset \"lab-wide\". Choose one of lab-shallow,",
        "train --backend gpu | no backend \"gpu\". Choose vector or dl4j.",
        "train --loss mae | no loss \"mae\". Choose bce or mse.",
        "train --optimizer lion | no optimizer \"lion\". Choose adadelta, adam, rmsprop or sgd.",
        "train --epochs many | Invalid value for option '--epochs': 'many' is no whole number. See",
        "train --epochs 0 | 0 epochs are out of range. Choose 1 to 10000.",
        "train --epochs 1.5 | '1.5' is no whole number.",
        "train --epochs 1e2 | '1e2' is no whole number.",
        "train --epochs 99999999999 | '99999999999' is too large.",
        "train --seed x | Invalid value for option '--seed': 'x' is no whole number.",
        "train --seed 9223372036854775808 | '9223372036854775808' is too large.",
        "train --learning-rate fast | '--learning-rate': 'fast' is no number.",
        "train --learning-rate 0,5 | '0,5' is no number. Write 0.5, not 0,5.",
        "bench --seconds x | 'x' is no number.",
        "train --epochs | Expected parameter for option '--epochs' but found '--out'.",
        "train --batch-size 0 | batch size 0 is out of range. Choose 1 to 60000.",
        "train --batch-size 60001 | batch size 60001 is out of range. Choose 1 to 60000.",
        "train --encoding-dim 0 | encoding_dim 0 is out of range for shallow. Choose 1 to 256.",
        "train --arch deep --encoding-dim 257 | encoding_dim 257 is out of range for deep.",
        "train --arch conv --encoding-dim 100 | The nearest are 96 or 112.",
        "train --learning-rate -1 | learning rate -1.0 is out of range. Choose above 0",
        "train --learning-rate NaN | learning rate NaN is out of range.",
        "train --optimizer sgd --momentum 1 | momentum 1.0 is out of range. Choose 0 to below 1.",
        "train --momentum 0.5 | The optimizer adadelta has no --momentum.",
        "train --optimizer adam --rho 0.5 | The optimizer adam has no --rho.",
        "train --threads 0 | --threads 0 is out of range. Choose 1 to 1024.",
        "train --limit 0 | --limit 0 leaves no images. Choose 1 or more.",
        "train --limit 70000 | 70000 images were asked for, the data has 60000.",
        "train --preset lab-deep --arch conv | contradict each other. Leave one out.",
        "train --epochz 3 | Did you mean --epsilon or --epochs?",
        "train extra | Unmatched argument at index 1: 'extra'.",
        "trian | Did you mean train",
        "bench --seconds 0 | --seconds 0.0 is out of range.",
        "bench --batch-size 0 | The batch size 0 is out of range.",
        "bench --arch square | no architecture",
        "tour | Missing required option: '--out=FOLDER'.",
        "tour --out - | '--out': standard output takes one file, this command leaves several. Name",
        "export m --out - | standard output takes one file",
        "decode m c.csv --out - | standard output takes one file",
        "reconstruct m a.png --out - | standard output takes one file",
        "decode m | Missing required options",
      })
  void choicesThatCannotWork(String command, String message) throws IOException {
    String[] words = command.split(" ");
    Object[] arguments = words;
    if (words[0].equals("train")) {
      arguments = Stream.concat(Arrays.stream(words), Stream.of("--out", out.toString())).toArray();
    }
    assertRefused(USAGE, message, CliRun.of(arguments));
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void noCommandAtAll() {
    assertRefused(USAGE, "No command was given. See aeworkbench --help.", CliRun.of());
  }

  @Test
  void verboseShowsWhereItArose() {
    CliRun usage = CliRun.of("train", "--epochs", "x", "--verbose");
    assertThat(usage.code()).isEqualTo(USAGE);
    assertThat(usage.err()).contains("error: Invalid value", "\tat ");
    CliRun failure = CliRun.of("info", folder.resolve("nothing"), "--verbose");
    assertThat(failure.code()).isEqualTo(FAILURE);
    assertThat(failure.err()).contains("does not exist", "\tat org.aeworkbench.");
  }

  @Test
  void aMissingModel() {
    Path missing = folder.resolve("nothing.aemodel");
    for (String command : List.of("info", "export", "encode", "reconstruct", "decode")) {
      assertRefused(FAILURE, missing + " does not exist. Check the path.", using(command, missing));
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void aForeignModel() throws IOException {
    Path text = Files.writeString(folder.resolve("text.aemodel"), "not a model");
    Path empty = Files.createFile(folder.resolve("empty.aemodel"));
    Path zip = folder.resolve("zip.aemodel");
    try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
      entries.putNextEntry(new ZipEntry("readme.txt"));
      entries.write(1);
    }
    for (String command : List.of("info", "export", "encode", "reconstruct", "decode")) {
      assertRefused(FAILURE, text + " is no model file", using(command, text));
      assertRefused(FAILURE, empty + " is no model file", using(command, empty));
      assertRefused(FAILURE, zip + " is no model file", using(command, zip));
      assertRefused(FAILURE, folder + " is a folder.", using(command, folder));
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void aModelThatWasCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    Path cut = folder.resolve("cut.aemodel");
    for (double share : new double[] {0.1, 0.5, 0.9, 0.999}) {
      Files.write(cut, Arrays.copyOf(whole, (int) (whole.length * share)));
      assertRefused(FAILURE, cut + " ", CliRun.of("info", cut));
    }
  }

  @Test
  void anOutputFolderThatCannotBe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    Path below = file.resolve("out");
    Path picture = shared.resolve("reconstructions.png");
    String message = "cannot be made: " + file + " is a file. Choose another folder.";
    assertRefused(
        FAILURE, message, CliRun.of("train", "--limit", 256, "--epochs", 1, "--out", below));
    assertRefused(FAILURE, message, CliRun.of("export", model, "--out", below));
    assertRefused(FAILURE, message, CliRun.of("reconstruct", model, picture, "--out", below));
    assertRefused(
        FAILURE, message, CliRun.of("encode", model, picture, "--out", below.resolve("codes.csv")));
    assertRefused(FAILURE, message, CliRun.of("tour", "--out", below));
    assertThat(file).hasContent("kept");
  }

  @Test
  void pictureFilesThatAreNone() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "I am a text.");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertRefused(
        FAILURE,
        text + " is no picture that can be read. Use a PNG",
        CliRun.of("reconstruct", model, text, "--out", out));
    assertRefused(
        FAILURE,
        empty + " is empty (0 bytes). Use a PNG",
        CliRun.of("reconstruct", model, empty, "--out", out));
    assertRefused(FAILURE, "does not exist", CliRun.of("encode", model, folder.resolve("no.png")));
    assertThat(out).doesNotExist();
  }

  @Test
  void nothingToEncode() {
    for (String command : List.of("encode", "reconstruct")) {
      assertRefused(USAGE, "There are no images to take.", CliRun.of(command, model, "--out", "x"));
      assertRefused(
          USAGE,
          "Both --data and pictures",
          CliRun.of(command, model, "--data", "shapes", "a.png", "--out", "x"));
      assertRefused(
          USAGE,
          "--limit is for test images",
          CliRun.of(command, model, "--limit", 3, "a.png", "--out", "x"));
      assertRefused(
          USAGE,
          "--invert, --test-fraction and --split-seed are for own images",
          CliRun.of(command, model, "--test-set", "--invert", "--out", "x"));
    }
    assertRefused(
        USAGE, "Both --test-set and pictures", CliRun.of("encode", model, "--test-set", "a.png"));
  }

  @Test
  void codesThatDoNotFit() throws IOException {
    Path csv = folder.resolve("codes.csv");
    Files.writeString(csv, "1,2,3\n");
    assertRefused(
        FAILURE,
        "line 1: 3 fields between commas, the model's codes have 32 numbers.",
        CliRun.of("decode", model, csv, "--out", out));
    Files.write(csv, new byte[] {0, 1, 2, (byte) 0xFF, 0, 7, 3});
    assertRefused(FAILURE, "is no text file", CliRun.of("decode", model, csv, "--out", out));
    Files.writeString(csv, "");
    assertRefused(FAILURE, "holds no codes", CliRun.of("decode", model, csv, "--out", out));
    assertThat(out).doesNotExist();
  }

  @Test
  void ownDataThatIsNone() throws IOException {
    assertRefused(
        FAILURE,
        "holds nothing that could be learned from.",
        CliRun.of("train", "--data", folder, "--out", out));
    Files.writeString(folder.resolve("train-images-idx3-ubyte"), "text");
    Files.writeString(folder.resolve("train-labels-idx1-ubyte"), "text");
    assertRefused(
        FAILURE,
        "train-images-idx3-ubyte is not an IDX file of images.",
        CliRun.of("train", "--data", folder, "--out", out));
    assertThat(out).doesNotExist();
  }

  @Test
  void aResumeThatIsNone() {
    assertRefused(
        USAGE,
        "The model has learned for 1 epochs already. Ask for more, for instance --epochs 11.",
        CliRun.of("train", "--resume", model, "--epochs", 1, "--out", out));
    assertRefused(
        USAGE,
        "With --resume the model's own plan goes on, --batch-size, --seed cannot change it.",
        CliRun.of("train", "--resume", model, "--batch-size", 64, "--seed", 1, "--epochs", 2));
    assertRefused(
        USAGE,
        "The model has learned other images (256 of MNIST).",
        CliRun.of("train", "--resume", model, "--limit", 512, "--epochs", 2, "--out", out));
    assertThat(out).doesNotExist();
  }

  private CliRun using(String command, Path file) {
    Path csv = shared.resolve("history.csv");
    Path picture = shared.resolve("reconstructions.png");
    return switch (command) {
      case "info" -> CliRun.of("info", file);
      case "encode" -> CliRun.of("encode", file, "--test-set");
      case "decode" -> CliRun.of("decode", file, csv, "--out", out);
      case "reconstruct" -> CliRun.of("reconstruct", file, picture, "--out", out);
      default -> CliRun.of(command, file, "--out", out);
    };
  }

  private static void assertRefused(int code, String message, CliRun run) {
    assertThat(run.err()).contains(message);
    assertThat(run.err()).startsWith("error: ").endsWith(System.lineSeparator());
    assertThat(run.err().lines()).as("one line").hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(code);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
