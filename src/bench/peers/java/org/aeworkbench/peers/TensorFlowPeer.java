package org.aeworkbench.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Architecture;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.random.RandomUniform;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow in graph mode, what Keras runs on, without Python: the same network, loss and
 * Adadelta. All updates wait for all gradients; without that some are computed from updated weights
 * and the training diverges.
 */
final class TensorFlowPeer implements Peer {
  private final float[] pixels;
  private final float[] batch = new float[BATCH * Dataset.PIXELS];
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private final List<Op> initialisers = new ArrayList<>();
  private final List<Op> updates = new ArrayList<>();
  private final Placeholder<TFloat32> images;
  private final Operand<TFloat32> loss;
  private final Session session;

  TensorFlowPeer(Architecture architecture, float[] pixels, int threads) {
    this.pixels = pixels;
    Shape shape = Shape.of(BATCH, Dataset.PIXELS);
    images = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    Operand<TFloat32> logits =
        switch (architecture) {
          case SHALLOW -> dense(Dataset.PIXELS, 32, Dataset.PIXELS);
          case DEEP -> dense(Dataset.PIXELS, 128, 64, 32, 64, 128, Dataset.PIXELS);
          case CONV -> convolutional();
        };
    loss = crossEntropy(logits);
    addAdadelta();
    session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build());
    Session.Runner runner = session.runner();
    initialisers.forEach(runner::addTarget);
    runner.run().close();
  }

  private Operand<TFloat32> dense(int... units) {
    Operand<TFloat32> values = images;
    for (int i = 1; i < units.length; i++) {
      values =
          tf.math.add(tf.linalg.matMul(values, weights(units[i - 1], units[i])), biases(units[i]));
      if (i < units.length - 1) {
        values = tf.nn.relu(values);
      }
    }
    return values;
  }

  private Operand<TFloat32> convolutional() {
    Operand<TFloat32> maps = tf.reshape(images, tf.constant(new int[] {BATCH, 28, 28, 1}));
    maps = pool(tf.nn.relu(convolution(maps, 1, 16, "SAME")));
    maps = pool(tf.nn.relu(convolution(maps, 16, 8, "SAME")));
    maps = pool(tf.nn.relu(convolution(maps, 8, 8, "SAME")));
    maps = upsample(tf.nn.relu(convolution(maps, 8, 8, "SAME")), 8);
    maps = upsample(tf.nn.relu(convolution(maps, 8, 8, "SAME")), 16);
    maps = upsample(tf.nn.relu(convolution(maps, 8, 16, "VALID")), 28);
    return tf.reshape(
        convolution(maps, 16, 1, "SAME"), tf.constant(new int[] {BATCH, Dataset.PIXELS}));
  }

  private Operand<TFloat32> convolution(
      Operand<TFloat32> maps, int inputs, int outputs, String padding) {
    return tf.math.add(
        tf.nn.conv2d(maps, weights(3, 3, inputs, outputs), List.of(1L, 1L, 1L, 1L), padding),
        biases(outputs));
  }

  private Operand<TFloat32> pool(Operand<TFloat32> maps) {
    int[] square = {1, 2, 2, 1};
    return tf.nn.maxPool(maps, tf.constant(square), tf.constant(square), "SAME");
  }

  private Operand<TFloat32> upsample(Operand<TFloat32> maps, int side) {
    return tf.image.resizeNearestNeighbor(maps, tf.constant(new int[] {side, side}));
  }

  private Operand<TFloat32> crossEntropy(Operand<TFloat32> logits) {
    Operand<TFloat32> tail = tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(logits))));
    return tf.math.mean(
        tf.math.add(tf.math.sub(tf.nn.relu(logits), tf.math.mul(logits, images)), tail),
        tf.constant(new int[] {0, 1}));
  }

  private void addAdadelta() {
    Gradients gradients = tf.gradients(loss, variables);
    List<Op> all = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      all.add(tf.identity(gradients.<TFloat32>dy(i)));
    }
    Ops gated = tf.withControlDependencies(all);
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      updates.add(
          gated.train.applyAdadelta(
              variable,
              accumulator(variable),
              accumulator(variable),
              tf.constant(1f),
              tf.constant(0.95f),
              tf.constant(1e-7f),
              gradients.<TFloat32>dy(i)));
    }
  }

  private Variable<TFloat32> accumulator(Variable<TFloat32> of) {
    Variable<TFloat32> accumulator = tf.variable(of.shape(), TFloat32.class);
    initialisers.add(tf.assign(accumulator, tf.zerosLike(of)));
    return accumulator;
  }

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

  @Override
  public double step(int from) {
    System.arraycopy(pixels, from * Dataset.PIXELS, batch, 0, batch.length);
    try (TFloat32 fed =
        TFloat32.tensorOf(Shape.of(BATCH, Dataset.PIXELS), DataBuffers.of(batch, false, false))) {
      Session.Runner runner = session.runner().feed(images, fed).fetch(loss);
      updates.forEach(runner::addTarget);
      try (Result result = runner.run()) {
        return ((TFloat32) result.get(0)).getFloat();
      }
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
