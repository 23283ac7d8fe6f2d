package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;

/** A network for images of another shape. */
final class OtherImage {
  private OtherImage() {}

  /**
   * What makes the image makes the other one; all else stays.
   *
   * @throws org.aeworkbench.problem.UsageException if the layers do not come out at its size
   */
  static NetworkSpec of(NetworkSpec spec, ImageShape image) {
    if (spec.image().equals(image)) {
      return spec;
    }
    List<Layer> decoder = new ArrayList<>(spec.decoder());
    int last = decoder.size() - 1;
    decoder.set(
        last,
        switch (decoder.get(last)) {
          case Layer.Crop _ -> new Layer.Crop(image.height(), image.width());
          case Layer.Reshape _ ->
              new Layer.Reshape(image.channels(), image.height(), image.width());
          case Layer other -> other;
        });
    while (decoder.get(last).activation().isEmpty()) {
      last--;
    }
    decoder.set(
        last,
        switch (decoder.get(last)) {
          case Layer.Dense dense -> new Layer.Dense(image.size(), dense.function());
          case Layer.Convolution conv ->
              new Layer.Convolution(image.channels(), conv.function(), conv.border());
          case Layer.TransposedConvolution conv ->
              new Layer.TransposedConvolution(image.channels(), conv.function());
          case Layer other -> other;
        });
    return new NetworkSpec(image, spec.encoder(), spec.code(), decoder);
  }
}
