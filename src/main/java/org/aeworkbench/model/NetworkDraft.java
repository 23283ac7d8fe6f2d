package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network while it is put together: anything may stand anywhere, and {@link #diagnosis} says
 * whether it can run. Immutable; every change is another draft.
 *
 * @param image what comes in and has to come out
 * @param encoder from the image on
 * @param code the encoder's output, or a distribution made of it
 * @param decoder back to the image
 */
public record NetworkDraft(ImageShape image, List<Layer> encoder, Code code, List<Layer> decoder) {
  /** Takes any layers. */
  public NetworkDraft {
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
  }

  /** A network that can run, to go on from. */
  public static NetworkDraft of(NetworkSpec spec) {
    return new NetworkDraft(spec.image(), spec.encoder(), spec.code(), spec.decoder());
  }

  /**
   * Reads {@code HxWxC | encoder | decoder}, whether it can run or not; see {@link NetworkText}.
   *
   * @throws org.aeworkbench.problem.UsageException naming the token that is no layer
   */
  public static NetworkDraft parse(String text) {
    return NetworkText.draft(text);
  }

  /** What {@link #parse} reads. */
  public String text() {
    return NetworkText.of(this);
  }

  /** Whether and how it runs. */
  public DraftDiagnosis diagnosis() {
    return DraftDiagnosis.of(this);
  }

  /** The layers of encoder or decoder. */
  public List<Layer> layers(Part part) {
    return switch (part) {
      case ENCODER -> encoder;
      case DECODER -> decoder;
      case CODE -> List.of();
    };
  }

  /** Every place with a layer of encoder and decoder, in the order of the images. */
  public List<Place> places() {
    return Stream.of(Part.ENCODER, Part.DECODER)
        .flatMap(
            part ->
                java.util.stream.IntStream.range(0, layers(part).size())
                    .mapToObj(index -> new Place(part, index)))
        .toList();
  }

  /** True if a layer stands there. */
  public boolean has(Place place) {
    return place.index() >= 0 && place.index() < layers(place.part()).size();
  }

  /**
   * The layer of a place.
   *
   * @throws IndexOutOfBoundsException if none stands there
   */
  public Layer layer(Place place) {
    return layers(place.part()).get(place.index());
  }

  /** True if a part has room for one more layer. */
  public boolean hasRoom(Part part) {
    return layers(part).size() < NetworkSpec.MAX_LAYERS;
  }

  /** One more layer, before the one that stands at the place. */
  public NetworkDraft add(Place place, Layer layer) {
    List<Layer> layers = new ArrayList<>(layers(place.part()));
    layers.add(place.index(), layer);
    return with(place.part(), layers);
  }

  /** One layer less. */
  public NetworkDraft remove(Place place) {
    List<Layer> layers = new ArrayList<>(layers(place.part()));
    layers.remove(place.index());
    return with(place.part(), layers);
  }

  /** The layer twice, one behind the other. */
  public NetworkDraft duplicate(Place place) {
    return add(place.next(), layer(place));
  }

  /** Another layer in the place of one. */
  public NetworkDraft replace(Place place, Layer layer) {
    List<Layer> layers = new ArrayList<>(layers(place.part()));
    layers.set(place.index(), layer);
    return with(place.part(), layers);
  }

  /**
   * The layer elsewhere.
   *
   * @param from where it stands
   * @param to where it stands afterwards, in this part or the other
   */
  public NetworkDraft move(Place from, Place to) {
    return remove(from).add(to, layer(from));
  }

  /** The same with other layers in a part. */
  public NetworkDraft with(Part part, List<Layer> layers) {
    return switch (part) {
      case ENCODER -> new NetworkDraft(image, layers, code, decoder);
      case DECODER -> new NetworkDraft(image, encoder, code, layers);
      case CODE -> this;
    };
  }

  /** The same for images of another shape; what makes the image makes the other one. */
  public NetworkDraft withImage(ImageShape other) {
    return OtherImage.of(this, other);
  }

  /** The place of the layer that makes the image: the decoder's last one with an activation. */
  public java.util.Optional<Place> output() {
    List<Place> weighted =
        new ArrayList<>(
            places().stream()
                .filter(place -> place.part() == Part.DECODER)
                .filter(place -> layer(place).activation().isPresent())
                .toList());
    Collections.reverse(weighted);
    return weighted.stream().findFirst();
  }
}
