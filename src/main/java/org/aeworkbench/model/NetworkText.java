package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeworkbench.problem.UsageException;

/**
 * Networks as text: {@code HxWxC | encoder | decoder}, layers separated by spaces, in any case. A
 * gaussian code is the encoder's last token, {@code gaussian:D}.
 *
 * <pre>
 * dense:UNITS:ACT          conv:FILTERS:ACT[:valid|:stride2]     tconv:FILTERS:ACT
 * pool    up    reshape:C:H:W    crop:H:W    dropout:RATE
 * </pre>
 *
 * with the activations relu, leakyrelu, elu, tanh, sigmoid and linear.
 */
public final class NetworkText {
  private static final String TOKENS =
      "dense:UNITS:ACT, conv:FILTERS:ACT, conv:FILTERS:ACT:valid, conv:FILTERS:ACT:stride2,"
          + " tconv:FILTERS:ACT, pool, up, reshape:C:H:W, crop:H:W or dropout:RATE";
  private static final String ACTIVATIONS =
      Arrays.stream(Activation.values()).map(Activation::id).collect(Collectors.joining(", "));
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{0,3}\\.?[0-9]{1,30}(e-?[0-9]{1,3})?");

  private NetworkText() {}

  /** The text of a network, whether it can run or not. */
  static String of(NetworkDraft draft) {
    return draft.image().text()
        + " | "
        + encoder(draft.encoder(), draft.code())
        + " | "
        + of(draft.decoder());
  }

  /** The encoder's tokens, with that of a gaussian code. */
  public static String encoder(NetworkSpec spec) {
    return encoder(spec.encoder(), spec.code());
  }

  private static String encoder(List<Layer> layers, Code code) {
    Stream<String> last =
        code instanceof Code.Gaussian gaussian
            ? Stream.of("gaussian:" + gaussian.dimension())
            : Stream.empty();
    return Stream.concat(layers.stream().map(Layer::text), last).collect(Collectors.joining(" "));
  }

  /** Layers separated by spaces. */
  public static String of(List<Layer> layers) {
    return layers.stream().map(Layer::text).collect(Collectors.joining(" "));
  }

  /** Reads {@code HxWxC | encoder | decoder}, a network that can run. */
  static NetworkSpec network(String text) {
    return network(draft(text));
  }

  private static NetworkSpec network(NetworkDraft draft) {
    return new NetworkSpec(draft.image(), draft.encoder(), draft.code(), draft.decoder());
  }

  /** Reads {@code HxWxC | encoder | decoder}, whether it can run or not. */
  static NetworkDraft draft(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3) {
      throw new UsageException(
          "A network has three parts with | between them, not " + parts.length + ".",
          "Write HxWxC | encoder | decoder,"
              + " for instance 28x28x1 | dense:32:relu | dense:784:sigmoid.");
    }
    return draft(ImageShape.parse(parts[0]), parts[1], parts[2]);
  }

  /**
   * Reads encoder and decoder.
   *
   * @throws UsageException naming the token or layer that is wrong, and the mend
   */
  public static NetworkSpec network(ImageShape image, String encoder, String decoder) {
    return network(draft(image, encoder, decoder));
  }

  private static NetworkDraft draft(ImageShape image, String encoder, String decoder) {
    List<String> tokens = tokens(encoder);
    Code code = new Code.Plain();
    if (!tokens.isEmpty() && isGaussian(tokens.getLast())) {
      code = gaussian(tokens.getLast(), tokens.size() - 1);
      tokens = tokens.subList(0, tokens.size() - 1);
    }
    return new NetworkDraft(
        image, layers(tokens, Part.ENCODER), code, layers(tokens(decoder), Part.DECODER));
  }

  /**
   * Reads layers separated by spaces.
   *
   * @param part that stands in messages
   * @throws NetworkException naming the layer
   */
  public static List<Layer> layers(String text, Part part) {
    return layers(tokens(text), part);
  }

  private static List<String> tokens(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  private static List<Layer> layers(List<String> tokens, Part part) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      layers.add(new Token(tokens.get(i), part, i).layer());
    }
    return layers;
  }

  private static boolean isGaussian(String token) {
    return token.toLowerCase(Locale.ROOT).split(":", 2)[0].equals("gaussian");
  }

  private static Code gaussian(String text, int index) {
    Token token = new Token(text, Part.ENCODER, index);
    token.expect(2, "gaussian:D");
    return token.ranged(() -> new Code.Gaussian(token.whole(1)));
  }

  /** One token and where it stands. */
  private record Token(String text, Part part, int index) {
    Layer layer() {
      String kind = words()[0];
      return switch (kind) {
        case "dense" -> {
          expect(3, "dense:UNITS:ACT");
          yield ranged(() -> new Layer.Dense(whole(1), activation(2)));
        }
        case "conv" -> convolution();
        case "tconv" -> {
          expect(3, "tconv:FILTERS:ACT");
          yield ranged(() -> new Layer.TransposedConvolution(whole(1), activation(2)));
        }
        case "pool" -> {
          expect(1, "pool");
          yield new Layer.MaxPooling();
        }
        case "up" -> {
          expect(1, "up");
          yield new Layer.Upsampling();
        }
        case "reshape" -> {
          expect(4, "reshape:C:H:W");
          yield ranged(() -> new Layer.Reshape(whole(1), whole(2), whole(3)));
        }
        case "crop" -> {
          expect(3, "crop:H:W");
          yield ranged(() -> new Layer.Crop(whole(1), whole(2)));
        }
        case "dropout" -> {
          expect(2, "dropout:RATE");
          yield ranged(() -> new Layer.Dropout(decimal(1)));
        }
        case "gaussian" -> throw wrong("can only be the encoder's last", "Move it there.");
        default -> throw wrong("is no layer", "Write " + TOKENS + ".");
      };
    }

    private Layer convolution() {
      String[] words = words();
      if (words.length == 3) {
        return ranged(() -> new Layer.Convolution(whole(1), activation(2), Border.SAME));
      }
      expect(4, "conv:FILTERS:ACT, conv:FILTERS:ACT:valid or conv:FILTERS:ACT:stride2");
      Border border =
          switch (words[3]) {
            case "valid" -> Border.VALID;
            case "stride2" -> Border.STRIDE2;
            case "same" -> Border.SAME;
            default ->
                throw wrong(
                    "ends with \"" + words[3] + "\"", "Write valid, stride2 or nothing there.");
          };
      return ranged(() -> new Layer.Convolution(whole(1), activation(2), border));
    }

    private String[] words() {
      return text.toLowerCase(Locale.ROOT).split(":", -1);
    }

    void expect(int words, String form) {
      if (words().length != words) {
        throw wrong("is not complete or has too much", "Write " + form + ".");
      }
    }

    int whole(int word) {
      String number = words()[word];
      if (!WHOLE.matcher(number).matches()) {
        throw wrong("has \"" + number + "\" where a whole number belongs", "Write 1 or more.");
      }
      return Integer.parseInt(number);
    }

    double decimal(int word) {
      String number = words()[word];
      if (!DECIMAL.matcher(number).matches()) {
        throw wrong("has \"" + number + "\" where a number belongs", "Write 0 to below 1.");
      }
      return Double.parseDouble(number);
    }

    Activation activation(int word) {
      String name = words()[word];
      return Activation.of(name)
          .orElseThrow(
              () ->
                  wrong(
                      "has the activation \"" + name + "\", which does not exist",
                      "Choose one of " + ACTIVATIONS + "."));
    }

    /** Makes a layer; a number that is out of range is told with the layer's name. */
    <T> T ranged(java.util.function.Supplier<T> made) {
      try {
        return made.get();
      } catch (NetworkException e) {
        throw e;
      } catch (UsageException e) {
        throw new NetworkException(part, index, name() + ": " + e.getMessage(), "");
      }
    }

    private String name() {
      return "Layer " + (index + 1) + " of the " + part.id() + ", \"" + text + "\"";
    }

    private NetworkException wrong(String what, String remedy) {
      return new NetworkException(part, index, name() + ", " + what + ".", remedy);
    }
  }
}
