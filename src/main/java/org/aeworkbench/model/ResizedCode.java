package org.aeworkbench.model;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.problem.UsageException;

/** A network with another code size. */
final class ResizedCode {
  private ResizedCode() {}

  static NetworkSpec of(NetworkSpec spec, int encodingDim) {
    spec.codeSizes().check(encodingDim, "this network");
    if (spec.encodingDim() == encodingDim) {
      return spec;
    }
    if (spec.code() instanceof Code.Gaussian) {
      return new NetworkSpec(
          spec.image(), spec.encoder(), new Code.Gaussian(encodingDim), spec.decoder());
    }
    List<Layer> encoder = new ArrayList<>(spec.encoder());
    int last = encoder.size() - 1;
    while (last >= 0 && encoder.get(last).activation().isEmpty()) {
      last--;
    }
    if (last < 0) {
      throw new UsageException(
          "No layer of the encoder has units or filters to make the code of.",
          "Give it a dense or conv layer.");
    }
    int units = encodingDim / spec.codeSizes().step();
    encoder.set(
        last,
        switch (encoder.get(last)) {
          case Layer.Dense dense -> new Layer.Dense(encodingDim, dense.function());
          case Layer.Convolution conv ->
              new Layer.Convolution(units, conv.function(), conv.border());
          case Layer.TransposedConvolution conv ->
              new Layer.TransposedConvolution(units, conv.function());
          case Layer other -> other;
        });
    return new NetworkSpec(spec.image(), encoder, spec.decoder());
  }
}
