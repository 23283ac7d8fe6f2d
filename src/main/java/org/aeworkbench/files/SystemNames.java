package org.aeworkbench.files;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;

/**
 * The letters that names of files may have here: on Linux that depends on the locale's encoding,
 * and {@code LC_ALL=C}, or a locale that is not installed, leaves ASCII alone.
 */
public final class SystemNames {
  /** What a name becomes where its letters are not known. */
  private static final String UNKNOWN = "\uFFFD";

  private SystemNames() {}

  /**
   * A path of a text.
   *
   * @throws ProblemException if no file can have such a name here; it says which setting is wrong
   */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw problem(e);
    }
  }

  /** What it means for the user that a text is no path. */
  public static ProblemException problem(InvalidPathException e) {
    return refusal(e.getInput(), ofSystem(), System.getenv())
        .<ProblemException>map(refusal -> refusal)
        .orElseGet(
            () ->
                new ProblemException(
                    "\"" + e.getInput() + "\" is no name of a file: " + e.getReason() + ".",
                    "Choose another name.",
                    e));
  }

  /**
   * Sees to it that all arguments of the program have arrived.
   *
   * @throws UsageException if letters are lost
   */
  public static void check(String... arguments) {
    Stream.of(arguments)
        .filter(argument -> argument.contains(UNKNOWN))
        .findFirst()
        .flatMap(argument -> refusal(argument, ofSystem(), System.getenv()))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** Nothing if a name can be written in an encoding. */
  static Optional<UsageException> refusal(
      String name, Charset encoding, Map<String, String> environment) {
    if (encoding.newEncoder().canEncode(name)) {
      return Optional.empty();
    }
    return Optional.of(
        new UsageException(
            "The name "
                + name.replace(UNKNOWN, "?")
                + " has letters that are not known here: "
                + setting(environment)
                + " means "
                + encoding
                + ".",
            "Start the workbench with LC_ALL=C.UTF-8."));
  }

  /** What decides on the encoding, as one would set it. */
  private static String setting(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .filter(name -> !environment.getOrDefault(name, "").isEmpty())
        .findFirst()
        .map(name -> name + "=" + environment.get(name))
        .orElse("no LC_ALL");
  }

  private static Charset ofSystem() {
    return Charset.forName(
        System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()),
        Charset.defaultCharset());
  }
}
