package org.aeworkbench.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders below one are looked into for pictures. */
class PictureFoldersTest {
  @TempDir private Path top = Path.of("");

  private void file(String name) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "anything");
  }

  @Test
  void thoseWithPicturesAtAnyDepthInNaturalOrder() throws IOException {
    file("class10/0.png");
    file("class2/0.JPG");
    file("class2/deep/1.png");
    file("texts/readme.txt");
    file(".hidden/0.png");
    file("only-hidden/.0.png");
    Files.createDirectory(top.resolve("empty"));
    assertThat(PictureFiles.folders(top))
        .containsExactly(top.resolve("class2"), top.resolve("class2/deep"), top.resolve("class10"));
    file("0.png");
    assertThat(PictureFiles.folders(top)).hasSize(4).startsWith(top);
  }

  @Test
  void theFolderItselfIfThereAreNoneSoThatItIsNamedAsWithout() throws IOException {
    file("texts/readme.txt");
    assertThat(PictureFiles.folders(top)).containsExactly(top);
  }

  @Test
  void aFolderThatIsHiddenItselfButWasChosenIsLookedInto() throws IOException {
    file(".hidden/a/0.png");
    Path hidden = top.resolve(".hidden");
    assertThat(PictureFiles.folders(hidden)).containsExactly(hidden.resolve("a"));
  }
}
