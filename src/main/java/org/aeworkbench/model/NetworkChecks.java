package org.aeworkbench.model;

import java.util.List;
import java.util.Locale;

/** What a network has to be beyond layers that fit each other. */
final class NetworkChecks {
  private NetworkChecks() {}

  /** For messages: {@code Layer 2 of the decoder, conv:8:relu,}. */
  static String name(Part part, int index, Layer layer) {
    return "Layer " + (index + 1) + " of the " + part.id() + ", " + layer.text() + ",";
  }

  static void check(ImageShape image, List<Layer> encoder, Code code, List<Layer> decoder) {
    checkLength(Part.ENCODER, encoder, code instanceof Code.Gaussian);
    checkLength(Part.DECODER, decoder, false);
    List<TracedLayer> layers = NetworkTrace.of(image, encoder, code, decoder);
    checkCode(NetworkTrace.encoded(image, encoder), encoder, code);
    checkEnd(image, layers);
    checkParameters(layers);
  }

  private static void checkLength(Part part, List<Layer> layers, boolean mayBeEmpty) {
    if (layers.isEmpty() && !mayBeEmpty) {
      throw new NetworkException(
          part,
          0,
          "The " + part.id() + " has no layer.",
          "Give it at least one, for instance dense:32:relu.");
    }
    if (layers.size() > NetworkSpec.MAX_LAYERS) {
      throw new NetworkException(
          part,
          NetworkSpec.MAX_LAYERS,
          "Layer " + (NetworkSpec.MAX_LAYERS + 1) + " of the " + part.id() + " is one too many.",
          "Use at most " + NetworkSpec.MAX_LAYERS + ".");
    }
  }

  private static void checkCode(Shape encoded, List<Layer> encoder, Code code) {
    if (code instanceof Code.Plain && encoded.size() > NetworkSpec.MAX_CODE) {
      int last = encoder.size() - 1;
      throw new NetworkException(
          Part.ENCODER,
          last,
          name(Part.ENCODER, last, encoder.get(last))
              + " makes a code of "
              + encoded.size()
              + " numbers.",
          "Pool, or end with a smaller layer: at most " + NetworkSpec.MAX_CODE + ".");
    }
  }

  private static void checkEnd(ImageShape image, List<TracedLayer> layers) {
    int i = layers.size() - 1;
    while (i > 0
        && (layers.get(i).layer() instanceof Layer.Crop
            || layers.get(i).layer() instanceof Layer.Reshape)) {
      i--;
    }
    TracedLayer output = layers.get(i);
    if (output.part() != Part.DECODER || output.layer().activation().isEmpty()) {
      TracedLayer last = layers.getLast();
      TracedLayer wrong = output.part() == Part.DECODER ? output : last;
      throw new NetworkException(
          Part.DECODER,
          wrong.index(),
          name(Part.DECODER, wrong.index(), wrong.layer()) + " cannot make the image.",
          "End with a dense, conv or tconv layer; only crop and reshape may follow it.");
    }
    TracedLayer last = layers.getLast();
    boolean fits =
        last.output() instanceof Shape.Flat
            ? last.output().size() == image.size()
            : last.output().equals(image.maps());
    if (!fits) {
      throw new NetworkException(
          Part.DECODER,
          last.index(),
          name(Part.DECODER, last.index(), last.layer())
              + " gives "
              + last.output().text()
              + ", the image has "
              + (last.output() instanceof Shape.Flat
                  ? image.size() + " numbers"
                  : image.maps().text())
              + ".",
          remedy(image, last));
    }
  }

  private static String remedy(ImageShape image, TracedLayer last) {
    return switch (last.output()) {
      case Shape.Flat _ ->
          "End with "
              + last.layer()
                  .activation()
                  .map(a -> new Layer.Dense(image.size(), a).text())
                  .orElse("dense:" + image.size())
              + ".";
      case Shape.Maps maps when maps.channels() != image.channels() ->
          "End with " + image.channels() + (image.channels() == 1 ? " filter." : " filters.");
      case Shape.Maps maps when maps.height() >= image.height() && maps.width() >= image.width() ->
          "Put " + new Layer.Crop(image.height(), image.width()).text() + " behind it.";
      case Shape.Maps _ ->
          "Bring the maps to at least "
              + image.height()
              + "×"
              + image.width()
              + " with up or tconv, then crop.";
    };
  }

  private static void checkParameters(List<TracedLayer> layers) {
    long total = layers.stream().mapToLong(TracedLayer::parameters).sum();
    if (total > NetworkSpec.MAX_PARAMETERS) {
      TracedLayer largest =
          layers.stream().max((a, b) -> Long.compare(a.parameters(), b.parameters())).orElseThrow();
      throw new NetworkException(
          largest.part(),
          largest.index(),
          String.format(
              Locale.ROOT,
              "The network has %d parameters, %d of them in layer %d of the %s, %s.",
              total,
              largest.parameters(),
              largest.index() + 1,
              largest.part().id(),
              largest.layer().text()),
          "At most " + NetworkSpec.MAX_PARAMETERS + " can be trained and kept: make it smaller.");
    }
  }
}
