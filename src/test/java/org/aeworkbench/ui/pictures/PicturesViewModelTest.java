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
import org.aeworkbench.analysis.ErrorChannel;
import org.aeworkbench.analysis.ErrorRanking;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureStep;
import org.aeworkbench.pictures.Pictures;
import org.aeworkbench.ui.common.ImageWords;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.WorkbenchSession;
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
    float[] seen = selected().seen().pixels();
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
    Path nothing = Files.createDirectory(folder.resolve("nothing in it"));
    byte[] whole = Pictures.file(two, "png");
    Path cut = Files.write(folder.resolve("cut.png"), java.util.Arrays.copyOf(whole, 300));
    pictures.add(List.of(text, empty, file("good.png", "png"), missing, nothing, cut));
    assertThat(pictures.picturesProperty().get())
        .extracting(PictureEntry::name)
        .containsExactly("good.png");
    assertThat(problems).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    assertThat(String.join("|", problems))
        .contains("no pictures in the folder", "text.png is no picture", "empty.png is empty");
    assertThat(problems.getLast()).isEqualTo("2 more pictures could not be read or have no ink.");
    assertThat(pictures.pendingProperty().get()).isZero();
  }

  @Test
  void aFolderStandsForThePicturesInIt() throws IOException {
    file("scan10.png", "png");
    file("scan9.PNG", "png");
    Files.writeString(folder.resolve("notes.txt"), "no picture");
    pictures.add(List.of(folder));
    assertThat(problems).isEmpty();
    assertThat(pictures.picturesProperty().get())
        .extracting(PictureEntry::name)
        .containsExactly("scan9.PNG", "scan10.png");
  }

  @Test
  void whereThereIsNoInkItIsSaidAndThePictureGoesNowhere() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    pictures.add("blank", () -> new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB));
    assertThat(problems).containsExactly("no ink was found in blank.");
    assertThat(selected().seen().blank()).isTrue();
    assertThat(pictures.resultsProperty().get()).isEmpty();
    pictures.add("two", () -> two);
    Path out = folder.resolve("out");
    pictures.export(out);
    assertThat(pictures.outcomeProperty().get())
        .startsWith("Saved 1 picture and pictures.csv")
        .endsWith(" 1 without ink is left out.");
    assertThat(Files.readAllLines(out.resolve("pictures.csv"))).hasSize(2);
  }

  @Test
  void aPictureOfTheNetworksSizeIsTakenAsItIsOnWish() {
    float[] digit = Networks.small().test().image(3);
    float[] moved = new float[digit.length];
    System.arraycopy(digit, 0, moved, 5, digit.length - 5);
    pictures.add("other", () -> two);
    pictures.add("small", () -> Pictures.of(moved));
    assertThat(selected().fitting()).isTrue();
    assertThat(selected().seen().pixels()).as("centred").isNotEqualTo(moved);
    pictures.shelf().setAsIs(true);
    assertThat(selected().seen().pixels()).isEqualTo(moved);
    pictures.shelf().treatAllAlike();
    assertThat(pictures.picturesProperty().get().getFirst().treatment().asIs())
        .as("another size")
        .isFalse();
    pictures.shelf().undo();
    assertThat(selected().seen().pixels()).isNotEqualTo(moved);
  }

  @Test
  void everyDigitTakesThePlaceOfThePictureOnWish() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    Path row = Files.write(folder.resolve("row.png"), Pictures.file(Pictures.twos(4), "png"));
    pictures.add("before", () -> two);
    pictures.add(List.of(row));
    pictures.add("between", () -> two);
    pictures.add("pasted row", () -> Pictures.twos(2));
    assertThat(pictures.severalProperty().get()).isEqualTo(2);
    assertThat(selected().seen().digits()).isEqualTo(2);
    pictures.takeEachDigit();
    assertThat(pictures.picturesProperty().get())
        .extracting(PictureEntry::name)
        .endsWith("between", "digit 1 of pasted row", "digit 2 of pasted row");
    assertThat(selected().name()).isEqualTo("digit 1 of pasted row");
    assertThat(selected().holdsSeveral()).isFalse();
    pictures.shelf().undo();
    assertThat(selected().name()).isEqualTo("pasted row");

    pictures.takeEachDigitOfAll();
    List<PictureEntry> all = pictures.picturesProperty().get();
    assertThat(all).hasSize(8);
    assertThat(pictures.severalProperty().get()).isZero();
    assertThat(all.get(4).seen().pixels())
        .isEqualTo(DigitPipeline.each(Pictures.twos(4), DigitPipeline.allSteps()).get(3).pixels());
    assertThat(pictures.resultsProperty().get()).hasSize(8);
    pictures.shelf().select(all.get(4));
    pictures.shelf().setStep(PictureStep.CENTRE, false);
    assertThat(selected().seen().pixels())
        .as("its steps are its own")
        .isEqualTo(
            DigitPipeline.each(Pictures.twos(4), selected().treatment().steps()).get(3).pixels());

    Path out = folder.resolve("out");
    pictures.export(out);
    assertThat(out.resolve("row-4-input.png")).isNotEmptyFile();
    assertThat(out.resolve("digit 2 of pasted row-input.png")).isNotEmptyFile();
    assertThat(problems).isEmpty();
  }

  @Test
  void theLossIsTheOneThatTheNetworkWasTrainedWith() {
    Autoencoder network = Networks.random(Networks.SHALLOW, 1);
    session.setModel(new LiveModel(network, Loss.MEAN_SQUARED_ERROR, 1, 1, 1, false));
    pictures.add("two", () -> two);
    float[] seen = selected().seen().pixels();
    float[] made = network.reconstruct(new float[][] {seen})[0];
    assertThat(result().loss()).isEqualTo(ReconstructionLoss.meanSquaredError(seen, made));
    session.setModel(new LiveModel(network, Loss.BINARY_CROSS_ENTROPY, 2, 1, 1, false));
    assertThat(result().loss()).isEqualTo(ReconstructionLoss.binaryCrossEntropy(seen, made));
  }

  @Test
  void aStepThatIsLeftOutChangesWhatTheNetSeesAndCanBeUndone() {
    pictures.add("two", () -> two);
    float[] all = selected().seen().pixels();
    assertThat(all).isEqualTo(DigitPipeline.apply(two).pixels());
    pictures.shelf().setStep(PictureStep.INVERSION, false);
    float[] without = selected().seen().pixels();
    Set<PictureStep> steps = new HashSet<>(DigitPipeline.allSteps());
    steps.remove(PictureStep.INVERSION);
    assertThat(without).isEqualTo(DigitPipeline.apply(two, steps).pixels()).isNotEqualTo(all);
    pictures.shelf().undo();
    assertThat(selected().seen().pixels()).isEqualTo(all);
    pictures.shelf().redo();
    assertThat(selected().seen().pixels()).isEqualTo(without);
  }

  @Test
  void stepsCanBeUsedForAll() {
    pictures.add("one", () -> two);
    pictures.add("other", () -> two);
    pictures.shelf().setStep(PictureStep.CROP, false);
    pictures.shelf().treatAllAlike();
    assertThat(pictures.picturesProperty().get())
        .allSatisfy(
            picture -> {
              assertThat(picture.treatment().steps()).doesNotContain(PictureStep.CROP);
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
  void thereIsRoomForTenThousandAndOneUndoTakesThemOut() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    pictures.add("first", () -> two);
    Path one = file("one.png", "png");
    pictures.add(java.util.Collections.nCopies(600, one));
    assertThat(pictures.picturesProperty().get()).hasSize(601);
    assertThat(selected().name()).as("the first of the new ones").isEqualTo("one.png");
    assertThat(pictures.resultsProperty().get()).hasSize(601);
    pictures.shelf().undo();
    assertThat(pictures.picturesProperty().get()).hasSize(1);
    PictureEntry picture = selected();
    pictures.shelf().add(java.util.Collections.nCopies(PictureShelf.CAPACITY - 1, picture), false);
    assertThat(problems).isEmpty();
    pictures.add(List.of(one, one));
    assertThat(problems).hasSize(1).first().asString().startsWith("There is room for 10");
    assertThat(pictures.picturesProperty().get()).hasSize(PicturesViewModel.MAX_PICTURES);
    assertThat(pictures.pendingProperty().get()).isZero();
  }

  @Test
  void aFileThatIsGoneLeavesThePictureAsItWas() throws IOException {
    Path file = file("two.png", "png");
    pictures.add(List.of(file, file));
    PictureTreatment before = selected().treatment();
    pictures.add("other", () -> two);
    Files.delete(file);
    pictures.shelf().setStep(PictureStep.CROP, false);
    pictures.shelf().treatAllAlike();
    assertThat(problems).hasSize(2).allSatisfy(line -> assertThat(line).contains("does not exist"));
    assertThat(pictures.picturesProperty().get())
        .extracting(PictureEntry::treatment)
        .containsExactly(before, before, before.withStep(PictureStep.CROP, false));
    assertThat(pictures.unfinishedProperty().get()).isZero();
  }

  @Test
  void theLossIsRankedAmongTheTestSetOnceTheTabIsSeen() {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    pictures.add("two", () -> two);
    assertThat(pictures.rankingProperty().get()).isNull();
    pictures.visibleProperty().set(true);
    ErrorRanking ranking = Objects.requireNonNull(pictures.rankingProperty().get());
    assertThat(ranking.size()).isEqualTo(1000);
    assertThat(PictureDetail.standing(ranking, ranking.min(), ImageWords.DIGITS))
        .isEqualTo(
            "Worse than 0 % of 1\u202F000 test digits: the network knows pictures like this.");
    assertThat(PictureDetail.standing(ranking, ranking.max() + 1, ImageWords.DIGITS))
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
              "my two-input.png",
              "my two-reconstruction.png",
              "my two-comparison.png",
              "my two-2-input.png",
              "my two-2-reconstruction.png",
              "my two-2-comparison.png",
              "pictures.csv");
    }
    BufferedImage seen = ImageIO.read(out.resolve("my two-input.png").toFile());
    float[] pixels = pictures.picturesProperty().get().getFirst().seen().pixels();
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
  void anExportThatEndsInAnErrorIsNotBusyForEver() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    PictureExport export = new PictureExport(Workers.direct());
    List<String> said = new ArrayList<>();
    List<PictureEntry> broken =
        new java.util.AbstractList<>() {
          @Override
          public PictureEntry get(int index) {
            throw new StackOverflowError("as deep as it goes");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    LiveModel network = Objects.requireNonNull(session.modelProperty().get());
    export.run(network, broken, null, ErrorChannel.ALL, folder.resolve("out"), said::add);
    assertThat(export.progressProperty().get()).isEqualTo(PictureExport.IDLE);
    assertThat(said).hasSize(1).first().asString().contains("could not be saved (");
    export.run(network, List.of(), null, ErrorChannel.ALL, folder.resolve("out"), said::add);
    assertThat(said).hasSize(2);
  }

  @Test
  void theExportWritesOverNoPictureThatItShows() throws IOException {
    session.setModel(model(Networks.random(Networks.SHALLOW, 1), 1));
    Path mine = file("two-input.png", "png");
    byte[] before = Files.readAllBytes(mine);
    pictures.add(List.of(file("two.png", "png"), mine));
    pictures.export(folder);
    assertThat(mine).hasBinaryContent(before);
    assertThat(folder.resolve("two-2-input.png")).isNotEmptyFile();
  }

  @Test
  void theSamplesAreDigitsAndAHouse() {
    pictures.addSamples();
    assertThat(problems).isEmpty();
    assertThat(pictures.picturesProperty().get())
        .hasSize(SamplePictures.NAMES.size())
        .allSatisfy(picture -> assertThat(picture.seen().blank()).isFalse());
  }
}
