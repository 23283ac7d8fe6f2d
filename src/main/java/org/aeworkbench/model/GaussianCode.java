package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;

/** A plain network made variational. */
final class GaussianCode {
  private GaussianCode() {}

  static NetworkSpec of(NetworkSpec spec) {
    if (spec.code() instanceof Code.Gaussian) {
      return spec;
    }
    List<Layer> encoder = spec.encoder();
    Code code = new Code.Gaussian(spec.encodingDim());
    if (encoder.getLast() instanceof Layer.Dense) {
      List<Layer> before = encoder.subList(0, encoder.size() - 1);
      return new NetworkSpec(spec.image(), before, code, spec.decoder());
    }
    List<Layer> decoder = new ArrayList<>();
    if (spec.codeShape() instanceof Shape.Maps maps) {
      decoder.add(new Layer.Dense(maps.size(), Activation.RELU));
      decoder.add(new Layer.Reshape(maps.channels(), maps.height(), maps.width()));
    }
    decoder.addAll(spec.decoder());
    return new NetworkSpec(spec.image(), encoder, code, decoder);
  }
}
