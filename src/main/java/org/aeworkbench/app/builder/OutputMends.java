package org.aeworkbench.app.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Shape;

/** Decoders whose end makes the image. Whether they help is for others to see. */
final class OutputMends {
  private OutputMends() {}

  /** What could be done to a decoder whose layers fit each other; nothing for one that is empty. */
  static List<Mend> of(NetworkDraft draft, DraftDiagnosis diagnosis) {
    List<Mend> mends = new ArrayList<>();
    ImageShape image = draft.image();
    Place end = new Place(Part.DECODER, draft.decoder().size());
    Optional<Shape> last = diagnosis.input(draft, end);
    if (last.isEmpty()) {
      return mends;
    }
    Activation activation =
        draft.output().flatMap(place -> draft.layer(place).activation()).orElse(Activation.SIGMOID);
    draft.output().ifPresent(place -> atOutput(draft, diagnosis, place, mends));
    if (last.get() instanceof Shape.Maps maps) {
      if (maps.height() >= image.height() && maps.width() >= image.width()) {
        mends.add(
            new Mend(
                "Crop to " + image.height() + "×" + image.width(),
                draft.add(end, new Layer.Crop(image.height(), image.width()))));
      }
      List<Layer> layers = new ArrayList<>(draft.decoder());
      layers.addAll(Growth.layers(maps.height(), maps.width(), image.height(), image.width()));
      layers.add(new Layer.Convolution(image.channels(), activation, Border.SAME));
      mends.add(new Mend("End with a conv layer", draft.with(Part.DECODER, layers)));
    }
    mends.add(
        new Mend(
            "End with Dense " + image.size(),
            draft.add(end, new Layer.Dense(image.size(), activation))));
    return mends;
  }

  /** The layer that makes the image gets its units or filters, and its size before and behind. */
  private static void atOutput(
      NetworkDraft draft, DraftDiagnosis diagnosis, Place place, List<Mend> mends) {
    ImageShape image = draft.image();
    List<Layer> before = draft.decoder().subList(0, place.index());
    List<Layer> layers = new ArrayList<>(before);
    Optional<Shape> input = diagnosis.input(draft, place);
    switch (draft.layer(place)) {
      case Layer.Dense dense -> {
        layers.add(new Layer.Dense(image.size(), dense.function()));
        mends.add(new Mend("Make it " + image.size() + " units", draft.with(Part.DECODER, layers)));
      }
      case Layer.Convolution conv when input.orElse(null) instanceof Shape.Maps maps -> {
        layers.addAll(Growth.layers(maps.height(), maps.width(), image.height(), image.width()));
        layers.add(new Layer.Convolution(image.channels(), conv.function(), Border.SAME));
        mends.add(new Mend(title(layers, before, image), draft.with(Part.DECODER, layers)));
      }
      case Layer.TransposedConvolution conv when input.orElse(null) instanceof Shape.Maps maps -> {
        int doublings =
            Growth.doublings(2 * maps.height(), 2 * maps.width(), image.height(), image.width());
        for (int i = 0; i < doublings; i++) {
          layers.add(new Layer.Upsampling());
        }
        layers.add(new Layer.TransposedConvolution(image.channels(), conv.function()));
        layers.addAll(
            Growth.layers(
                2 * maps.height() << doublings,
                2 * maps.width() << doublings,
                image.height(),
                image.width()));
        mends.add(new Mend(title(layers, before, image), draft.with(Part.DECODER, layers)));
      }
      default -> {}
    }
  }

  private static String title(List<Layer> layers, List<Layer> before, ImageShape image) {
    return layers.size() == before.size() + 1
        ? "Give it " + image.channels() + (image.channels() == 1 ? " filter" : " filters")
        : "Bring it to " + image.height() + "×" + image.width() + "×" + image.channels();
  }
}
