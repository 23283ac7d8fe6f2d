package org.aeworkbench.app.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.LayerDescription;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Shape;
import org.aeworkbench.problem.UsageException;

/**
 * What would help against the first fault of a draft. Each is tried: only what brings the fault
 * further back, or takes it away, is offered; where nothing else helps, the layer can be removed.
 */
public final class Mends {
  private static final int MOST = 3;

  private final NetworkDraft draft;
  private final DraftDiagnosis diagnosis;
  private final Place place;
  private final List<Mend> mends = new ArrayList<>();

  private Mends(NetworkDraft draft, DraftDiagnosis diagnosis, Place place) {
    this.draft = draft;
    this.diagnosis = diagnosis;
    this.place = place;
  }

  /** At most three, the best first; none for a draft that runs. */
  public static List<Mend> of(NetworkDraft draft) {
    DraftDiagnosis diagnosis = draft.diagnosis();
    return diagnosis
        .fault()
        .map(fault -> new Mends(draft, diagnosis, fault.place()).found())
        .orElse(List.of());
  }

  private List<Mend> found() {
    diagnosis.input(draft, place).ifPresent(this::forInput);
    if (place.part() == Part.ENCODER) {
      forCode();
    } else {
      if (draft.decoder().isEmpty()) {
        offerMirror();
      }
      OutputMends.of(draft, diagnosis).forEach(this::offer);
      offerMirror();
    }
    if (draft.has(place)) {
      mends.add(new Mend("Remove it", draft.remove(place)));
    }
    return mends.stream().limit(MOST).toList();
  }

  private void offerMirror() {
    Mirror.of(draft).ifPresent(mirrored -> offer(new Mend("Mirror the encoder", mirrored)));
  }

  private void forInput(Shape input) {
    if (!draft.has(place)) {
      if (place.part() == Part.ENCODER) {
        add(place, new Layer.Dense(32, Activation.RELU));
      }
      return;
    }
    ImageShape image = draft.image();
    Layer layer = draft.layer(place);
    switch (layer) {
      case Layer.Reshape shape -> {
        Reshaping.of(input.size(), image).ifPresent(this::replace);
        long size = (long) shape.channels() * shape.height() * shape.width();
        if (size <= Integer.MAX_VALUE) {
          made(() -> new Layer.Dense((int) size, Activation.RELU))
              .ifPresent(dense -> add(place, dense));
        }
      }
      case Layer.Crop crop when input instanceof Shape.Maps maps ->
          replace(
              new Layer.Crop(
                  Math.min(crop.height(), maps.height()), Math.min(crop.width(), maps.width())));
      case Layer.Convolution conv when conv.border() == Border.VALID ->
          replace(new Layer.Convolution(conv.filters(), conv.function(), Border.SAME));
      default -> {}
    }
    if (input instanceof Shape.Flat flat) {
      Reshaping.of(flat.size(), image).ifPresent(reshape -> add(place, reshape));
    }
    smaller(layer, input);
  }

  /** Of a layer that gives too much, or has too many weights. */
  private void smaller(Layer layer, Shape input) {
    if (layer.activation().isPresent()) {
      Optional<Layer> halved = Optional.of(layer);
      for (int i = 0; i < 12 && halved.isPresent(); i++) {
        halved = halved.flatMap(Mends::halved);
        if (halved.isPresent() && helps(draft.replace(place, halved.get()))) {
          replace(halved.get());
          break;
        }
      }
    }
    if (input instanceof Shape.Maps maps && maps.area() > 1) {
      add(place, new Layer.MaxPooling());
    }
    if (input.size() > NetworkSpec.MAX_CODE) {
      add(place, new Layer.Dense(128, Activation.RELU));
    }
  }

  private static Optional<Layer> halved(Layer layer) {
    return switch (layer) {
      case Layer.Dense dense when dense.units() > 1 ->
          Optional.of(new Layer.Dense(dense.units() / 2, dense.function()));
      case Layer.Convolution conv when conv.filters() > 1 ->
          Optional.of(new Layer.Convolution(conv.filters() / 2, conv.function(), conv.border()));
      case Layer.TransposedConvolution conv when conv.filters() > 1 ->
          Optional.of(new Layer.TransposedConvolution(conv.filters() / 2, conv.function()));
      default -> Optional.empty();
    };
  }

  private void forCode() {
    Place end = new Place(Part.ENCODER, draft.encoder().size());
    diagnosis
        .input(draft, end)
        .filter(code -> code.size() > NetworkSpec.MAX_CODE)
        .ifPresent(
            code -> {
              if (code instanceof Shape.Maps) {
                add(end, new Layer.MaxPooling());
              }
              add(end, new Layer.Dense(32, Activation.RELU));
            });
  }

  private void add(Place at, Layer layer) {
    if (draft.hasRoom(at.part())) {
      String where = at.equals(place) && draft.has(at) ? " before it" : "";
      offer(new Mend("Put " + LayerDescription.of(layer) + where, draft.add(at, layer)));
    }
  }

  private void replace(Layer layer) {
    offer(new Mend("Make it " + LayerDescription.of(layer), draft.replace(place, layer)));
  }

  private void offer(Mend mend) {
    boolean known = mends.stream().anyMatch(other -> other.draft().equals(mend.draft()));
    if (!known && helps(mend.draft())) {
      mends.add(mend);
    }
  }

  /** True if the first fault is gone or stands nearer to the end, or what was too much is less. */
  private boolean helps(NetworkDraft mended) {
    DraftDiagnosis after = mended.diagnosis();
    boolean lessOfTooMuch =
        diagnosis.parameters() > NetworkSpec.MAX_PARAMETERS
            && after.parameters() < 0.9 * diagnosis.parameters()
            && after.layers().size() >= diagnosis.layers().size();
    return after
        .fault()
        .map(
            fault ->
                lessOfTooMuch
                    || draft.decoder().isEmpty() && !mended.decoder().isEmpty()
                    || fromEnd(mended, fault.place()) < fromEnd(draft, place))
        .orElse(true);
  }

  private static int fromEnd(NetworkDraft draft, Place place) {
    int left = draft.layers(place.part()).size() - place.index();
    return place.part() == Part.DECODER ? left : left + 2 + draft.decoder().size();
  }

  static Optional<Layer> made(Supplier<Layer> layer) {
    try {
      return Optional.of(layer.get());
    } catch (UsageException e) {
      return Optional.empty(); // a number that no layer can have
    }
  }
}
