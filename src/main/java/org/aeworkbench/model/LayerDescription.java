package org.aeworkbench.model;

/** Layers in words, as the lab speaks of them. */
public final class LayerDescription {
  private LayerDescription() {}

  /** For instance {@code Conv 8 3×3 relu}. */
  public static String of(TracedLayer traced) {
    if (traced.part() == Part.CODE) {
      return traced.index() == 0 ? "Mean" : "Log-variance";
    }
    return of(traced.layer());
  }

  /** For instance {@code Dense 32 relu}. */
  public static String of(Layer layer) {
    return switch (layer) {
      case Layer.Dense dense -> "Dense " + dense.units() + " " + dense.function().id();
      case Layer.Convolution conv ->
          "Conv "
              + conv.filters()
              + " 3×3 "
              + conv.function().id()
              + switch (conv.border()) {
                case SAME -> "";
                case VALID -> " valid";
                case STRIDE2 -> " stride 2";
              };
      case Layer.TransposedConvolution conv ->
          "Transposed conv " + conv.filters() + " 3×3 " + conv.function().id();
      case Layer.MaxPooling _ -> "Max pool 2×2";
      case Layer.Upsampling _ -> "Upsample 2×";
      case Layer.Reshape shape ->
          "Reshape " + shape.height() + "×" + shape.width() + "×" + shape.channels();
      case Layer.Crop crop -> "Crop " + crop.height() + "×" + crop.width();
      case Layer.Dropout dropout -> "Dropout " + LayerRanges.text(dropout.rate());
    };
  }
}
