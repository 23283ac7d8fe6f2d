package org.aeworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.pictures.DigitPipeline;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.pictures.Pictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reconstruct} and {@code encode} do with people's pictures. */
class PictureCommandsTest {
  private static final BufferedImage TWO = Pictures.two(60, 50, Color.WHITE, Color.BLACK);

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

  private Path picture(String name) throws IOException {
    return picture(name, TWO);
  }

  private Path picture(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, Pictures.file(image, "png"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static int[] grey(Path png) throws IOException {
    return ImageIO.read(png.toFile()).getRaster().getSamples(0, 0, 28, 28, 0, (int[]) null);
  }

  private static int[] grey(float[] pixels) {
    int[] grey = new int[pixels.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = Math.round(pixels[i] * 255);
    }
    return grey;
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  @Test
  void whatTheNetworkSawLiesBesideWhatItMadeOfIt() throws IOException {
    Path two = picture("two.png");
    CliRun run = CliRun.of("reconstruct", model, two, "--out", out);
    assertThat(run.code()).isZero();
    assertThat(names(out))
        .containsExactly("reconstructions.png", "two-input.png", "two-reconstruction.png");
    float[] seen = DigitPipeline.apply(PictureReader.read(two)).pixels();
    assertThat(grey(out.resolve("two-input.png"))).isEqualTo(grey(seen));
    float[] made = ModelFile.load(model).autoencoder().reconstruct(new float[][] {seen})[0];
    assertThat(grey(out.resolve("two-reconstruction.png"))).isEqualTo(grey(made));
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "1 reconstruction and its input are in "
                + out
                + ", side by side in reconstructions.png.");
  }

  @Test
  void aFolderStandsForThePicturesInIt() throws IOException {
    for (String name :
        List.of("scan10.PNG", "scan2.Jpg", "Scan1.jfif", "no ending", ".hidden.png")) {
      picture("scans/" + name);
    }
    Files.writeString(folder.resolve("scans/notes.txt"), "BMX and other notes");
    picture("scans/sub/inner.png");
    CliRun run = CliRun.of("encode", model, picture("first.png"), folder.resolve("scans"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(lines(run.out()).stream().skip(1).map(line -> line.replaceAll(",.*", "")))
        .containsExactly(
            folder.resolve("first.png").toString(),
            folder.resolve("scans/no ending").toString(),
            folder.resolve("scans/Scan1.jfif").toString(),
            folder.resolve("scans/scan2.Jpg").toString(),
            folder.resolve("scans/scan10.PNG").toString());
  }

  @Test
  void whatCannotBeHadStopsNoneOfTheOthersAndIsToldInTheEnd() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "I am a text.");
    Path missing = folder.resolve("missing.png");
    Path blank = picture("blank.png", new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB));
    Path empty = Files.createDirectory(folder.resolve("empty folder"));
    Path one = picture("one.png");
    Path other = picture("other.png");
    CliRun run =
        CliRun.of("reconstruct", model, text, one, missing, blank, empty, other, "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(names(out))
        .containsExactly(
            "one-input.png",
            "one-reconstruction.png",
            "other-input.png",
            "other-reconstruction.png",
            "reconstructions.png");
    List<String> told = lines(run.err());
    assertThat(told).hasSize(5);
    assertThat(told.get(0)).startsWith("2 reconstructions and their inputs are in " + out);
    assertThat(told.get(1)).startsWith("error: There are no pictures in the folder " + empty + ".");
    assertThat(told.get(2)).startsWith("error: " + text + " is no picture");
    assertThat(told.get(3)).startsWith("error: " + missing + " does not exist.");
    assertThat(told.get(4)).startsWith("error: no ink was found in " + blank + ".");

    Path csv = folder.resolve("codes.csv");
    CliRun encoded = CliRun.of("encode", model, text, one, blank, other, "--out", csv);
    assertThat(encoded.code()).isEqualTo(1);
    assertThat(Files.readAllLines(csv)).hasSize(3);
    assertThat(lines(encoded.err()))
        .hasSize(3)
        .first()
        .isEqualTo("2 codes of 32 numbers are in " + csv + ".");
    CliRun printed = CliRun.of("encode", model, one, text, other);
    assertThat(printed.code()).isEqualTo(1);
    assertThat(lines(printed.out())).hasSize(3);
  }

  @Test
  void whereNothingCanBeHadNothingIsWritten() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "I am a text.");
    Path csv = folder.resolve("codes.csv");
    assertThat(CliRun.of("reconstruct", model, text, "--out", out).code()).isEqualTo(1);
    assertThat(CliRun.of("encode", model, text, "--out", csv).code()).isEqualTo(1);
    CliRun printed = CliRun.of("encode", model, text);
    assertThat(printed.code()).isEqualTo(1);
    assertThat(printed.out()).isEmpty();
    assertThat(names(folder)).containsExactly("text.png");
  }

  @Test
  void picturesOfOneNameAreNumberedAndLongNamesCut() throws IOException {
    String longName = "ü".repeat(125);
    CliRun run =
        CliRun.of(
            "reconstruct",
            model,
            picture("a/seven.png"),
            picture("b/Seven.png"),
            picture("b/" + longName + "x.png"),
            picture("b/" + longName + "y.png"),
            "--out",
            out);
    assertThat(run.err()).doesNotContain("error");
    assertThat(run.code()).isZero();
    List<String> names = names(out);
    assertThat(names).hasSize(9).contains("seven-input.png", "Seven-2-input.png");
    assertThat(names.stream().filter(name -> name.matches("ü+-[0-9a-f]{8}-input.png"))).hasSize(2);
  }

  @Test
  void whatIsReadIsNotWrittenOver() throws IOException {
    Path mine = picture("seven-input.png");
    Path figure = picture("reconstructions.png");
    byte[] before = Files.readAllBytes(mine);
    byte[] figureBefore = Files.readAllBytes(figure);
    picture("seven.png");
    assertThat(CliRun.of("reconstruct", model, folder, "--out", folder).code()).isZero();
    assertThat(mine).hasBinaryContent(before);
    assertThat(figure).hasBinaryContent(figureBefore);
    assertThat(folder.resolve("seven-2-input.png")).isNotEmptyFile();
    assertThat(folder.resolve("reconstructions-2.png")).isNotEmptyFile();
  }

  @Test
  void asItIsMeansEveryPixelAndNoOtherSize() throws IOException {
    float[] digit = Mnist.load().test().image(4);
    float[] turned = new float[Dataset.PIXELS];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = Math.round((1 - digit[(i + 5) % turned.length]) * 255) / 255f;
    }
    Path small = picture("small.png", Pictures.of(turned));
    Path large = picture("large.png");
    CliRun run = CliRun.of("reconstruct", model, small, large, "--as-is", "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("error: " + large + " is not of the network's size, 28×28");
    assertThat(grey(out.resolve("small-input.png"))).isEqualTo(grey(turned));
    assertThat(out.resolve("large-input.png")).doesNotExist();

    float[] code = ModelFile.load(model).autoencoder().encode(new float[][] {turned})[0];
    CliRun encoded = CliRun.of("encode", model, small, "--as-is");
    List<String> numbers = new ArrayList<>(List.of(small.toString()));
    for (float number : code) {
      numbers.add("" + number);
    }
    assertThat(lines(encoded.out()).get(1)).isEqualTo(String.join(",", numbers));
  }

  @Test
  void severalDigitsAreSaidAndTakenOneByOneOnWish() throws IOException {
    Path row = picture("row.png", Pictures.twos(4));
    Path two = picture("two.png");
    CliRun whole = CliRun.of("reconstruct", model, row, two, "--out", out);
    assertThat(whole.code()).isZero();
    assertThat(lines(whole.err()).getLast())
        .isEqualTo("hint: " + row + " seems to hold 4 digits. --each-digit takes each as its own.");
    assertThat(names(out)).hasSize(5);

    Path each = folder.resolve("each");
    CliRun digits = CliRun.of("reconstruct", model, row, two, "--each-digit", "--out", each);
    assertThat(digits.code()).isZero();
    assertThat(digits.err()).doesNotContain("hint");
    assertThat(names(each))
        .contains("row-1-input.png", "row-4-reconstruction.png", "two-1-input.png")
        .hasSize(11);
    assertThat(grey(each.resolve("row-3-input.png")))
        .isEqualTo(grey(each.resolve("row-1-input.png")));

    CliRun codes = CliRun.of("encode", model, row, row, "--each-digit");
    assertThat(lines(codes.out()).stream().map(line -> line.replaceAll(",.*", "")))
        .containsExactly(
            "image",
            row + "#1",
            row + "#2",
            row + "#3",
            row + "#4",
            row + "#1",
            row + "#2",
            row + "#3",
            row + "#4");
    CliRun twice = CliRun.of("encode", model, row, picture("other row.png", Pictures.twos(3)));
    assertThat(twice.err())
        .startsWith("hint: 2 pictures seem to hold several digits, the first is " + row + ".");
  }

  @Test
  void choicesThatContradictEachOther() throws IOException {
    Path two = picture("two.png");
    CliRun both = CliRun.of("reconstruct", model, two, "--as-is", "--each-digit", "--out", out);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--as-is and --each-digit contradict each other.");
    assertThat(CliRun.of("encode", model, "--test-set", "--as-is").code()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  @Test
  void ofManyPicturesTheFigureShowsTheFirstHundred() throws IOException {
    for (int i = 1; i <= 130; i++) {
      picture("many/" + i + ".png", TWO);
    }
    CliRun run = CliRun.of("reconstruct", model, folder.resolve("many"), "--out", out);
    assertThat(run.code()).isZero();
    assertThat(names(out)).hasSize(261);
    assertThat(run.err()).contains("130 reconstructions", "the first 100 side by side");
    BufferedImage figure = ImageIO.read(out.resolve("reconstructions.png").toFile());
    assertThat(figure.getWidth()).isEqualTo(10 * 128 + 16);
    assertThat(figure.getHeight()).isEqualTo(10 * (2 * 128 + 16) + 14 + 16);
  }
}
