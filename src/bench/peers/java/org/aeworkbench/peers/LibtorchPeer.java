package org.aeworkbench.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Architecture;

/**
 * libtorch through DJL. DJL has no Adadelta on PyTorch, so it updates with Adam, whose arithmetic
 * differs little and is a small part of a step.
 */
final class LibtorchPeer implements Peer {
  private final Model model = Model.newInstance("peer");
  private final Trainer trainer;
  private final NDManager manager;
  private final NDArray data;

  LibtorchPeer(Architecture architecture, float[] pixels, int threads) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    int images = pixels.length / Dataset.PIXELS;
    boolean conv = architecture == Architecture.CONV;
    model.setBlock(
        switch (architecture) {
          case SHALLOW -> dense(32);
          case DEEP -> dense(128, 64, 32, 64, 128);
          case CONV -> convolutional();
        });
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(new CrossEntropy())
                .optOptimizer(Optimizer.adam().build())
                .optDevices(new Device[] {Device.cpu()}));
    trainer.initialize(conv ? new Shape(BATCH, 1, 28, 28) : new Shape(BATCH, Dataset.PIXELS));
    manager = trainer.getManager();
    data =
        manager.create(
            pixels, conv ? new Shape(images, 1, 28, 28) : new Shape(images, Dataset.PIXELS));
  }

  private static SequentialBlock dense(int... hidden) {
    SequentialBlock block = new SequentialBlock();
    for (int units : hidden) {
      block.add(Linear.builder().setUnits(units).build()).add(Activation::relu);
    }
    return block.add(Linear.builder().setUnits(Dataset.PIXELS).build()).add(Activation::sigmoid);
  }

  private static SequentialBlock convolutional() {
    SequentialBlock block = new SequentialBlock();
    for (int filters : new int[] {16, 8, 8}) {
      block.add(convolution(filters, 1)).add(Activation::relu).add(pool());
    }
    for (int filters : new int[] {8, 8, 16}) {
      block
          .add(convolution(filters, filters == 16 ? 0 : 1))
          .add(Activation::relu)
          .addSingleton(maps -> maps.repeat(2, 2).repeat(3, 2));
    }
    return block.add(convolution(1, 1)).add(Activation::sigmoid);
  }

  private static Block convolution(int filters, int padding) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(padding, padding))
        .build();
  }

  private static Block pool() {
    return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true);
  }

  @Override
  public double step(int from) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = data.get(new NDIndex(from + ":" + (from + BATCH)));
      batch.attach(scope);
      float loss;
      try (GradientCollector collector = trainer.newGradientCollector();
          NDList output = trainer.forward(new NDList(batch));
          NDArray value = trainer.getLoss().evaluate(new NDList(batch), output)) {
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
