package org.aeworkbench.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.aeworkbench.backend.Trainer;
import org.aeworkbench.backend.vector.VectorBackend;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.LossTerms;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.RandomNetworks;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.InitialWeights;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.ProblemException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelFileTest {
  private static final DataSplit MNIST = Mnist.load();

  @TempDir Path folder;

  private static TrainedModel trained(String architecture) {
    TrainingPlan plan =
        Presets.ofFamily(architecture)
            .plan()
            .withSpec(Presets.ofFamily(architecture).spec().withEncodingDim(16))
            .withOptimizer(new Optimizer.Adam())
            .withEpochs(1)
            .withBatchSize(32);
    Dataset images = MNIST.training().first(64);
    int[] order = IntStream.range(0, 64).toArray();
    float[] initial = InitialWeights.of(plan.spec(), plan.seed());
    try (Trainer trainer =
        new VectorBackend().open(plan, initial, UpdaterState.initial(), 2, NoiseStreams.of(0))) {
      float[] losses = new float[2];
      for (int batch = 0; batch < 2; batch++) {
        losses[batch] = (float) trainer.trainBatch(images, order, 32 * batch, 32).total();
      }
      double mean = (losses[0] + losses[1]) / 2;
      EpochResult epoch =
          new EpochResult(
              1, LossTerms.plain(mean), trainer.evaluate(MNIST.test().first(20)), 0.001, 0.5);
      return new TrainedModel(
          plan,
          trainer.copyParameters(),
          trainer.copyUpdaterState(),
          TrainingHistory.ofEveryBatch(List.of(epoch), losses, 32, 64),
          new Provenance("MNIST", images.checksum(), 64, "0.1.0", "2026-11-27T12:00:00Z"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shallow", "deep", "conv"})
  void comesBackAsItWas(String architecture) {
    TrainedModel model = trained(architecture);
    Path file = folder.resolve("a.aemodel");
    ModelFile.save(model, file);
    TrainedModel loaded = ModelFile.load(file);
    assertThat(loaded.plan()).isEqualTo(model.plan());
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.history().epochs()).isEqualTo(model.history().epochs());
    assertArrayEquals(model.history().batches().means(), loaded.history().batches().means());
    assertArrayEquals(model.parameters(), loaded.parameters());
    assertThat(loaded.updaterState().iterations()).isEqualTo(2);
    for (int slot = 0; slot < 2; slot++) {
      assertArrayEquals(
          model.updaterState().slots().get(slot), loaded.updaterState().slots().get(slot));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shallow", "deep", "conv"})
  void isAStockDl4jModel(String architecture) throws IOException {
    TrainedModel model = trained(architecture);
    Path file = folder.resolve("a.aemodel");
    ModelFile.save(model, file);
    float[][] image = MNIST.test().images(0);
    INDArray input =
        Nd4j.createFromArray(image[0])
            .reshape(architecture.equals("conv") ? new long[] {1, 1, 28, 28} : new long[] {1, 784});

    MultiLayerNetwork stock = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
    assertThat(stock.getIterationCount()).isEqualTo(2);
    assertArrayEquals(
        model.autoencoder().reconstruct(image)[0],
        stock.output(input).dup('c').data().asFloat(),
        2e-5f);

    Path encoder = folder.resolve("encoder.zip");
    Path decoder = folder.resolve("decoder.zip");
    ModelFile.export(model, encoder, decoder);
    INDArray code = ModelSerializer.restoreMultiLayerNetwork(encoder.toFile()).output(input);
    assertArrayEquals(model.autoencoder().encode(image)[0], code.dup('c').data().asFloat(), 2e-4f);
    assertArrayEquals(
        model.autoencoder().reconstruct(image)[0],
        ModelSerializer.restoreMultiLayerNetwork(decoder.toFile())
            .output(code)
            .dup('c')
            .data()
            .asFloat(),
        2e-5f);
  }

  @Test
  void refusesTruncatedFilesWhereverTheyAreCut() throws IOException {
    Path file = folder.resolve("a.aemodel");
    ModelFile.save(trained("conv"), file);
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.aemodel");
    for (int length = 0; length < whole.length; length += 199) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ModelFile.load(cut))
          .isInstanceOf(ProblemException.class)
          .message()
          .doesNotContain("\n")
          .contains("cut.aemodel");
    }
  }

  @Test
  void anyDamageGivesAModelOrAProblem() throws IOException {
    Path file = folder.resolve("a.aemodel");
    ModelFile.save(trained("conv"), file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(42);
    for (int i = 0; i < 400; i++) {
      assertSurvives(damaged(whole, random));
      // Inside an entry, with a checksum that fits: what a zip's own checks do not see.
      assertSurvives(withDamagedEntry(whole, random));
    }
  }

  private void assertSurvives(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("damaged.aemodel"), content);
    try {
      TrainedModel model = ModelFile.load(file);
      assertThat(model.parameters()).hasSize(model.plan().spec().parameterCount());
    } catch (ProblemException e) {
      assertThat(e.getMessage()).contains("damaged.aemodel").doesNotContain("\n");
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] content = whole.clone();
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      content[random.nextInt(content.length)] = (byte) random.nextInt(256);
    }
    return content;
  }

  private static byte[] withDamagedEntry(byte[] whole, Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        // Mostly near the start, where sizes and names stand.
        int reach = random.nextBoolean() ? Math.min(64, content.length) : content.length;
        if (random.nextBoolean() && reach > 0) {
          content[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "PK\u0003\u0004 but nothing more"})
  void refusesForeignFiles(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("foreign.aemodel"), content);
    assertThatThrownBy(() -> ModelFile.load(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + " is no model file, or a damaged one. Choose an .aemodel file.");
  }

  @Test
  void refusesADl4jModelThatIsNotOurs() throws IOException {
    Path encoder = folder.resolve("encoder.zip");
    ModelFile.export(trained("shallow"), encoder, folder.resolve("decoder.zip"));
    assertThatThrownBy(() -> ModelFile.load(encoder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not of this workbench");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> ModelFile.load(folder.resolve("none.aemodel")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("none.aemodel does not exist.");
    assertThatThrownBy(() -> ModelFile.load(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path blocker = Files.writeString(folder.resolve("file"), "in the way");
    TrainedModel model = trained("shallow");
    assertThatThrownBy(() -> ModelFile.save(model, blocker.resolve("a.aemodel")))
        .isInstanceOf(ProblemException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(blocker);
    }
  }

  @Test
  void filesOfTheFirstFormatOpenAsTheyWere() throws IOException {
    TrainedModel model = trained("conv");
    Path file = folder.resolve("first.aemodel");
    ModelFile.save(model, file);
    describe(
        file,
        text ->
            text.replace("\"format\":2", "\"format\":1")
                .replaceAll(
                    "\"network\":\"[^\"]*\"", "\"architecture\":\"conv\",\"encodingDim\":16")
                .replaceAll(",\"batchesALoss\".*?(?=})", ""));
    TrainedModel loaded = ModelFile.load(file);
    assertThat(loaded.plan()).isEqualTo(model.plan());
    assertArrayEquals(model.parameters(), loaded.parameters());
    assertThat(loaded.history().epochs()).isEqualTo(model.history().epochs());
    assertThat(loaded.history().epochLoss()).isEqualTo(model.history().epochLoss());
    assertArrayEquals(model.history().batches().means(), loaded.history().batches().means());
  }

  @Test
  void aNewerFormatIsSaidToBeNewer() throws IOException {
    Path file = folder.resolve("newer.aemodel");
    ModelFile.save(trained("shallow"), file);
    describe(file, text -> text.replace("\"format\":2", "\"format\":4"));
    assertThatThrownBy(() -> ModelFile.load(file)).hasMessageContaining("newer workbench");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"history\":\"yes\"",
        "\"history\":[]",
        "\"history\":{\"epochs\":{},\"batchLosses\":[]}",
        "\"history\":{\"epochs\":[],\"batchLosses\":\"none\"}",
        "\"history\":{\"epochs\":[],\"batchLosses\":[\"1\"]}",
        "\"history\":{\"epochs\":[1],\"batchLosses\":[]}",
        "\"history\":{\"epochs\":[],\"batchLosses\":[1],\"batchesALoss\":1,\"batches\":9,"
            + "\"openSum\":0,\"epochLoss\":0}"
      })
  void aHistoryOfAWrongTypeIsNotTakenForEmpty(String history) throws IOException {
    Path file = folder.resolve("wrong.aemodel");
    ModelFile.save(trained("shallow"), file);
    describe(file, text -> text.replaceAll("\"history\":\\{.*?}(?=,\"provenance\")", history));
    assertThatThrownBy(() -> ModelFile.load(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void aHistoryOfMillionsOfBatchesOpensAndIsBounded() throws IOException {
    Path file = folder.resolve("long.aemodel");
    ModelFile.save(trained("shallow"), file);
    String losses = "0.25,".repeat(3_100_000) + "0.25";
    describe(
        file,
        text ->
            text.replaceAll(
                "\"history\":\\{.*?}(?=,\"provenance\")",
                "\"history\":{\"epochs\":[],\"batchLosses\":[" + losses + "]}"));
    TrainedModel loaded = ModelFile.load(file);
    BatchLosses batches = loaded.history().batches();
    assertThat(batches.batches()).isEqualTo(3_100_001);
    assertThat(batches.means()).hasSizeLessThanOrEqualTo(BatchLosses.CAPACITY).contains(0.25f);
    ModelFile.save(loaded, file);
    assertThat(ModelFile.load(file).history().batches().batches()).isEqualTo(3_100_001);
  }

  @Test
  void whateverNetworkItIsItComesBack() {
    RandomNetworks networks = new RandomNetworks(new SplittableRandom(5));
    Path file = folder.resolve("any.aemodel");
    for (int i = 0; i < 100; i++) {
      NetworkSpec spec = networks.next();
      float[] parameters = InitialWeights.of(spec, i);
      TrainedModel model =
          new TrainedModel(
              Presets.LAB_SHALLOW.plan().withNetwork(spec, new Objective(Loss.MEAN_SQUARED_ERROR)),
              parameters,
              new UpdaterState(3, List.of(parameters, InitialWeights.of(spec, -i))),
              TrainingHistory.empty(),
              new Provenance("made", "", 1, "test", ""));
      ModelFile.save(model, file);
      TrainedModel loaded = ModelFile.load(file);
      assertThat(loaded.plan()).isEqualTo(model.plan());
      assertArrayEquals(parameters, loaded.parameters());
      assertArrayEquals(
          model.updaterState().slots().getLast(), loaded.updaterState().slots().getLast());
    }
  }

  private static void describe(Path file, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(content, StandardCharsets.UTF_8);
        out.write(
            entry.getName().equals("workbench.json")
                ? change.apply(text).getBytes(StandardCharsets.UTF_8)
                : content);
      }
    }
    Files.write(file, bytes.toByteArray());
  }
}
