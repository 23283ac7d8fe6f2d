package org.aeworkbench.ui.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructionViewModelTest {
  private static final NetworkSpec SPEC = Presets.LAB_SHALLOW.spec().withEncodingDim(16);

  private final DataSplit data = Networks.small();
  private final WorkbenchSession session = new WorkbenchSession();
  private final ReconstructionViewModel viewModel =
      new ReconstructionViewModel(session, Workers.direct());
  private long version;

  @TempDir Path folder;

  @BeforeEach
  void load() {
    session.setData(data);
  }

  private Autoencoder after(long run, int epoch) {
    Autoencoder network = Networks.random(SPEC, epoch);
    session.setModel(
        new LiveModel(network, Loss.BINARY_CROSS_ENTROPY, run, ++version, epoch, true));
    return network;
  }

  private int[] shownIndices() {
    return viewModel.shownProperty().get().images().stream()
        .mapToInt(ShownImages.Item::index)
        .toArray();
  }

  private float[] reconstruction(int position) {
    return Objects.requireNonNull(
        viewModel.shownProperty().get().images().get(position).reconstruction());
  }

  @Test
  void showsOriginalsUntilThereIsANetwork() {
    assertThat(shownIndices()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(viewModel.shownProperty().get().isReconstructed()).isFalse();
    Autoencoder network = after(1, 1);
    assertThat(viewModel.shownProperty().get().isReconstructed()).isTrue();
    assertThat(reconstruction(3)).isEqualTo(network.reconstruct(data.test().images(3))[0]);
  }

  @Test
  void lossesAreOfTheKindThatTheNetworkIsTrainedWith() {
    Autoencoder network = Networks.random(SPEC, 1);
    session.setModel(new LiveModel(network, Loss.MEAN_SQUARED_ERROR, 1, 1, 1, true));
    for (ShownImages.Item digit : viewModel.shownProperty().get().images()) {
      float[] shown = Objects.requireNonNull(digit.reconstruction());
      assertThat(digit.loss())
          .isEqualTo(ReconstructionLoss.meanSquaredError(digit.original(), shown));
    }
  }

  @Test
  void worstAndBestAreThoseOfTheWholeTestSet() {
    Autoencoder network = after(1, 1);
    ErrorRanking expected =
        ErrorRanking.of(network, Loss.BINARY_CROSS_ENTROPY, data.test(), () -> false);
    viewModel.countProperty().set(7);
    viewModel.choiceProperty().set(ImageChoice.WORST);
    assertThat(shownIndices()).isEqualTo(expected.worst(7));
    viewModel.choiceProperty().set(ImageChoice.BEST);
    assertThat(shownIndices()).isEqualTo(expected.best(7));

    ErrorRanking later =
        ErrorRanking.of(after(1, 2), Loss.BINARY_CROSS_ENTROPY, data.test(), () -> false);
    assertThat(later.best(7)).isNotEqualTo(expected.best(7));
    assertThat(shownIndices()).as("ranked anew").isEqualTo(later.best(7));
  }

  @Test
  void oneOfEachClassAndRandomDigitsCanBeDrawnAnew() {
    after(1, 1);
    viewModel.choiceProperty().set(ImageChoice.EACH_CLASS);
    assertThat(viewModel.shownProperty().get().images())
        .extracting(ShownImages.Item::what)
        .containsExactly("a 0", "a 1", "a 2", "a 3", "a 4", "a 5", "a 6", "a 7", "an 8", "a 9");
    int[] first = shownIndices();
    viewModel.redraw();
    assertThat(shownIndices()).isNotEqualTo(first);
    viewModel.choiceProperty().set(ImageChoice.RANDOM);
    viewModel.countProperty().set(30);
    int[] drawn = shownIndices();
    assertThat(drawn).hasSize(30).doesNotHaveDuplicates();
    viewModel.redraw();
    assertThat(shownIndices()).isNotEqualTo(drawn);
  }

  @Test
  void typedDigitsAreShownOrWhatIsWrongIsSaid() {
    after(1, 1);
    viewModel.choiceProperty().set(ImageChoice.BY_INDEX);
    viewModel.typedIndicesProperty().set("5, 7-9 999");
    assertThat(shownIndices()).containsExactly(5, 7, 8, 9, 999);
    assertThat(viewModel.problemProperty().get()).isEmpty();
    for (String wrong : new String[] {"", "a", "1000", "9-7", "0-500", "99999999999"}) {
      viewModel.typedIndicesProperty().set(wrong);
      assertThat(viewModel.problemProperty().get()).as(wrong).isNotEmpty().doesNotContain("\n");
      assertThat(shownIndices()).as("what was there stays").containsExactly(5, 7, 8, 9, 999);
    }
    viewModel.typedIndicesProperty().set("3");
    assertThat(viewModel.problemProperty().get()).isEmpty();
  }

  @Test
  void pastEpochsAreShownAsTheyWereWhileTheNetworkLearnsOn() {
    after(1, 0);
    after(1, 1);
    float[][] second = after(1, 2).reconstruct(data.test().images(0, 1, 2));
    after(1, 3);
    assertThat(viewModel.epochsProperty().get()).containsExactly(0, 1, 2, 3);

    viewModel.viewedEpochProperty().set(2);
    viewModel.countProperty().set(3);
    ShownImages shown = viewModel.shownProperty().get();
    assertThat(shown.past()).isTrue();
    assertThat(shown.epoch()).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      assertLooksLike(reconstruction(i), second[i]);
    }

    Autoencoder latest = after(1, 4);
    assertThat(viewModel.epochsProperty().get()).endsWith(4);
    assertThat(viewModel.shownProperty().get()).as("undisturbed").isSameAs(shown);
    viewModel.viewedEpochProperty().set(ReconstructionViewModel.LIVE);
    assertThat(reconstruction(0)).isEqualTo(latest.reconstruct(data.test().images(0))[0]);
  }

  /** Half precision may not be seen: within a grey level and a half. */
  private static void assertLooksLike(float[] actual, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i])).isLessThan(1.5f / 255);
    }
  }

  @Test
  void anotherRunIsShownLive() {
    after(1, 1);
    after(1, 2);
    viewModel.viewedEpochProperty().set(1);
    after(2, 0);
    assertThat(viewModel.viewedEpochProperty().get()).isEqualTo(ReconstructionViewModel.LIVE);
    assertThat(viewModel.epochsProperty().get()).containsExactly(0);
    session.setModel(null);
    assertThat(viewModel.epochsProperty().get()).isEmpty();
    assertThat(viewModel.shownProperty().get().isReconstructed()).isFalse();
  }

  @Test
  void otherDataHasNoEpochsOfWhatWasLearnedBefore() {
    after(1, 1);
    after(1, 2);
    viewModel.viewedEpochProperty().set(1);
    session.setData(new DataSplit(data.training(), data.test().first(5)));
    assertThat(viewModel.epochsProperty().get()).isEmpty();
    assertThat(viewModel.viewedEpochProperty().get()).isEqualTo(ReconstructionViewModel.LIVE);
    assertThat(viewModel.shownProperty().get().past()).isFalse();
    session.setData(data);
    assertThat(viewModel.epochsProperty().get()).as("back again").containsExactly(1, 2);
  }

  @Test
  void theDigitThatIsChosenElsewhereIsReconstructedToo() {
    Autoencoder network = after(1, 1);
    session.selectedImageProperty().set(777);
    ShownImages.Item selected = Objects.requireNonNull(viewModel.shownProperty().get().selected());
    assertThat(selected.index()).isEqualTo(777);
    assertThat(selected.reconstruction())
        .isEqualTo(network.reconstruct(data.test().images(777))[0]);
  }

  @Test
  void savesWhatIsShownAndTheLabsFigure() throws IOException {
    viewModel.saveLabFigure(folder.resolve("early.png"));
    assertThat(viewModel.savedProperty().get()).isEqualTo("There is no network to draw yet.");
    after(1, 1);
    viewModel.countProperty().set(4);
    viewModel.savePicture(folder.resolve("digits.png"));
    viewModel.saveLabFigure(folder.resolve("lab.png"));
    assertThat(viewModel.savedProperty().get()).isEqualTo("Saved lab.png.");
    BufferedImage digits = ImageIO.read(folder.resolve("digits.png").toFile());
    BufferedImage lab = ImageIO.read(folder.resolve("lab.png").toFile());
    assertThat(digits.getWidth()).isEqualTo(4 * 128 + 16);
    assertThat(digits.getHeight()).isEqualTo(3 * 128 + 16);
    assertThat(lab.getWidth()).isEqualTo(10 * 128 + 16);
    assertThat(lab.getHeight()).isEqualTo(2 * 128 + 16);

    Path file = Files.createFile(folder.resolve("file"));
    viewModel.savePicture(file.resolve("digits.png"));
    assertThat(viewModel.savedProperty().get()).contains("is a file");
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("digits.png", "lab.png", "file");
    }
  }

  @Test
  void nothingComesAfterClose() {
    after(1, 1);
    ShownImages before = viewModel.shownProperty().get();
    viewModel.close();
    after(1, 2);
    assertThat(viewModel.shownProperty().get()).isSameAs(before);
    assertThat(Arrays.stream(shownIndices()).sum()).isEqualTo(45);
  }
}
