package org.aeworkbench.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.aeworkbench.problem.UsageException;

/**
 * What is done to the images that the encoder of a denoising autoencoder sees; the loss is taken
 * against the clean ones (Vincent and others 2008).
 */
public sealed interface Corruption {
  /** How strong it is, 0 for none; the standard deviation, or the share of numbers. */
  double level();

  /** The same kind at another level. */
  Corruption withLevel(double level);

  /** What {@link #parse} reads: {@code gaussian:0.4}. */
  String text();

  /** Images as they are. */
  record None() implements Corruption {
    @Override
    public double level() {
      return 0;
    }

    @Override
    public None withLevel(double level) {
      return this;
    }

    @Override
    public String text() {
      return "none";
    }
  }

  /**
   * Normally distributed noise on every number, cut off at 0 and 1.
   *
   * @param level its standard deviation, 0…{@value #MOST}
   */
  record Gaussian(double level) implements Corruption {
    /** Far beyond black and white noise. */
    public static final double MOST = 10;

    /** Checks the range. */
    public Gaussian {
      check("standard deviation of the noise", level, MOST);
    }

    @Override
    public Gaussian withLevel(double other) {
      return new Gaussian(other);
    }

    @Override
    public String text() {
      return "gaussian:" + LayerRanges.text(level);
    }
  }

  /**
   * Numbers become 0.
   *
   * @param level the probability of that, 0…1
   */
  record Masking(double level) implements Corruption {
    /** Checks the range. */
    public Masking {
      check("share of masked numbers", level, 1);
    }

    @Override
    public Masking withLevel(double other) {
      return new Masking(other);
    }

    @Override
    public String text() {
      return "masking:" + LayerRanges.text(level);
    }
  }

  /**
   * Numbers become 0 or 1, either as often.
   *
   * @param level the probability of that, 0…1
   */
  record SaltAndPepper(double level) implements Corruption {
    /** Checks the range. */
    public SaltAndPepper {
      check("share of salt and pepper", level, 1);
    }

    @Override
    public SaltAndPepper withLevel(double other) {
      return new SaltAndPepper(other);
    }

    @Override
    public String text() {
      return "saltpepper:" + LayerRanges.text(level);
    }
  }

  /**
   * Reads {@code none}, {@code gaussian:SIGMA}, {@code masking:P} or {@code saltpepper:P}.
   *
   * @throws UsageException saying what is wrong
   */
  static Corruption parse(String text) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
    if (words.length == 1 && words[0].equals("none")) {
      return new None();
    }
    if (words.length != 2
        || !Pattern.matches("[0-9]{0,6}\\.?[0-9]{1,30}(e-?[0-9]{1,3})?", words[1])) {
      throw unknown(text);
    }
    double level = Double.parseDouble(words[1]);
    return switch (words[0]) {
      case "gaussian" -> new Gaussian(level);
      case "masking" -> new Masking(level);
      case "saltpepper" -> new SaltAndPepper(level);
      default -> throw unknown(text);
    };
  }

  private static UsageException unknown(String text) {
    return new UsageException(
        "\"" + text + "\" is no noise.",
        "Write gaussian:SIGMA, masking:P, saltpepper:P or none, for instance gaussian:0.4.");
  }

  private static void check(String what, double level, double most) {
    if (!(level >= 0 && level <= most)) {
      throw new UsageException(
          "The " + what + " " + level + " is out of range.",
          "Choose 0 to " + LayerRanges.text(most) + ".");
    }
  }
}
