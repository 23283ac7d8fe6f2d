package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of phones and scanners at their largest, within a heap of 256 MB. */
class LargePicturesTest {
  @TempDir Path folder;

  /** Reads each file named and prints what came of it: run in a process of its own. */
  public static void main(String[] files) {
    for (String file : files) {
      try {
        BufferedImage picture = PictureReader.read(Path.of(file));
        int darkest = 255;
        for (int x = 0; x < picture.getWidth(); x++) {
          darkest = Math.min(darkest, picture.getRGB(x, picture.getHeight() / 2) >> 8 & 255);
        }
        System.out.printf("%d %d %d%n", picture.getWidth(), picture.getHeight(), darkest);
      } catch (RuntimeException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void theyAreReadThinnedAndKeepThinStrokes() throws IOException, InterruptedException {
    Path phone = write("phone.jpg", 12_000, 9000, BufferedImage.TYPE_BYTE_GRAY, "jpeg", false);
    Path colour = write("colour.jpg", 8160, 6144, BufferedImage.TYPE_3BYTE_BGR, "jpeg", false);
    Path held = write("held.jpg", 15_000, 11_000, BufferedImage.TYPE_BYTE_GRAY, "jpeg", true);
    Path scan = write("scan.png", 9921, 14_031, BufferedImage.TYPE_BYTE_BINARY, "png", false);
    Path fax = write("scan.tif", 9921, 14_031, BufferedImage.TYPE_BYTE_BINARY, "tiff", false);
    List<String> lines = inSmallHeap(phone, colour, held, scan, fax);
    assertThat(lines).hasSize(5);
    assertLine(lines.get(0), 3000, 2250, 4);
    assertLine(lines.get(1), 2720, 2048, 3);
    assertThat(lines.get(2))
        .endsWith(
            "held.jpg is a progressive JPEG of 15000×11000 pixels, too large to be held as a whole."
                + " Save it as a baseline JPEG, or smaller.");
    assertLine(lines.get(3), 1985, 2807, 5);
    assertLine(lines.get(4), 1985, 2807, 5);
  }

  /**
   * A stroke of two pixels on white, thinned by averaging: at least that dark where it is widest.
   */
  private static void assertLine(String line, int width, int height, int step) {
    String[] numbers = line.split(" ");
    assertThat(numbers).as(line).hasSize(3);
    assertThat(Integer.parseInt(numbers[0])).isEqualTo(width);
    assertThat(Integer.parseInt(numbers[1])).isEqualTo(height);
    assertThat(Integer.parseInt(numbers[2])).as(line).isLessThan(255 - 255 / step + 20);
  }

  private static List<String> inSmallHeap(Path... files) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LargePicturesTest.class.getName());
    for (Path file : files) {
      command.add(file.toString());
    }
    File errors = Files.createTempFile("errors", ".txt").toFile();
    Process process = new ProcessBuilder(command).redirectError(errors).start();
    byte[] printed = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(Files.readString(errors.toPath())).isZero();
    return new String(printed, StandardCharsets.UTF_8).lines().toList();
  }

  private Path write(
      String name, int width, int height, int type, String format, boolean progressive)
      throws IOException {
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(2));
    graphics.drawLine(width / 3, height / 4, width / 2, height * 3 / 4);
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    if (format.equals("tiff")) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType("CCITT T.6");
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return file;
  }
}
