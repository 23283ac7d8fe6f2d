package org.aeworkbench.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Shape.Maps;
import org.aeworkbench.model.TracedLayer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.random.RandomUniform;
import org.tensorflow.types.TFloat32;

/** The forward pass of a network in TensorFlow's operations, maps as [image][row][column][map]. */
final class TensorFlowNetwork {
  private static final List<Long> ONE = List.of(1L, 1L, 1L, 1L);
  private static final List<Long> TWO = List.of(1L, 2L, 2L, 1L);

  private final Ops tf;
  private final int batch;
  private final List<Op> initialisers;
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private @Nullable Operand<TFloat32> penalty;

  /**
   * A network.
   *
   * @param batch images
   * @param initialisers get what gives the variables their first values
   */
  TensorFlowNetwork(Ops tf, int batch, List<Op> initialisers) {
    this.tf = tf;
    this.batch = batch;
    this.initialisers = initialisers;
  }

  /** All weights and biases so far. */
  List<Variable<TFloat32>> variables() {
    return variables;
  }

  /**
   * The last weighted sums, before the sigmoid that ends the network.
   *
   * @param images [image][value]
   */
  Operand<TFloat32> logits(NetworkSpec spec, Operand<TFloat32> images) {
    List<TracedLayer> layers = spec.layers();
    Operand<TFloat32> values = images;
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).part() == Part.CODE) {
        values = sample(layers.get(i), layers.get(i + 1), values, spec.image().size());
        i++;
        continue;
      }
      values = sums(layers.get(i), values);
      if (i < layers.size() - 1) {
        values = activated(layers.get(i).layer().activation().orElse(Activation.LINEAR), values);
      }
    }
    return flat(values, spec.image().size());
  }

  /** The divergence of a variational code over the numbers of an image; null of a plain one. */
  @Nullable Operand<TFloat32> penalty() {
    return penalty;
  }

  private Operand<TFloat32> sample(
      TracedLayer meanLayer, TracedLayer logLayer, Operand<TFloat32> values, int imageSize) {
    int dimension = meanLayer.output().size();
    Operand<TFloat32> mean = sums(meanLayer, values);
    Operand<TFloat32> log = sums(logLayer, values);
    Operand<TFloat32> twice =
        tf.math.sub(
            tf.math.sub(tf.math.add(tf.math.square(mean), tf.math.exp(log)), log), tf.constant(1f));
    penalty =
        tf.math.mul(
            tf.math.mean(twice, tf.constant(new int[] {0, 1})),
            tf.constant(0.5f * dimension / imageSize));
    Operand<TFloat32> normal =
        tf.random.randomStandardNormal(tf.constant(new int[] {batch, dimension}), TFloat32.class);
    return tf.math.add(mean, tf.math.mul(tf.math.exp(tf.math.mul(log, tf.constant(0.5f))), normal));
  }

  private Operand<TFloat32> sums(TracedLayer layer, Operand<TFloat32> values) {
    return switch (layer.layer()) {
      case Layer.Dense dense -> {
        int inputs = layer.input().size();
        yield tf.math.add(
            tf.linalg.matMul(flat(values, inputs), weights(inputs, dense.units())),
            biases(dense.units()));
      }
      case Layer.Convolution convolution ->
          tf.math.add(
              tf.nn.conv2d(
                  maps(values, layer),
                  weights(3, 3, ((Maps) layer.input()).channels(), convolution.filters()),
                  convolution.border() == Border.STRIDE2 ? TWO : ONE,
                  convolution.border() == Border.VALID ? "VALID" : "SAME"),
              biases(convolution.filters()));
      case Layer.TransposedConvolution transposed -> {
        Maps out = (Maps) layer.output();
        yield tf.math.add(
            tf.nn.conv2dBackpropInput(
                tf.constant(new int[] {batch, out.height(), out.width(), out.channels()}),
                weights(3, 3, transposed.filters(), ((Maps) layer.input()).channels()),
                maps(values, layer),
                TWO,
                "SAME"),
            biases(transposed.filters()));
      }
      case Layer.MaxPooling _ -> {
        int[] square = {1, 2, 2, 1};
        yield tf.nn.maxPool(maps(values, layer), tf.constant(square), tf.constant(square), "SAME");
      }
      case Layer.Upsampling _ -> {
        Maps out = (Maps) layer.output();
        yield tf.image.resizeNearestNeighbor(
            maps(values, layer), tf.constant(new int[] {out.height(), out.width()}));
      }
      case Layer.Reshape reshape ->
          tf.reshape(
              values,
              tf.constant(
                  new int[] {batch, reshape.height(), reshape.width(), reshape.channels()}));
      default -> throw new IllegalArgumentException("no peer has " + layer.layer().text());
    };
  }

  private Operand<TFloat32> activated(Activation activation, Operand<TFloat32> sums) {
    return switch (activation) {
      case RELU -> tf.nn.relu(sums);
      case LINEAR -> sums;
      default -> throw new IllegalArgumentException("no peer has " + activation.id());
    };
  }

  private Operand<TFloat32> flat(Operand<TFloat32> values, int size) {
    return tf.reshape(values, tf.constant(new int[] {batch, size}));
  }

  private Operand<TFloat32> maps(Operand<TFloat32> values, TracedLayer layer) {
    Maps maps = (Maps) layer.input();
    return tf.reshape(
        values, tf.constant(new int[] {batch, maps.height(), maps.width(), maps.channels()}));
  }

  /** Uniform as Glorot and Bengio (2010) have it. */
  private Variable<TFloat32> weights(int... shape) {
    int area = shape.length == 4 ? 9 : 1;
    double fans = area * (double) (shape[shape.length - 2] + shape[shape.length - 1]);
    Operand<TFloat32> uniform =
        tf.random.randomUniform(tf.constant(shape), TFloat32.class, RandomUniform.seed(1L));
    return variable(
        shape,
        tf.math.mul(
            tf.math.sub(uniform, tf.constant(0.5f)),
            tf.constant((float) (2 * Math.sqrt(6 / fans)))));
  }

  private Variable<TFloat32> biases(int count) {
    int[] shape = {count};
    return variable(shape, tf.zeros(tf.constant(shape), TFloat32.class));
  }

  private Variable<TFloat32> variable(int[] shape, Operand<TFloat32> initial) {
    Variable<TFloat32> variable =
        tf.variable(Shape.of(Arrays.stream(shape).asLongStream().toArray()), TFloat32.class);
    initialisers.add(tf.assign(variable, initial));
    variables.add(variable);
    return variable;
  }
}
