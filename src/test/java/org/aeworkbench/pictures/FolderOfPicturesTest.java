package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOfPicturesTest {
  private static final BufferedImage TWO = Pictures.two(60, 50, Color.WHITE, Color.BLACK);

  @TempDir Path folder;

  @Test
  void picturesAreKnownByWhatIsInThemWhateverTheirNames() throws IOException {
    for (String format : List.of("png", "jpg", "gif", "bmp", "tif")) {
      Files.write(folder.resolve("without-ending-" + format), Pictures.file(TWO, format));
    }
    Files.write(folder.resolve("scan.001"), resource("tiff/g4.tif"));
    Files.write(folder.resolve("motorola"), bigEndianTiff());
    Files.write(folder.resolve("web"), resource("webp/lossless.webp"));
    Files.writeString(folder.resolve("letter"), "BM and other brands, described at length.");
    Files.writeString(folder.resolve("notes.txt"), "II*: a footnote");
    Files.write(folder.resolve(".hidden"), Pictures.file(TWO, "png"));
    Files.createDirectory(folder.resolve("deeper.png"));
    PictureFiles.Found found = PictureFiles.of(List.of(folder));
    assertThat(found.problems()).isEmpty();
    assertThat(found.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "motorola",
            "scan.001",
            "web",
            "without-ending-bmp",
            "without-ending-gif",
            "without-ending-jpg",
            "without-ending-png",
            "without-ending-tif");
    for (Path file : found.files()) {
      if (!file.endsWith("motorola")) {
        assertThat(PictureReader.read(file).getWidth()).isPositive();
      }
    }
  }

  @Test
  void damagedPicturesArePicturesByTheirEnding() throws IOException {
    Files.writeString(folder.resolve("B.JPG"), "cut short");
    Files.writeString(folder.resolve("a.tiff"), "");
    assertThat(PictureFiles.of(List.of(folder)).files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("a.tiff", "B.JPG");
  }

  private static byte[] bigEndianTiff() {
    return new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0};
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FolderOfPicturesTest.class.getResourceAsStream("/cases/" + name)) {
      return in.readAllBytes();
    }
  }
}
