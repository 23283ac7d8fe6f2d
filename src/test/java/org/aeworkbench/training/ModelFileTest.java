package org.aeworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
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
  private static final Mnist MNIST = Mnist.load();

  @TempDir Path folder;

  private static TrainedModel trained(String architecture) {
    TrainingLoop loop = new TrainingLoop(MNIST.training().first(64), MNIST.test().first(20), 2);
    TrainingPlan plan =
        Presets.ofFamily(architecture)
            .plan()
            .withSpec(Presets.ofFamily(architecture).spec().withEncodingDim(16))
            .withOptimizer(new Optimizer.Adam())
            .withEpochs(1)
            .withBatchSize(32);
    return loop.run(
        loop.untrained(plan, "MNIST"), new TrainingControl(), new TrainingObserver() {});
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
    assertArrayEquals(model.history().batchLosses(), loaded.history().batchLosses());
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
}
