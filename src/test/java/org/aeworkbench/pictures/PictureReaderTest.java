package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.aeworkbench.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  private static final BufferedImage TWO = Pictures.two(120, 90, Color.WHITE, Color.BLACK);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tif"})
  void readsWhatImageToolsWriteWhateverTheNameSays(String format) throws IOException {
    Path file = folder.resolve("picture.dat");
    Files.write(file, Pictures.file(TWO, format));
    BufferedImage picture = PictureReader.read(file);
    assertThat(picture.getWidth()).isEqualTo(120);
    assertThat(picture.getHeight()).isEqualTo(90);
    float[] expected = DigitPipeline.apply(TWO).pixels();
    float[] read = DigitPipeline.apply(picture).pixels();
    double error = 0;
    for (int i = 0; i < 784; i++) {
      error += Math.abs(read[i] - expected[i]) / 784;
    }
    // JPEG leaves traces beside the ink.
    assertThat(error).isLessThan(format.equals("jpg") ? 0.03 : 0.01);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void aGreyPictureIsAsDarkAsItWasStored(int type) {
    BufferedImage grey = new BufferedImage(28, 28, type);
    int full = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65_535;
    for (int i = 0; i < 784; i++) {
      grey.getRaster().setSample(i % 28, i / 28, 0, full / 255 * (i / 4));
    }
    BufferedImage read = PictureReader.read(Pictures.file(grey, "png"), "grey.png");
    for (int i = 0; i < 784; i++) {
      assertThat(read.getRGB(i % 28, i / 28) & 0xFFFFFF).isEqualTo(0x010101 * (i / 4));
    }
  }

  @Test
  void aGreyJpegIsAsDarkAsItWasStored() {
    BufferedImage grey = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 784; i++) {
      grey.getRaster().setSample(i % 28, i / 28, 0, 127);
    }
    BufferedImage read = PictureReader.read(Pictures.file(grey, "jpg"), "grey.jpg");
    assertThat(read.getRGB(14, 14) & 0xFF).isBetween(125, 129);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tif"})
  void aFileCutShortIsSaidToBeSo(String format) {
    byte[] whole = Pictures.file(TWO, format);
    for (int percent : new int[] {30, 50, 70, 90}) {
      byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
      assertThatThrownBy(() -> PictureReader.read(part, "digit." + format))
          .as("%d %% of a %s file", percent, format)
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "digit." + format + " is damaged or cut short. Get the file again, or save it anew.");
    }
  }

  @Test
  void otherFilesAreRefusedInOneLine() throws IOException {
    Path text = folder.resolve("text.png");
    Files.writeString(text, "This is\nno picture.\n");
    assertProblem(
        text,
        "text.png is no picture that can be read. Use a PNG, JPEG, WebP, GIF, BMP or TIFF file.");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertProblem(empty, "empty.png is empty (0 bytes).");
    assertProblem(folder.resolve("none.png"), "none.png does not exist.");
    assertProblem(folder, " is a folder.");
  }

  @ParameterizedTest
  @CsvSource({
    "'....ftypheic....mif1', a HEIC picture",
    "'....ftypmif1....mif1heic', a HEIC picture",
    "'....ftypavif....mif1', an AVIF picture",
    "'....ftypisom', a video",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', an SVG drawing",
    "'<?xml version=\"1.0\"?><!-- drawn --><svg/>', an SVG drawing",
    "'%PDF-1.7', a PDF document",
    "'8BPS', a Photoshop file",
    "'P5 28 28 255 ', a picture of the PNM family"
  })
  void formatsThatAreNotReadAreNamed(String start, String kind) {
    byte[] file = (start + "\0".repeat(100)).getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> PictureReader.read(file, "photo"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("photo is " + kind + ", which is not read. Save it as JPEG or PNG.");
  }

  @ParameterizedTest
  @CsvSource({
    "png, '.png .apng'",
    "jpg, '.jpg .jpeg .jpe .jfif .pjpeg .pjp'",
    "gif, .gif",
    "bmp, '.bmp .dib .rle'",
    "tif, '.tif .tiff'"
  })
  void whatIsReadIsListedInDialogs(String format, String endings) {
    assertThat(PictureReader.read(Pictures.file(TWO, format), format).getWidth()).isEqualTo(120);
    assertThat(PictureEndings.ALL).contains(endings.split(" "));
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] bomb = whitePng(50_000, 50_000, 10);
    assertThatThrownBy(() -> PictureReader.read(bomb, "bomb.png"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bomb.png announces 50000×50000 pixels, more than 300 million.");
    Path heavy = folder.resolve("heavy.bmp");
    try (var channel =
        Files.newByteChannel(heavy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(PictureReader.MAX_BYTES);
      channel.write(ByteBuffer.wrap(new byte[1]));
    }
    assertProblem(heavy, "has more than 96 MB.");
  }

  @Test
  void aLargePictureIsMadeSmaller() throws IOException {
    BufferedImage picture = PictureReader.read(whitePng(7000, 5000, 5000), "photo.png");
    assertThat(picture.getWidth()).isBetween(2000, 4096);
    assertThat((double) picture.getWidth() / picture.getHeight()).isBetween(1.39, 1.41);
  }

  @Test
  void aPhoneHeldSidewaysIsTurned() {
    byte[] jpeg = Pictures.file(TWO, "jpg");
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] turned = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, turned, 0, 2);
    System.arraycopy(exif, 0, turned, 2, exif.length);
    System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);
    BufferedImage upright = PictureReader.read(turned, "phone.jpg");
    assertThat(upright.getWidth()).isEqualTo(90);
    assertThat(upright.getHeight()).isEqualTo(120);
    // Orientation 6: the top row of the file is the right column of what was seen.
    BufferedImage plain = PictureReader.read(jpeg, "plain.jpg");
    for (int x = 0; x < 120; x += 7) {
      assertThat(upright.getRGB(89 - 30, x)).isEqualTo(plain.getRGB(x, 30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void anyDamageGivesAPictureOrAProblem(String format) {
    SplittableRandom random = new SplittableRandom(4);
    byte[] whole = Pictures.file(Pictures.two(40, 30, Color.WHITE, Color.BLACK), format);
    int problems = 0;
    int rounds = 1500;
    for (int round = 0; round < rounds; round++) {
      byte[] mutated = mutated(whole, random);
      Throwable thrown =
          catchThrowable(() -> DigitPipeline.apply(PictureReader.read(mutated, "fuzz")));
      if (thrown != null) {
        assertThat(thrown).as("round %d", round).isInstanceOf(ProblemException.class);
        assertThat(thrown.getMessage()).startsWith("fuzz ").doesNotContain("\n");
        problems++;
      }
    }
    assertThat(problems).as("mutations that the decoder noticed").isBetween(rounds / 50, rounds);
  }

  @Test
  void noiseIsNoPicture() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 2000; round++) {
      byte[] noise = new byte[random.nextInt(1, 400)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> PictureReader.read(noise, "noise"))
          .isInstanceOf(ProblemException.class);
    }
  }

  private void assertProblem(Path file, String message) {
    assertThatThrownBy(() -> PictureReader.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith(file.toString());
  }

  private static byte[] mutated(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    int header = Math.min(80, bytes.length);
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      // Headers are where decoders trip.
      int at = random.nextInt(4, random.nextBoolean() ? header : bytes.length);
      bytes[at] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
  }

  /** A grey PNG whose header says one thing, and whose data is so many white rows. */
  private static byte[] whitePng(int width, int height, int rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    byte[] header = {8, 0, 0, 0, 0};
    chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(header).array());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] row = new byte[width + 1];
      Arrays.fill(row, 1, row.length, (byte) 255);
      for (int y = 0; y < rows; y++) {
        deflater.write(row);
      }
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) checksum.getValue());
  }
}
