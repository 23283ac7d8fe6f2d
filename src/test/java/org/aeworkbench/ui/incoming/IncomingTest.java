package org.aeworkbench.ui.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.pictures.Pictures;
import org.aeworkbench.ui.common.DropPlace;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.pictures.PicturesViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With JavaFX's own clipboard, which looks into HTML for pictures by itself. */
class IncomingTest {
  @TempDir private Path home = Path.of("");
  private final List<String> problems = new ArrayList<>();
  private final List<Path> models = new ArrayList<>();
  private final Workers workers = Workers.start(Platform::runLater);
  private final List<Path> data = new ArrayList<>();
  private final Background background = new Background(Platform::runLater);
  private @Nullable Runnable instead;
  private PicturesViewModel pictures;
  private Incoming incoming;

  @BeforeEach
  void start() {
    pictures = Fx.get(() -> new PicturesViewModel(new WorkbenchSession(), workers, problems::add));
    incoming =
        new Incoming(
            pictures,
            () -> {},
            models::add,
            (path, asPictures) -> {
              data.add(path);
              instead = asPictures;
            },
            background,
            problems::add);
  }

  @AfterEach
  void end() {
    Fx.run(
        () -> {
          pictures.close();
          Clipboard.getSystemClipboard().clear();
        });
    workers.close();
    background.close();
  }

  private void paste(Map<DataFormat, Object> content) {
    Fx.run(
        () -> {
          Clipboard.getSystemClipboard().setContent(content);
          incoming.paste();
        });
  }

  private int shown() {
    return pictures.picturesProperty().get().size();
  }

  private static byte[] two() throws IOException {
    return Pictures.file(Pictures.two(90, 90, Color.WHITE, Color.BLACK), "png");
  }

  @Test
  void aPictureOnTheWebIsNotFetched() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/five.png";
      paste(Map.of(DataFormat.HTML, "<img src=\"" + address + "\">", DataFormat.URL, address));
      server.setSoTimeout(1);
      assertThat(server)
          .as("nobody has called")
          .satisfies(
              waiting ->
                  org.assertj.core.api.Assertions.assertThatThrownBy(waiting::accept)
                      .isInstanceOf(SocketTimeoutException.class));
    }
    assertThat(problems).singleElement().asString().contains("on the web", "Save it");
    assertThat(Fx.get(this::shown)).isZero();
  }

  @Test
  void addressesThatNoSystemKnowsAreALine() {
    for (String source :
        List.of("//cdn/x.png", "five.png", "blob:x-1", "bogus:1", "http://[", "")) {
      problems.clear();
      paste(Map.of(DataFormat.HTML, "<img src=\"" + source + "\">"));
      assertThat(problems).as(source).hasSize(1);
    }
    assertThat(Fx.get(this::shown)).isZero();
  }

  @Test
  void dataIsDecodedAndShown() throws IOException {
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(two());
    paste(Map.of(DataFormat.HTML, "<p><img alt=\"two\" src=\"" + data + "\"></p>"));
    Fx.await("the picture is there", () -> shown() == 1);
    paste(Map.of(DataFormat.PLAIN_TEXT, data));
    Fx.await("and as text", () -> shown() == 2);
    assertThat(problems).isEmpty();
    paste(Map.of(DataFormat.PLAIN_TEXT, data.substring(0, 200)));
    Fx.await("half of it is refused", () -> problems.size() == 1);
  }

  @Test
  void pixelsThatComeWithAnAddressOnTheWebAreTaken() {
    WritableImage image = Fx.get(() -> new WritableImage(40, 40));
    Fx.run(() -> ink(image));
    paste(
        Map.of(DataFormat.HTML, "<img src=\"http://127.0.0.1:9/x.png\">", DataFormat.IMAGE, image));
    Fx.await("they are shown", () -> shown() + problems.size() == 1);
    assertThat(problems).noneMatch(line -> line.contains("on the web"));
  }

  private static void ink(WritableImage image) {
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        boolean stroke = x >= 18 && x < 22 && y >= 8 && y < 32;
        image.getPixelWriter().setArgb(x, y, stroke ? 0xFF000000 : 0xFFFFFFFF);
      }
    }
  }

  @Test
  void addressesOfFilesAreFiles() throws IOException {
    Path two = Files.write(home.resolve("two of them.PNG"), two());
    paste(Map.of(DataFormat.PLAIN_TEXT, two.toUri() + "\n"));
    Fx.await("the picture is there", () -> shown() == 1);
    Path model = home.resolve("mine.AEMODEL");
    paste(Map.of(DataFormat.HTML, "<img src='" + model.toUri() + "'>"));
    Fx.await("the model is opened", () -> models.equals(List.of(model)));
    paste(Map.of(DataFormat.PLAIN_TEXT, "only words"));
    assertThat(problems).singleElement().asString().contains("no picture on the clipboard");
  }

  private void drop(DropPlace place, Path... files) {
    data.clear();
    Fx.run(() -> incoming.takeFiles(List.of(files), place));
  }

  @Test
  void aFolderIsWhatThePlaceSaysAndElsewhereBoth() throws IOException {
    Path folder = Files.createDirectory(home.resolve("folder"));
    Files.write(folder.resolve("two.png"), two());
    drop(DropPlace.DATA, folder);
    Fx.await("it is data", () -> data.equals(List.of(folder)));
    assertThat(Fx.get(() -> instead)).isNull();
    drop(DropPlace.PICTURES, folder);
    Fx.await("it is pictures", () -> shown() == 1);
    assertThat(Fx.get(() -> List.copyOf(data))).isEmpty();
    drop(DropPlace.ANYWHERE, folder);
    Fx.await("it is data at first", () -> data.equals(List.of(folder)));
    Fx.run(Objects.requireNonNull(Fx.get(() -> Objects.requireNonNull(instead))));
    Fx.await("and pictures if that is wanted", () -> shown() == 2);
  }

  @Test
  void archivesTablesAndArraysAreDataUnlessAnArchiveIsAModel() throws IOException {
    for (String name :
        List.of("a.ZIP", "b.csv", "c.npy", "d.npz", "train-images-idx3-ubyte", "e-idx3-ubyte.gz")) {
      Path file = Files.writeString(home.resolve(name), "anything");
      drop(DropPlace.ANYWHERE, file);
      Fx.await(name + " is data", () -> data.equals(List.of(file)));
    }
    Path zip = home.resolve("of-dl4j.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("configuration.json"));
    }
    drop(DropPlace.DATA, zip);
    Fx.await("it is a model", () -> models.equals(List.of(zip)));
    assertThat(problems).isEmpty();
  }

  @Test
  void oneDataSetAtATimeOfHoweverManyIdxFiles() throws IOException {
    Path images = Files.writeString(home.resolve("train-images-idx3-ubyte"), "anything");
    Path labels = Files.writeString(home.resolve("train-labels-idx1-ubyte"), "anything");
    drop(DropPlace.ANYWHERE, images, labels);
    Fx.await("one set", () -> data.equals(List.of(images)));
    Path table = Files.writeString(home.resolve("b.csv"), "anything");
    drop(DropPlace.DATA, table, images);
    Fx.await("told", () -> problems.size() == 1);
    assertThat(problems.getFirst()).contains("One data set");
    assertThat(Fx.get(() -> List.copyOf(data))).isEmpty();
  }
}
