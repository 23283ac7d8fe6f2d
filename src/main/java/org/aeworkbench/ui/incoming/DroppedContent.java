package org.aeworkbench.ui.incoming;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/**
 * What another program gives by drop or paste, and the pictures that are in it. Programs give the
 * same thing in several forms: a file manager files; a browser HTML with the picture's address, the
 * address itself (of a linked picture, that of the page it leads to) and sometimes the pixels.
 *
 * @param files if there are files
 * @param html empty if there is none
 * @param address one or more, a line each, perhaps with comments or titles; empty if there is none
 * @param text empty if there is none
 */
public record DroppedContent(List<Path> files, String html, String address, String text) {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):");
  private static final int LONGEST_PATH = 4096;
  private static final int MOST_LINES = 1000;

  /** A picture, or where there is one. */
  sealed interface Found {
    /** In a file. */
    record OnDisk(Path file) implements Found {}

    /** In a {@code data:} address. */
    record Encoded(String data) implements Found {}

    /** On the web, from where nothing is fetched. */
    record OnWeb(String address) implements Found {}

    /** Inside another program: {@code blob:}, {@code about:} and their like. */
    record Elsewhere(String scheme) implements Found {}
  }

  /** Copies the list. */
  public DroppedContent {
    files = List.copyOf(files);
  }

  /**
   * What a clipboard or dragboard has, its pixels left out: to get at those, JavaFX may load
   * pictures that HTML names, over the network and on the FX thread. Only for the FX thread.
   */
  static DroppedContent of(Clipboard offered) {
    List<Path> files = new ArrayList<>();
    if (offered.hasFiles()) {
      for (File file : offered.getFiles()) {
        pathOf(file).ifPresent(files::add);
      }
    }
    return new DroppedContent(
        files,
        offered.hasHtml() ? textOf(offered::getHtml) : "",
        offered.hasUrl() ? textOf(offered::getUrl) : "",
        offered.hasString() ? textOf(offered::getString) : "");
  }

  /** True if {@link #of} would have something; quick, whatever is offered. */
  static boolean isOffered(Clipboard offered) {
    // Last for an image: JavaFX looks through the HTML for one.
    return offered.hasFiles()
        || offered.hasUrl()
        || offered.hasHtml()
        || offered.hasString()
        || offered.hasImage();
  }

  /** The pictures, of the first form that has some that can be had; one pass over what there is. */
  List<Found> pictures() {
    List<List<Found>> forms =
        List.of(
            files.stream().map(file -> (Found) new Found.OnDisk(file)).toList(),
            HtmlPictures.addresses(html).stream().map(DroppedContent::at).toList(),
            lines(address, false),
            lines(text, true));
    return forms.stream()
        .filter(form -> !within(form).isEmpty())
        .findFirst()
        .or(() -> forms.stream().filter(form -> !form.isEmpty()).findFirst())
        .orElse(List.of());
  }

  /** Those that can be had without the network. */
  static List<Found> within(List<Found> found) {
    return found.stream()
        .filter(each -> each instanceof Found.OnDisk || each instanceof Found.Encoded)
        .toList();
  }

  private static List<Found> lines(String text, boolean paths) {
    String whole = text.strip();
    if (DataAddress.is(whole)) {
      // It may be broken into lines.
      return List.of(new Found.Encoded(whole));
    }
    return whole
        .lines()
        .limit(MOST_LINES)
        .map(String::strip)
        .filter(line -> paths && isPath(line) || SCHEME.matcher(line).lookingAt())
        .map(DroppedContent::at)
        .filter(found -> !paths || !(found instanceof Found.Elsewhere))
        .toList();
  }

  private static boolean isPath(String line) {
    try {
      return line.length() <= LONGEST_PATH && !line.isEmpty() && Path.of(line).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Found at(String address) {
    if (DataAddress.is(address)) {
      return new Found.Encoded(address);
    }
    if (isPath(address) && !address.startsWith("//")) {
      return new Found.OnDisk(Path.of(address));
    }
    Matcher scheme = SCHEME.matcher(address);
    String name = scheme.lookingAt() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    return switch (name) {
      case "file" -> onDisk(address);
      // Without a scheme it belongs to the page that it comes from.
      case "http", "https", "ftp", "" -> new Found.OnWeb(address);
      default -> new Found.Elsewhere(name);
    };
  }

  private static Found onDisk(String address) {
    try {
      String path = new URI(address.replace(" ", "%20").replace("\\", "/")).getPath();
      if (path != null && !path.isEmpty()) {
        // C:/… stands as /C:/… in an address.
        boolean drive = path.matches("/[A-Za-z]:.*");
        return new Found.OnDisk(Path.of(drive ? path.substring(1) : path));
      }
    } catch (URISyntaxException | InvalidPathException e) {
      // Not an address of this system: told as what cannot be reached.
    }
    return new Found.Elsewhere("file");
  }

  private static Optional<Path> pathOf(File file) {
    try {
      return Optional.of(file.toPath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  // Some programs give two bytes a letter where one is expected.
  private static String textOf(Supplier<@Nullable String> reading) {
    String text = reading.get();
    return text == null ? "" : text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}
