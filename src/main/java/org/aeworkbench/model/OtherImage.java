package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;

/** A network for images of another shape: what makes the image makes the other one. */
final class OtherImage {
  private final ImageShape from;
  private final ImageShape to;

  private OtherImage(ImageShape from, ImageShape to) {
    this.from = from;
    this.to = to;
  }

  /**
   * What makes the image makes the other one; all else stays.
   *
   * @throws org.aeworkbench.problem.UsageException if the layers do not come out at its size
   */
  static NetworkSpec of(NetworkSpec spec, ImageShape image) {
    if (spec.image().equals(image)) {
      return spec;
    }
    List<Layer> decoder = new OtherImage(spec.image(), image).decoder(spec.decoder());
    return new NetworkSpec(image, spec.encoder(), spec.code(), decoder);
  }

  /** The same of a draft, whether it comes out at that size or not. */
  static NetworkDraft of(NetworkDraft draft, ImageShape image) {
    List<Layer> decoder = new OtherImage(draft.image(), image).decoder(draft.decoder());
    return new NetworkDraft(image, draft.encoder(), draft.code(), decoder);
  }

  private List<Layer> decoder(List<Layer> layers) {
    List<Layer> decoder = new ArrayList<>(layers);
    int last = decoder.size() - 1;
    if (last >= 0) {
      decoder.set(last, end(decoder.get(last)));
    }
    while (last >= 0 && decoder.get(last).activation().isEmpty()) {
      last--;
    }
    if (last >= 0) {
      decoder.set(last, output(decoder.get(last)));
    }
    return decoder;
  }

  private Layer end(Layer layer) {
    return switch (layer) {
      case Layer.Crop crop when crop.equals(new Layer.Crop(from.height(), from.width())) ->
          new Layer.Crop(to.height(), to.width());
      case Layer.Reshape shape
          when shape.equals(new Layer.Reshape(from.channels(), from.height(), from.width())) ->
          new Layer.Reshape(to.channels(), to.height(), to.width());
      default -> layer;
    };
  }

  private Layer output(Layer layer) {
    return switch (layer) {
      case Layer.Dense dense when dense.units() == from.size() ->
          new Layer.Dense(to.size(), dense.function());
      case Layer.Convolution conv when conv.filters() == from.channels() ->
          new Layer.Convolution(to.channels(), conv.function(), conv.border());
      case Layer.TransposedConvolution conv when conv.filters() == from.channels() ->
          new Layer.TransposedConvolution(to.channels(), conv.function());
      default -> layer;
    };
  }
}
