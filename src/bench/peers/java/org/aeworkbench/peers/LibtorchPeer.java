package org.aeworkbench.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Code;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.TracedLayer;

/**
 * libtorch through DJL. DJL has no Adadelta on PyTorch, so it updates with Adam, whose arithmetic
 * differs little and is a small part of a step; nor has it transposed convolutions there;
 * variational networks are left to TensorFlow.
 */
final class LibtorchPeer implements Peer {
  private final Model model = Model.newInstance("peer");
  private final Trainer trainer;
  private final NDManager manager;
  private final NDArray data;
  private final int batch;

  LibtorchPeer(PeerNetwork network, float[] pixels, int threads) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    NetworkSpec spec = network.spec();
    batch = network.batch();
    ImageShape image = spec.image();
    int images = pixels.length / image.size();
    SequentialBlock block = new SequentialBlock();
    for (TracedLayer layer : spec.layers()) {
      add(block, layer.layer());
    }
    model.setBlock(block);
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(new CrossEntropy())
                .optOptimizer(Optimizer.adam().build())
                .optDevices(new Device[] {Device.cpu()}));
    boolean dense = spec.layers().getLast().layer() instanceof Layer.Dense;
    Shape rest =
        dense
            ? new Shape(image.size())
            : new Shape(image.channels(), image.height(), image.width());
    trainer.initialize(new Shape(batch).addAll(rest));
    manager = trainer.getManager();
    data = manager.create(pixels, new Shape(images).addAll(rest));
  }

  /** Whether it has all layers of a network. */
  static boolean has(NetworkSpec spec) {
    return spec.code() instanceof Code.Plain
        && spec.layers().stream()
            .noneMatch(layer -> layer.layer() instanceof Layer.TransposedConvolution);
  }

  private static void add(SequentialBlock block, Layer layer) {
    switch (layer) {
      case Layer.Dense dense -> {
        block.add(Blocks.batchFlattenBlock());
        block.add(Linear.builder().setUnits(dense.units()).build());
      }
      case Layer.Convolution convolution -> {
        int stride = convolution.border() == Border.STRIDE2 ? 2 : 1;
        int padding = convolution.border() == Border.VALID ? 0 : 1;
        block.add(
            Conv2d.builder()
                .setFilters(convolution.filters())
                .setKernelShape(new Shape(3, 3))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .build());
      }
      case Layer.MaxPooling _ -> block.add(pool());
      case Layer.Upsampling _ -> block.addSingleton(maps -> maps.repeat(2, 2).repeat(3, 2));
      case Layer.Reshape reshape ->
          block.addSingleton(
              values -> values.reshape(-1, reshape.channels(), reshape.height(), reshape.width()));
      default -> throw new IllegalArgumentException("no peer has " + layer.text());
    }
    switch (layer.activation().orElse(Activation.LINEAR)) {
      case RELU -> block.add(ai.djl.nn.Activation::relu);
      case SIGMOID -> block.add(ai.djl.nn.Activation::sigmoid);
      case LINEAR -> {}
      default -> throw new IllegalArgumentException("no peer has " + layer.text());
    }
  }

  private static Block pool() {
    return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true);
  }

  @Override
  public double step(int from) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray images = data.get(new NDIndex(from + ":" + (from + batch)));
      images.attach(scope);
      float loss;
      try (GradientCollector collector = trainer.newGradientCollector();
          NDList output = trainer.forward(new NDList(images));
          NDArray value = trainer.getLoss().evaluate(new NDList(images), output)) {
        collector.backward(value);
        loss = value.getFloat();
      }
      trainer.step();
      return loss;
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }

  /** Mean over batch and pixels, probabilities clipped as in Keras. */
  private static final class CrossEntropy extends Loss {
    CrossEntropy() {
      super("bce");
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
      NDArray x = labels.singletonOrThrow();
      NDArray p = predictions.singletonOrThrow().clip(1e-7, 1 - 1e-7);
      return x.mul(p.log()).add(x.neg().add(1).mul(p.neg().add(1).log())).neg().mean();
    }
  }
}
