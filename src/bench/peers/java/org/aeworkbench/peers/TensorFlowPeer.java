package org.aeworkbench.peers;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.NetworkSpec;
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
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow in graph mode, what Keras runs on, without Python: the same network, loss and
 * Adadelta. All updates wait for all gradients; without that some are computed from updated weights
 * and the training diverges.
 */
final class TensorFlowPeer implements Peer {
  private final float[] pixels;
  private final int images;
  private final int size;
  private final float[] batch;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final List<Op> initialisers = new ArrayList<>();
  private final List<Op> updates = new ArrayList<>();
  private final Placeholder<TFloat32> input;
  private final Operand<TFloat32> loss;
  private final Session session;

  TensorFlowPeer(PeerNetwork peers, float[] pixels, int threads) {
    this.pixels = pixels;
    NetworkSpec spec = peers.spec();
    images = peers.batch();
    size = spec.image().size();
    batch = new float[images * size];
    input = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(images, size)));
    TensorFlowNetwork network = new TensorFlowNetwork(tf, images, initialisers);
    Operand<TFloat32> reconstruction = crossEntropy(network.logits(spec, input));
    Operand<TFloat32> penalty = network.penalty();
    loss = penalty == null ? reconstruction : tf.math.add(reconstruction, penalty);
    addAdadelta(network.variables());
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

  private Operand<TFloat32> crossEntropy(Operand<TFloat32> logits) {
    Operand<TFloat32> tail = tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(logits))));
    return tf.math.mean(
        tf.math.add(tf.math.sub(tf.nn.relu(logits), tf.math.mul(logits, input)), tail),
        tf.constant(new int[] {0, 1}));
  }

  private void addAdadelta(List<Variable<TFloat32>> variables) {
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

  @Override
  public double step(int from) {
    System.arraycopy(pixels, from * size, batch, 0, batch.length);
    try (TFloat32 fed =
        TFloat32.tensorOf(Shape.of(images, size), DataBuffers.of(batch, false, false))) {
      Session.Runner runner = session.runner().feed(input, fed).fetch(loss);
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
