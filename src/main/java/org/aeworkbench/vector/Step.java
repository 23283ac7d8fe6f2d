package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;

/**
 * Layers of a network that one stage computes: one, or a convolution with the upsampling before it
 * and the pooling after it. None reaches from the encoder into the decoder, since the code has to
 * stand somewhere.
 *
 * @param layer the layer, or the convolution
 * @param upsampled whether an upsampling before it belongs to it
 * @param pooled whether a pooling after it belongs to it
 * @param from first layer, counted through the whole network
 * @param to layer after the last
 * @param code whether it is the two layers of a gaussian code
 * @param last whether no layer follows
 * @param input what it takes
 * @param sums what the layer itself gives, before a pooling that belongs to it
 * @param output what it gives
 */
record Step(
    Layer layer,
    boolean upsampled,
    boolean pooled,
    int from,
    int to,
    boolean code,
    boolean last,
    Shape input,
    Shape sums,
    Shape output) {

  /** How values stand in memory; see {@link Boundary}. */
  enum Layout {
    TILES,
    ROWS
  }

  /** The steps of a network. */
  static List<Step> of(NetworkSpec spec) {
    List<TracedLayer> layers = spec.layers();
    int split = spec.encoder().size();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < layers.size(); ) {
      int from = i;
      if (layers.get(i).part() == Part.CODE) {
        TracedLayer mean = layers.get(i);
        Shape code = mean.output();
        i += 2;
        steps.add(
            new Step(mean.layer(), false, false, from, i, true, false, mean.input(), code, code));
        continue;
      }
      boolean upsampled =
          layers.get(i).layer() instanceof Layer.Upsampling
              && follows(layers, split, i)
              && layers.get(i + 1).layer() instanceof Layer.Convolution convolution
              && convolution.border() != Border.STRIDE2;
      if (upsampled) {
        i++;
      }
      TracedLayer layer = layers.get(i);
      boolean pooled =
          (layer.layer() instanceof Layer.Convolution
                  || layer.layer() instanceof Layer.TransposedConvolution)
              && follows(layers, split, i)
              && layers.get(i + 1).layer() instanceof Layer.MaxPooling;
      i += pooled ? 2 : 1;
      steps.add(
          new Step(
              layer.layer(),
              upsampled,
              pooled,
              from,
              i,
              false,
              i == layers.size(),
              layers.get(from).input(),
              layer.output(),
              layers.get(i - 1).output()));
    }
    return List.copyOf(steps);
  }

  /** Whether another layer of the same part follows layer i. */
  private static boolean follows(List<TracedLayer> layers, int split, int i) {
    return i + 1 < layers.size() && i + 1 != split;
  }

  /** Whether it has parameters. */
  boolean learns() {
    return layer.activation().isPresent();
  }

  /** What it applies last; linear for a layer without weights. */
  Activation activation() {
    return layer.activation().orElse(Activation.LINEAR);
  }

  /** The layout that it needs, or {@code otherwise} if it takes any. */
  Layout layout(Layout otherwise) {
    return switch (layer) {
      case Layer.Dense _ -> Layout.ROWS;
      case Layer.Convolution _, Layer.TransposedConvolution _ -> Layout.TILES;
      case Layer.MaxPooling _, Layer.Upsampling _, Layer.Crop _ -> Layout.TILES;
      case Layer.Reshape _, Layer.Dropout _ -> otherwise;
    };
  }

  /** Whether it takes any layout. */
  boolean takesAny() {
    return layer instanceof Layer.Reshape || layer instanceof Layer.Dropout;
  }

  /** The convolution that it is. */
  ConvolutionShape convolution() {
    ConvolutionShape.Kind kind =
        switch (layer) {
          case Layer.TransposedConvolution _ -> ConvolutionShape.Kind.TRANSPOSED;
          case Layer.Convolution c when c.border() == Border.STRIDE2 ->
              ConvolutionShape.Kind.STRIDED;
          default -> upsampled ? ConvolutionShape.Kind.UPSAMPLED : ConvolutionShape.Kind.PLAIN;
        };
    boolean valid = layer instanceof Layer.Convolution c && c.border() == Border.VALID;
    return new ConvolutionShape(
        kind,
        valid,
        pooled,
        from == 0,
        last,
        (Shape.Maps) input,
        (Shape.Maps) sums,
        (Shape.Maps) output);
  }

  /** Whether it is a convolution of any kind. */
  boolean convolves() {
    return layer instanceof Layer.Convolution || layer instanceof Layer.TransposedConvolution;
  }
}
