package org.aeworkbench.app.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;

/**
 * A decoder that undoes the encoder, layer by layer from the code back: each brings the shape back
 * that its counterpart took, with the activation that made it. What halves is doubled and cropped,
 * dropout has no counterpart.
 */
public final class Mirror {
  private final NetworkDraft draft;
  private final List<TracedLayer> encoder;
  private final List<Layer> decoder = new ArrayList<>();

  private Mirror(NetworkDraft draft, List<TracedLayer> encoder) {
    this.draft = draft;
    this.encoder = encoder;
  }

  /** The draft with that decoder; empty while the encoder has no layer or one that does not fit. */
  public static Optional<NetworkDraft> of(NetworkDraft draft) {
    DraftDiagnosis diagnosis = draft.diagnosis();
    List<TracedLayer> encoder =
        diagnosis.layers().stream().filter(layer -> layer.part() == Part.ENCODER).toList();
    boolean whole = !encoder.isEmpty() && encoder.size() == draft.encoder().size();
    return whole ? Optional.of(new Mirror(draft, encoder).mirrored()) : Optional.empty();
  }

  private NetworkDraft mirrored() {
    if (draft.code() instanceof Code.Gaussian) {
      toShape(encoder.getLast().output(), activationBefore(encoder.size()));
    }
    for (int i = encoder.size() - 1; i >= 0; i--) {
      undo(encoder.get(i), activationBefore(i));
    }
    end();
    return draft.with(Part.DECODER, decoder);
  }

  private void undo(TracedLayer layer, Activation activation) {
    switch (layer.layer()) {
      case Layer.Dense _ -> toShape(layer.input(), activation);
      case Layer.Convolution conv -> undo(conv, layer, activation);
      case Layer.TransposedConvolution _ ->
          decoder.add(
              new Layer.Convolution(maps(layer.input()).channels(), activation, Border.STRIDE2));
      case Layer.MaxPooling _, Layer.Crop _ -> grow(maps(layer.output()), maps(layer.input()));
      case Layer.Upsampling _ -> decoder.add(new Layer.MaxPooling());
      case Layer.Reshape _ -> {
        if (layer.input() instanceof Shape.Maps maps) {
          decoder.add(new Layer.Reshape(maps.channels(), maps.height(), maps.width()));
        }
      }
      case Layer.Dropout _ -> {}
    }
  }

  private void undo(Layer.Convolution conv, TracedLayer layer, Activation activation) {
    Shape.Maps input = maps(layer.input());
    Shape.Maps output = maps(layer.output());
    switch (conv.border()) {
      case SAME -> decoder.add(new Layer.Convolution(input.channels(), activation, Border.SAME));
      case STRIDE2 -> {
        decoder.add(new Layer.TransposedConvolution(input.channels(), activation));
        grow(new Shape.Maps(input.channels(), 2 * output.height(), 2 * output.width()), input);
      }
      case VALID -> {
        grow(output, input);
        decoder.add(new Layer.Convolution(input.channels(), activation, Border.SAME));
      }
    }
  }

  private void toShape(Shape shape, Activation activation) {
    decoder.add(new Layer.Dense(shape.size(), activation));
    if (shape instanceof Shape.Maps maps && !maps.equals(draft.image().maps())) {
      decoder.add(new Layer.Reshape(maps.channels(), maps.height(), maps.width()));
    }
  }

  private void grow(Shape.Maps from, Shape.Maps to) {
    decoder.addAll(Growth.layers(from.height(), from.width(), to.height(), to.width()));
  }

  /** What made the input of the encoder's layer i; for the image, what the decoder ends with. */
  private Activation activationBefore(int i) {
    for (int before = i - 1; before >= 0; before--) {
      Optional<Activation> activation = encoder.get(before).layer().activation();
      if (activation.isPresent()) {
        return activation.get();
      }
    }
    return draft
        .output()
        .flatMap(place -> draft.layer(place).activation())
        .orElse(Activation.SIGMOID);
  }

  /** Behind the layer that makes the image only crops and reshapes may stand. */
  private void end() {
    int last = decoder.size() - 1;
    while (last >= 0
        && (decoder.get(last) instanceof Layer.Crop
            || decoder.get(last) instanceof Layer.Reshape)) {
      last--;
    }
    if (last < 0 || decoder.get(last).activation().isEmpty()) {
      decoder.add(
          new Layer.Convolution(draft.image().channels(), activationBefore(0), Border.SAME));
    }
  }

  private static Shape.Maps maps(Shape shape) {
    return switch (shape) {
      case Shape.Maps maps -> maps;
      case Shape.Flat flat -> new Shape.Maps(flat.size(), 1, 1);
    };
  }
}
