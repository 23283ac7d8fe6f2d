package org.aeworkbench.app.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.LayerFit;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Shape;

/** Which layers can be put at a place, with numbers to begin with. */
public final class Offers {
  private static final int UNITS = 64;
  private static final int FILTERS = 16;
  private static final double RATE = 0.2;

  private Offers() {}

  /**
   * A layer that can take what comes to the place.
   *
   * @param layer to add
   * @param output what it would give
   */
  public record Offer(Layer layer, Shape output) {}

  /** What may follow at a place; nothing where no shape comes, or where the part is full. */
  public static List<Offer> at(NetworkDraft draft, DraftDiagnosis diagnosis, Place place) {
    Optional<Shape> input = diagnosis.input(draft, place);
    if (input.isEmpty() || !draft.hasRoom(place.part())) {
      return List.of();
    }
    List<Offer> offers = new ArrayList<>();
    for (Layer layer : candidates(draft, place, input.get())) {
      LayerFit.output(layer, input.get()).ifPresent(out -> offers.add(new Offer(layer, out)));
    }
    return offers;
  }

  private static List<Layer> candidates(NetworkDraft draft, Place place, Shape input) {
    ImageShape image = draft.image();
    boolean atEnd =
        place.part() == Part.DECODER && place.index() == draft.layers(Part.DECODER).size();
    Activation activation = atEnd ? Activation.SIGMOID : Activation.RELU;
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Dense(atEnd ? image.size() : UNITS, activation));
    switch (input) {
      case Shape.Maps maps -> {
        int filters = atEnd ? image.channels() : FILTERS;
        layers.add(new Layer.Convolution(filters, activation, Border.SAME));
        layers.add(new Layer.Convolution(filters, activation, Border.STRIDE2));
        layers.add(new Layer.TransposedConvolution(filters, activation));
        if (maps.area() > 1 && !atEnd) {
          layers.add(new Layer.MaxPooling());
        }
        if (!atEnd) {
          layers.add(new Layer.Upsampling());
        }
        if (maps.height() > image.height() || maps.width() > image.width()) {
          layers.add(
              new Layer.Crop(
                  Math.min(maps.height(), image.height()), Math.min(maps.width(), image.width())));
        } else if (maps.height() > 2 && maps.width() > 2) {
          layers.add(new Layer.Crop(maps.height() - 2, maps.width() - 2));
        }
      }
      case Shape.Flat flat -> Reshaping.of(flat.size(), image).ifPresent(layers::add);
    }
    if (!atEnd) {
      layers.add(new Layer.Dropout(RATE));
    }
    return layers;
  }
}
