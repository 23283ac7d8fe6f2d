package org.aeworkbench.datasets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an IDX file says: MNIST's own ({@code train-images-idx3-ubyte}), with dots or
 * underscores in place of the hyphens, in any case, EMNIST's and QMNIST's with the name of the data
 * set in front ({@code emnist-letters-test-images-idx3-ubyte.gz}, {@code
 * qmnist-train-labels-idx2-int}), and what a browser calls a second download ({@code … (1).gz}).
 *
 * @param set name of the data set, empty for MNIST's own names
 * @param split as the file calls it
 * @param kind images or labels
 * @param zipped true if it calls itself gzip; what it is its first bytes say
 */
public record IdxName(String set, Split split, Kind kind, boolean zipped) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<set>[a-z0-9-]+)-)?(?<split>train(?:ing)?|t10k|test(?:ing)?)"
              + "-(?<kind>image|img|label)s?"
              + "(?:-idx[1-9]?)?(?:-?(?:u?byte|u?int(?:8|16|32)?|short|long|float|double))?"
              + "(?:-[0-9]{1,2})?(?<zipped>-gz(?:ip)?)?(?:-[0-9]{1,2})?-?");

  /** Which part of the data; test images are called by two names. */
  public enum Split {
    TRAIN,
    T10K,
    TEST
  }

  /** What the file holds. */
  public enum Kind {
    IMAGES,
    LABELS
  }

  /** Reads a file's name; empty if it is none of these. */
  public static Optional<IdxName> parse(String file) {
    if (file.startsWith(".")) {
      return Optional.empty(); // what macOS leaves beside the real one, and half-written ones
    }
    String name = file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String set = matcher.group("set");
    return Optional.of(
        new IdxName(
            set == null ? "" : set,
            split(matcher.group("split")),
            matcher.group("kind").equals("label") ? Kind.LABELS : Kind.IMAGES,
            matcher.group("zipped") != null));
  }

  private static Split split(String text) {
    return switch (text) {
      case "t10k" -> Split.T10K;
      case "test", "testing" -> Split.TEST;
      default -> Split.TRAIN;
    };
  }
}
