package org.aeworkbench.ui.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.aeworkbench.pictures.PictureReader;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.incoming.DroppedContent.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedContentTest {
  private static final String DATA = "data:image/png;base64,iVBORw0KGgo=";

  private static List<Found> in(String html, String address, String text) {
    return new DroppedContent(List.of(), html, address, text).pictures();
  }

  @Test
  void filesGoFirst() {
    Path file = Path.of("/tmp/a.png");
    assertThat(
            new DroppedContent(List.of(file), "<img src='http://x/y'>", "http://x", "x").pictures())
        .containsExactly(new Found.OnDisk(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<img src=\"https://example.org/a.png?x=1&amp;y=2\" alt=five> | https://example.org/a.png?x=1&y=2",
        "<meta charset='utf-8'><IMG class=a\tSRC='http://example.org/a b.png'/> | http://example.org/a b.png",
        "<a href=\"https://page\"><img alt=\"src=x > y\" src=https://example.org/c.png></a> | https://example.org/c.png",
        "<img loading src = \"//cdn.example.org/d.png\"> | //cdn.example.org/d.png",
        "<imgx src='no'><p>text</p><img src='e.webp' | e.webp",
      })
  void theAddressOfAPictureInHtmlIsFound(String html, String address) {
    assertThat(HtmlPictures.addresses(html)).containsExactly(address);
    assertThat(in(html, "https://page", "")).containsExactly(new Found.OnWeb(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<img>",
        "<img src",
        "<img src=",
        "<img src=''>",
        "<img alt='src=x'>",
        "<im",
        "<img",
        "<img =x>",
        "<p>src='a.png'</p>",
        "<img / / =",
        "<img src=\""
      })
  void htmlWithoutAPictureHasNone(String html) {
    assertThat(HtmlPictures.addresses(html)).isEmpty();
  }

  @Test
  void hugeHtmlTakesOnePass() {
    String open = "<img ".repeat(2_000_000);
    String quotes = "<img alt=\"".repeat(1_000_000);
    String less = "<".repeat(5_000_000);
    // Of as many passes as there are tags the test would see no end.
    for (String html : List.of(open, quotes, less)) {
      assertThat(HtmlPictures.addresses(html)).isEmpty();
    }
    assertThat(HtmlPictures.addresses("<img src=a>".repeat(500))).hasSize(HtmlPictures.MOST);
  }

  @Test
  void aDataAddressArrivesInWhateverFormItComes() {
    Found encoded = new Found.Encoded(DATA);
    assertThat(in("<img src=\"" + DATA + "\">", "", "")).containsExactly(encoded);
    assertThat(in("", DATA, "")).containsExactly(encoded);
    assertThat(in("", "", " " + DATA + "\n")).containsExactly(encoded);
    assertThat(in("<img src='http://x/y.png'>", DATA, ""))
        .as("rather what can be had")
        .containsExactly(encoded);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///home/me/a%20b.png, /home/me/a b.png",
    "file:/home/me/ä.png, /home/me/ä.png",
    "file:///home/me/%C3%A4.png, /home/me/ä.png",
    "file://localhost/home/me/a.png, /home/me/a.png",
    "file:///home/me/a b.png, /home/me/a b.png",
    "/home/me/a.png, /home/me/a.png",
  })
  void anAddressOfAFileIsTheFile(String address, String path) {
    assertThat(in("", "", address)).containsExactly(new Found.OnDisk(Path.of(path)));
  }

  @Test
  void listsOfAddressesHaveCommentsAndTitles() {
    assertThat(in("", "# from a browser\r\nfile:///a.png\r\nfile:///b.png\r\n", ""))
        .containsExactly(new Found.OnDisk(Path.of("/a.png")), new Found.OnDisk(Path.of("/b.png")));
    assertThat(in("", "https://example.org/five.png\nA five", ""))
        .containsExactly(new Found.OnWeb("https://example.org/five.png"));
  }

  @Test
  void whatIsInsideTheOtherProgramIsNamed() {
    assertThat(in("<img src='blob:https://example.org/1-2'>", "", ""))
        .containsExactly(new Found.Elsewhere("blob"));
    assertThat(in("", "about:blank", "")).containsExactly(new Found.Elsewhere("about"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "five", "note: buy milk", "C", "a\nb\nc", "1:2", "\u0000"})
  void wordsAreNoPicture(String text) {
    assertThat(in("", "", text)).isEmpty();
  }

  @Test
  void dataIsDecodedAsBrowsersEncodeIt() {
    byte[] bytes = {(byte) 0xFB, (byte) 0xFF, 0, 10, '%', 'A'};
    String base64 = Base64.getEncoder().encodeToString(bytes);
    String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    for (String address :
        List.of(
            "data:image/png;base64," + base64,
            "DATA:image/png;charset=x;BASE64," + base64,
            "data:;base64," + base64.replace("+", "%2B").replace("/", "%2f"),
            "data:image/png;base64," + base64.substring(0, 4) + "\r\n " + base64.substring(4),
            "data:image/png;base64," + url,
            "data:image/png,%FB%ff%00%0A%25A")) {
      assertThat(DataAddress.decode(address)).as(address).isEqualTo(bytes);
    }
    assertThat(DataAddress.decode("data:,100%")).isEqualTo("100%".getBytes(StandardCharsets.UTF_8));
    assertThat(DataAddress.decode("data:,ä%")).isEqualTo("ä%".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:image/png;base64", "data:;base64,####", "data:;base64,AAAAA"})
  void damagedDataIsRefusedInALine(String address) {
    assertThatThrownBy(() -> DataAddress.decode(address))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void moreThanAPictureFileMayHaveIsRefused() {
    char[] many = new char[PictureReader.MAX_BYTES + 1];
    Arrays.fill(many, 'A');
    assertThatThrownBy(() -> DataAddress.decode("data:," + new String(many)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("96 MB");
  }
}
