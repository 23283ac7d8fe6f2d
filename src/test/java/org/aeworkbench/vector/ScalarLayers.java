package org.aeworkbench.vector;

import org.aeworkbench.model.Border;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;

/**
 * The layers' formulas, one multiplication at a time in double precision. Every loop is the
 * definition; nothing is shared with the kernels.
 */
final class ScalarLayers {
  private ScalarLayers() {}

  /** One product of a layer with weights: output, weight and input index. */
  interface Product {
    void accept(int output, int weight, int input);
  }

  /** Goes through all products of a layer with weights. */
  static void products(TracedLayer traced, Product product) {
    switch (traced.layer()) {
      case Layer.Dense dense -> {
        for (int i = 0; i < traced.input().size(); i++) {
          for (int o = 0; o < dense.units(); o++) {
            product.accept(o, i * dense.units() + o, i);
          }
        }
      }
      case Layer.Convolution conv -> convolution(conv, maps(traced.input()), product);
      case Layer.TransposedConvolution conv -> transposed(conv, maps(traced.input()), product);
      default -> throw new IllegalArgumentException("no weights: " + traced);
    }
  }

  private static void convolution(Layer.Convolution layer, Shape.Maps in, Product product) {
    Shape.Maps out = layer.output(in);
    int step = layer.border() == Border.STRIDE2 ? 2 : 1;
    for (int o = 0; o < out.size(); o++) {
      int k = o / out.area();
      int y = o / out.width() % out.height();
      int x = o % out.width();
      for (int t = 0; t < in.channels() * 9; t++) {
        int row = step * y + t / 3 % 3 - before(layer.border(), in.height());
        int column = step * x + t % 3 - before(layer.border(), in.width());
        if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
          product.accept(
              o, k * in.channels() * 9 + t, (t / 9 * in.height() + row) * in.width() + column);
        }
      }
    }
  }

  private static int before(Border border, int side) {
    return switch (border) {
      case SAME -> 1;
      case VALID -> 0;
      case STRIDE2 -> side % 2;
    };
  }

  private static void transposed(
      Layer.TransposedConvolution layer, Shape.Maps in, Product product) {
    Shape.Maps out = layer.output(in);
    for (int i = 0; i < in.size(); i++) {
      int c = i / in.area();
      int y = i / in.width() % in.height();
      int x = i % in.width();
      for (int t = 0; t < out.channels() * 9; t++) {
        int row = 2 * y + t / 3 % 3;
        int column = 2 * x + t % 3;
        if (row < out.height() && column < out.width()) {
          product.accept(
              (t / 9 * out.height() + row) * out.width() + column, c * out.channels() * 9 + t, i);
        }
      }
    }
  }

  /** Output channels of a layer with weights: as many as it has biases. */
  static int biases(Layer layer) {
    return switch (layer) {
      case Layer.Dense dense -> dense.units();
      case Layer.Convolution conv -> conv.filters();
      case Layer.TransposedConvolution conv -> conv.filters();
      default -> 0;
    };
  }

  /** For each output of a layer that only moves values, the input that it comes from. */
  static int[] sources(TracedLayer traced, double[] x) {
    return switch (traced.layer()) {
      case Layer.MaxPooling _ -> pooled(maps(traced.input()), maps(traced.output()), x);
      case Layer.Upsampling _ -> upsampled(maps(traced.input()), maps(traced.output()));
      case Layer.Crop _ -> cropped(maps(traced.input()), maps(traced.output()));
      default -> identity(x.length);
    };
  }

  private static int[] identity(int n) {
    int[] sources = new int[n];
    for (int i = 0; i < n; i++) {
      sources[i] = i;
    }
    return sources;
  }

  /** The smallest distance of a maximum from another value of its square, equal ones left out. */
  static double nearestTie(TracedLayer pooling, double[] x) {
    Shape.Maps in = maps(pooling.input());
    Shape.Maps out = maps(pooling.output());
    double nearest = Double.POSITIVE_INFINITY;
    for (int o = 0; o < out.size(); o++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int i : square(in, out, o)) {
        best = i < 0 ? best : Math.max(best, x[i]);
      }
      for (int i : square(in, out, o)) {
        nearest = i < 0 || x[i] == best ? nearest : Math.min(nearest, best - x[i]);
      }
    }
    return nearest;
  }

  private static int[] pooled(Shape.Maps in, Shape.Maps out, double[] x) {
    int[] sources = new int[out.size()];
    for (int o = 0; o < sources.length; o++) {
      int best = -1;
      for (int i : square(in, out, o)) {
        best = i >= 0 && (best < 0 || x[i] > x[best]) ? i : best;
      }
      sources[o] = best;
    }
    return sources;
  }

  /** The inputs of a pooled value in row-major order; -1 beyond the edge. */
  private static int[] square(Shape.Maps in, Shape.Maps out, int o) {
    int[] square = new int[4];
    for (int t = 0; t < square.length; t++) {
      int row = 2 * (o / out.width() % out.height()) + t / 2;
      int column = 2 * (o % out.width()) + t % 2;
      boolean inside = row < in.height() && column < in.width();
      square[t] = inside ? (o / out.area() * in.height() + row) * in.width() + column : -1;
    }
    return square;
  }

  private static int[] upsampled(Shape.Maps in, Shape.Maps out) {
    int[] sources = new int[out.size()];
    for (int o = 0; o < sources.length; o++) {
      int row = o / out.width() % out.height() / 2;
      sources[o] = (o / out.area() * in.height() + row) * in.width() + o % out.width() / 2;
    }
    return sources;
  }

  private static int[] cropped(Shape.Maps in, Shape.Maps out) {
    int top = (in.height() - out.height()) / 2;
    int left = (in.width() - out.width()) / 2;
    int[] sources = new int[out.size()];
    for (int o = 0; o < sources.length; o++) {
      int row = top + o / out.width() % out.height();
      sources[o] = (o / out.area() * in.height() + row) * in.width() + left + o % out.width();
    }
    return sources;
  }

  private static Shape.Maps maps(Shape shape) {
    return (Shape.Maps) shape;
  }
}
