package org.aeworkbench.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureStep;
import org.aeworkbench.pictures.Pictures;
import org.aeworkbench.ui.common.LiveModel;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.common.Workers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesViewModelTest {
  @TempDir private Path folder = Path.of("");
  private final List<String> problems = new ArrayList<>();
  private final WorkbenchSession session = new WorkbenchSession();
  private final PicturesViewModel pictures =
      new PicturesViewModel(session, Workers.direct(), problems::add);
  private final BufferedImage two = Pictures.two(200, 160, Color.WHITE, Color.DARK_GRAY);

  @BeforeEach
  void load() {
    session.setData(Networks.small());
  }

  private Path file(String name, String format) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, Pictures.file(two, format));
    return file;
  }

  private static LiveModel model(Autoencoder network, long version) {
    return new LiveModel(network, Loss.BINARY_CROSS_ENTROPY, 1, version, 1, false);
  }

  private PictureEntry selected() {
    return Objects.requireNonNull(pictures.selectedProperty().get());
  }

  private PictureResult result() {
    return Objects.requireNonNull(pictures.resultsProperty().get().get(selected().id()));
  }

  @Test
  void everyFormatBecomesADigitAndIsReconstructedByTheLatestNetwork() throws IOException {
    pictures.add(
        List.of(
            file("a.png", "png"),
            file("b.jpg", "jpg"),
            file("c.gif", "gif"),
            file("d.bmp", "bmp")));
    assertThat(problems).isEmpty();
    assertThat(pictures.picturesProperty().get()).hasSize(4);
    assertThat(pictures.resultsProperty().get()).isEmpty();

    Autoencoder first = Networks.random(Networks.SHALLOW, 1);
    session.setModel(model(first, 1));
    float[] seen = selected().digit().pixels();
    float[] expected = first.reconstruct(new float[][] {seen})[0];
    assertThat(result().reconstruction()).isEqualTo(expected);
    assertThat(result().loss()).isEqualTo(ReconstructionLoss.binaryCrossEntropy(seen, expected));

    session.setModel(model(Networks.random(Networks.SHALLOW, 2), 2));
    assertThat(result().reconstruction()).isNotEqualTo(expected);
    session.setModel(null);
    assertThat(pictures.resultsProperty().get()).isEmpty();
  }

  @Test
  void badFilesCostALineEachAndTheOthersComeIn() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    Path missing = folder.resolve("missing.png");
    byte[] whole = Pictures.file(two, "png");
    Path cut = Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(whole, 300));
    pictures.add(List.of(text, empty, file("good.png", "png"), missing, folder, cut));
    assertThat(pictures.picturesProperty().get())
        .extracting(PictureEntry::name)
        .containsExactly("good.png");
    assertThat(problems).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    assertThat(String.join("|", problems)).contains("text.png is no picture", "empty.png is empty");
    assertThat(problems.getLast())
        .isEqualTo("2 more files could not be read. Use PNG, JPEG, GIF or BMP files.");
    assertThat(pictures.pendingProperty().get()).isZero();
  }

  @Test
  void aStepThatIsLeftOutChangesWhatTheNetSeesAndCanBeUndone() {
    pictures.add("two", () -> two);
    float[] all = selected().digit().pixels();
    assertThat(all).isEqualTo(DigitPipeline.apply(two).pixels());
    pictures.shelf().setStep(PictureStep.INVERSION, false);
    float[] without = selected().digit().pixels();
    Set<PictureStep> steps = new HashSet<>(DigitPipeline.allSteps());
    steps.remove(PictureStep.INVERSION);
    assertThat(without).isEqualTo(DigitPipeline.apply(two, steps).pixels()).isNotEqualTo(all);
    pictures.shelf().undo();
    assertThat(selected().digit().pixels()).isEqualTo(all);
    pictures.shelf().redo();
    assertThat(selected().digit().pixels()).isEqualTo(without);
  }

  @Test
  void stepsCanBeUsedForAll() {
    pictures.add("one", () -> two);
    pictures.add("other", () -> two);
    pictures.shelf().setStep(PictureStep.CROP, false);
    pictures.shelf().useStepsForAll();
    assertThat(pictures.picturesProperty().get())
        .allSatisfy(
            picture -> {
              assertThat(picture.steps()).doesNotContain(PictureStep.CROP);
              assertThat(picture.isStale()).isFalse();
            });
  }

  @Test
  void whatIsRemovedComesBackWithUndo() {
    pictures.add("one", () -> two);
    pictures.add("other", () -> two);
    pictures.shelf().removeSelected();
    assertThat(selected().name()).isEqualTo("one");
    pictures.shelf().removeAll();
    assertThat(pictures.picturesProperty().get()).isEmpty();
    assertThat(pictures.selectedProperty().get()).isNull();
    pictures.shelf().undo();
    pictures.shelf().undo();
    assertThat(pictures.picturesProperty().get())
        .extracting(PictureEntry::name)
        .containsExactly("one", "other");
    assertThat(selected().name()).isEqualTo("other");
  }

  @Test
  void thereIsRoomForAHundred() {
    for (int i = 0; i < PicturesViewModel.MAX_PICTURES + 3; i++) {
      pictures.add("picture " + i, () -> Pictures.two(20, 20, Color.WHITE, Color.BLACK));
    }
    assertThat(pictures.picturesProperty().get()).hasSize(PicturesViewModel.MAX_PICTURES);
    assertThat(problems).hasSize(1).first().asString().startsWith("There is room for 100");
  }

  @Test
  void theLossIsRankedAmongTheTestSetOnceTheTabIsSeen() {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    pictures.add("two", () -> two);
    assertThat(pictures.rankingProperty().get()).isNull();
    pictures.visibleProperty().set(true);
    ErrorRanking ranking = Objects.requireNonNull(pictures.rankingProperty().get());
    assertThat(ranking.size()).isEqualTo(1000);
    assertThat(PictureDetail.standing(ranking, ranking.min()))
        .isEqualTo(
            "Worse than 0 % of 1\u202F000 test digits: the network knows pictures like this.");
    assertThat(PictureDetail.standing(ranking, ranking.max() + 1))
        .isEqualTo("Worse than 100 % of 1\u202F000 test digits: unlike anything it has learned.");
  }

  @Test
  void theExportHasEveryPictureUnderANameOfItsOwn() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    pictures.add(List.of(file("my two.png", "png"), file("my two.jpg", "jpg")));
    Path out = folder.resolve("out");
    pictures.export(out);
    assertThat(pictures.outcomeProperty().get()).startsWith("Saved 2 pictures and pictures.csv");
    assertThat(pictures.exporting().progressProperty().get()).isEqualTo(PictureExport.IDLE);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "my-two-seen.png",
              "my-two-reconstruction.png",
              "my-two-comparison.png",
              "my-two-2-seen.png",
              "my-two-2-reconstruction.png",
              "my-two-2-comparison.png",
              "pictures.csv");
    }
    BufferedImage seen = ImageIO.read(out.resolve("my-two-seen.png").toFile());
    float[] pixels = pictures.picturesProperty().get().getFirst().digit().pixels();
    for (int i = 0; i < pixels.length; i++) {
      assertThat(seen.getRaster().getSample(i % 28, i / 28, 0))
          .isEqualTo(Math.round(pixels[i] * 255));
    }
    assertThat(Files.readAllLines(out.resolve("pictures.csv"))).hasSize(3);
  }

  @Test
  void anExportThatCannotBeWrittenSaysSo() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    pictures.add("two", () -> two);
    Path file = Files.createFile(folder.resolve("file"));
    pictures.export(file);
    assertThat(pictures.outcomeProperty().get()).contains("cannot be made", "Choose another");
  }

  @Test
  void theSamplesAreDigitsAndAHouse() {
    pictures.addSamples();
    assertThat(problems).isEmpty();
    assertThat(pictures.picturesProperty().get())
        .hasSize(SamplePictures.NAMES.size())
        .allSatisfy(picture -> assertThat(picture.digit().blank()).isFalse());
  }
}
