package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.aeworkbench.Main;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(BackendName.class)
  void leavesModelHistoryAndFigure(BackendName backend) throws IOException {
    CliRun run =
        CliRun.of(
            "train",
            "--limit",
            512,
            "--epochs",
            2,
            "--batch-size",
            64,
            "--encoding-dim",
            10,
            "--optimizer",
            "adam",
            "--backend",
            backend.id(),
            "--out",
            folder);
    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .hasSize(2)
        .allMatch(
            line ->
                line.matches("epoch [12]/2 {2}train 0\\.\\d{4} {2}validation 0\\.\\d{4} {2}.* s"));
    assertThat(run.err())
        .containsPattern(
            "An epoch of 8 batches takes about \\d.* with the " + backend.id() + " backend\\.")
        .doesNotContain("error", "WARN");
    assertThat(names()).containsExactly("history.csv", "model.aemodel", "reconstructions.png");

    TrainedModel model = ModelFile.load(folder.resolve("model.aemodel"));
    assertThat(model.plan().spec()).isEqualTo(Presets.LAB_SHALLOW.spec().withEncodingDim(10));
    assertThat(model.plan().optimizer()).isEqualTo(new Optimizer.Adam());
    assertThat(model.plan().backend()).isEqualTo(backend);
    List<EpochResult> epochs = model.history().epochs();
    assertThat(epochs).hasSize(2);
    assertThat(epochs.get(1).trainLoss()).isLessThan(epochs.get(0).trainLoss());
    assertThat(Files.readString(folder.resolve("history.csv")))
        .startsWith(
            "epoch,trainLoss,validationLoss,learningRate,seconds,trainReconstruction,trainPenalty,"
                + "validationReconstruction,validationPenalty\n1,0.")
        .contains("\n2," + epochs.get(1).trainLoss() + "," + epochs.get(1).validationLoss() + ",");
    assertThat(ImageIO.read(folder.resolve("reconstructions.png").toFile()).getWidth())
        .isGreaterThan(10 * 28);
  }

  @Test
  void jsonIsOneObjectAnEpochAndNothingElse() {
    CliRun run = CliRun.of("train", "--limit", 300, "--epochs", 3, "--json", "--out", folder);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    for (int i = 0; i < 3; i++) {
      JsonNode json = JsonMapper.shared().readTree(lines.get(i));
      assertThat(json.propertyNames())
          .containsExactly(
              "epoch",
              "trainLoss",
              "validationLoss",
              "trainReconstruction",
              "trainPenalty",
              "validationReconstruction",
              "validationPenalty",
              "seconds");
      assertThat(json.get("epoch").asInt()).isEqualTo(i + 1);
      assertThat(json.get("trainLoss").asDouble()).isCloseTo(0.69, within(0.02));
      assertThat(json.get("seconds").asDouble()).isPositive();
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() {
    float[] first = trained("a", "--seed", 7, "--threads", 1).parameters();
    float[] again = trained("b", "--seed", 7, "--threads", 3).parameters();
    float[] other = trained("c", "--seed", 8).parameters();
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void shufflingAndPresetAndLossAreHonoured() {
    TrainedModel conv = trained("conv", "--preset", "lab-conv", "--loss", "mse", "--no-shuffle");
    assertThat(Presets.name(conv.plan().spec())).isEqualTo("conv");
    assertThat(conv.plan().shuffle()).isFalse();
    assertThat(conv.plan().loss().id()).isEqualTo("mse");
    TrainedModel sgd =
        trained("sgd", "--optimizer", "sgd", "--momentum", 0.5, "--learning-rate", 0.25);
    assertThat(sgd.plan().optimizer()).isEqualTo(new Optimizer.Sgd(0.25, 0.5));
  }

  @Test
  void aResumedTrainingIsAsIfItHadNeverEnded() {
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    assertThat(CliRun.of("train", "--limit", 600, "--epochs", 3, "--out", whole).code()).isZero();
    assertThat(CliRun.of("train", "--limit", 600, "--epochs", 1, "--out", parts).code()).isZero();
    Path model = parts.resolve("model.aemodel");
    CliRun resumed = CliRun.of("train", "--resume", model, "--epochs", 3, "--out", parts);
    assertThat(resumed.code()).isZero();
    assertThat(resumed.out().lines()).hasSize(2).first().asString().startsWith("epoch 2/3");
    assertThat(ModelFile.load(model).parameters())
        .isEqualTo(ModelFile.load(whole.resolve("model.aemodel")).parameters());
  }

  @Test
  void aTerminalSeesABarThatIsGoneInTheEnd() {
    CliRun run =
        CliRun.onTerminal("train", "--limit", 600, "--epochs", 2, "--json", "--out", folder);
    assertThat(run.err()).contains("\r\u001b[Kepoch 1/2 [").contains("loss 0.6");
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    String last = run.err().substring(run.err().lastIndexOf("\u001b[K") + 3);
    assertThat(last).startsWith("model.aemodel, history.csv and reconstructions.png are in");
  }

  @Test
  void withoutAFolderItTakesANewOne() throws IOException {
    NetworkSpec spec = Presets.LAB_CONV.spec().withEncodingDim(64);
    assertThat(DefaultFolder.of(folder, spec)).isEqualTo(folder.resolve("conv-64"));
    Files.createDirectory(folder.resolve("conv-64"));
    Files.createDirectory(folder.resolve("conv-64-2"));
    assertThat(DefaultFolder.of(folder, spec)).isEqualTo(folder.resolve("conv-64-3"));
  }

  @Test
  void ownImagesInIdxFiles() throws IOException {
    for (String name :
        List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte")) {
      Files.copy(Path.of("assets/mnist", name + ".gz"), folder.resolve(name + ".gz"));
    }
    Path out = folder.resolve("out");
    assertThat(
            CliRun.of("train", "--data", folder, "--limit", 256, "--epochs", 1, "--out", out)
                .code())
        .isZero();
    assertThat(ModelFile.load(out.resolve("model.aemodel")).provenance().dataName())
        .isEqualTo(folder.getFileName().toString());
  }

  @Test
  void fortyOwnImagesAreOneShortBatch() {
    Path data = Path.of("src/test/resources/cases/idx/forty-own-images");
    CliRun run = CliRun.of("train", "--data", data, "--epochs", 3, "--out", folder);
    assertThat(run.code()).as(run.err()).isZero();
    TrainedModel model = ModelFile.load(folder.resolve("model.aemodel"));
    assertThat(model.plan().batchSize()).isEqualTo(256);
    assertThat(model.provenance().trainingImages()).isEqualTo(40);
    assertThat(model.updaterState().iterations()).isEqualTo(3);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy kills there")
  void aSignalEndsTheTrainingAndKeepsWhatWasLearned() throws IOException, InterruptedException {
    Process process =
        process(folder, "--limit", "256", "--epochs", "10000")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("epoch 1/10000");
      // SIGTERM takes the same way as Ctrl+C; Process.destroy would close our end of the pipe, too.
      assertThat(process.toHandle().destroy()).isTrue();
      while (out.readLine() != null) {
        // epochs that were done before the signal came
      }
    }
    process.waitFor();
    assertThat(names()).containsExactly("history.csv", "model.aemodel", "reconstructions.png");
    TrainedModel model = ModelFile.load(folder.resolve("model.aemodel"));
    assertThat(model.history().epochs()).hasSizeBetween(1, 9999);
    assertThat(model.updaterState().iterations()).isPositive();
  }

  /** A training in a process of its own, which a signal may end. */
  private ProcessBuilder process(Path home, String... options) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-D" + UserFolders.HOME_PROPERTY + "=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            "--out",
            folder.toString());
    return new ProcessBuilder(Stream.concat(command.stream(), Stream.of(options)).toList());
  }

  private TrainedModel trained(String name, Object... options) {
    Path out = folder.resolve(name);
    Object[] arguments =
        Stream.concat(
                Stream.of(
                    "train", "--limit", 256, "--batch-size", 128, "--epochs", 1, "--out", out),
                Stream.of(options))
            .toArray();
    CliRun run = CliRun.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return ModelFile.load(out.resolve("model.aemodel"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void checkpointsAndTheEndAgree() throws IOException {
    CliRun run =
        CliRun.of("train", "--limit", 128, "--epochs", 200, "--batch-size", 32, "--out", folder);
    assertThat(run.code()).isZero();
    TrainedModel model = ModelFile.load(folder.resolve("model.aemodel"));
    assertThat(model.history().epochs()).hasSize(200);
    assertThat(Files.readAllLines(folder.resolve("history.csv"))).hasSize(201);
  }

  @Test
  void whatCannotBeWrittenThereIsKeptAmongTheUsersOwn(@TempDir Path home) throws IOException {
    Files.createDirectories(folder.resolve("model.aemodel").resolve("in the way"));
    String before = System.setProperty(UserFolders.HOME_PROPERTY, home.toString());
    try {
      CliRun run = CliRun.of("train", "--limit", 256, "--epochs", 2, "--out", folder);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("What was learned is in " + kept(home));
      assertThat(ModelFile.load(kept(home)).history().epochs()).hasSize(2);
    } finally {
      if (before == null) {
        System.clearProperty(UserFolders.HOME_PROPERTY);
      } else {
        System.setProperty(UserFolders.HOME_PROPERTY, before);
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy kills there")
  void aTrainingGoesOnWhileItCannotBeWritten(@TempDir Path home)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("model.aemodel").resolve("in the way"));
    // Of these epochs it is the word about the writing that ends the training, not their number.
    Process process =
        process(home, "--limit", "256", "--epochs", "10000")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (line.endsWith("The training goes on.")) {
          assertThat(process.toHandle().destroy()).isTrue();
        }
      }
    }
    process.waitFor();
    assertThat(said)
        .filteredOn(line -> line.contains("model.aemodel is a folder."))
        .hasSize(2)
        .first(InstanceOfAssertFactories.STRING)
        .endsWith("The training goes on.");
    assertThat(said).last().asString().contains("What was learned is in " + kept(home));
    assertThat(ModelFile.load(kept(home)).history().epochs()).hasSizeBetween(1, 9999);
  }

  /** The only model among the user's own. */
  private static Path kept(Path home) throws IOException {
    try (Stream<Path> models = Files.list(home.resolve("data").resolve("models"))) {
      return models.findFirst().orElseThrow();
    }
  }

  @Test
  void theLossDoctorNamesWhatGoesWrong() {
    CliRun timid =
        CliRun.of(
            "train",
            "--limit",
            2048,
            "--batch-size",
            10,
            "--epochs",
            1,
            "--learning-rate",
            0.001,
            "--json",
            "--out",
            folder);
    assertThat(timid.err())
        .contains("Adadelta with the learning rate 0.001 hardly moves")
        .contains("The loss stays at 0.69 = ln 2");
    assertThat(timid.out().lines()).allMatch(line -> line.startsWith("{"));
    CliRun dead =
        CliRun.of(
            "train",
            "--limit",
            512,
            "--batch-size",
            8,
            "--epochs",
            2,
            "--optimizer",
            "sgd",
            "--learning-rate",
            60,
            "--momentum",
            0,
            "--out",
            folder);
    assertThat(dead.err()).contains("dead");
  }
}
