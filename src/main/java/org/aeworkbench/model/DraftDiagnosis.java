package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a draft is worth: the shapes as far as they go, and the first thing that is wrong.
 *
 * @param layers as far as each takes what comes, those of the code included
 * @param fault what keeps the network from running; empty if nothing does
 */
public record DraftDiagnosis(List<TracedLayer> layers, Optional<Fault> fault) {
  /**
   * Something that is wrong.
   *
   * @param place of the layer, or behind the last for what is missing there
   * @param problem to be read beside the layer, a sentence
   * @param message the same with the layer's name and what would fit
   */
  public record Fault(Place place, String problem, String message) {}

  static DraftDiagnosis of(NetworkDraft draft) {
    List<TracedLayer> traced = new ArrayList<>();
    try {
      NetworkTrace.follow(draft.image(), draft.encoder(), draft.code(), draft.decoder(), traced);
      new NetworkSpec(draft.image(), draft.encoder(), draft.code(), draft.decoder());
      return new DraftDiagnosis(List.copyOf(traced), Optional.empty());
    } catch (NetworkException e) {
      Place place = new Place(e.part(), e.index());
      return new DraftDiagnosis(
          List.copyOf(traced),
          Optional.of(new Fault(place, atLayer(draft, place, e), String.valueOf(e.getMessage()))));
    }
  }

  /** Another fault, which only the rest of a plan makes one, if there is none yet. */
  public DraftDiagnosis orElse(Fault other) {
    return fault.isPresent() ? this : new DraftDiagnosis(layers, Optional.of(other));
  }

  /** True if it can run. */
  public boolean runs() {
    return fault.isEmpty();
  }

  /** The layer of a place with its shapes; empty from the first on that does not fit. */
  public Optional<TracedLayer> at(Place place) {
    return layers.stream()
        .filter(layer -> layer.part() == place.part() && layer.index() == place.index())
        .findFirst();
  }

  /** What comes to a place, behind the last layer too; empty behind one that does not fit. */
  public Optional<Shape> input(NetworkDraft draft, Place place) {
    if (place.index() > 0) {
      return at(new Place(place.part(), place.index() - 1)).map(TracedLayer::output);
    }
    if (place.part() == Part.ENCODER) {
      return Optional.of(draft.image().maps());
    }
    if (draft.code() instanceof Code.Gaussian gaussian) {
      return at(new Place(Part.CODE, 1)).map(layer -> new Shape.Flat(gaussian.dimension()));
    }
    return input(draft, new Place(Part.ENCODER, draft.encoder().size()));
  }

  /** Multiply-adds for one image by the direct algorithm, of the layers that fit. */
  public long multiplications() {
    return layers.stream().mapToLong(TracedLayer::multiplications).sum();
  }

  /** Weights and biases of the layers that fit. */
  public long parameters() {
    return layers.stream().mapToLong(TracedLayer::parameters).sum();
  }

  private static String atLayer(NetworkDraft draft, Place place, NetworkException e) {
    String problem = e.problem();
    if (draft.has(place)) {
      String name = NetworkChecks.name(place.part(), place.index(), draft.layer(place)) + " ";
      if (problem.startsWith(name)) {
        problem = problem.substring(name.length());
      }
    }
    return Character.toUpperCase(problem.charAt(0)) + problem.substring(1);
  }
}
