package org.aeworkbench.ui.common;

import java.util.SplittableRandom;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.training.TrainingObserver;

/** Networks and data to test with. */
public final class Networks {
  /** A network that is quick in every way. */
  public static final NetworkSpec SHALLOW = Presets.LAB_SHALLOW.spec().withEncodingDim(16);

  private Networks() {}

  /** All of MNIST's test digits as both sets: quick to load. */
  public static DataSplit data() {
    return Holder.DATA;
  }

  /** A thousand test digits, so that statistics take milliseconds. */
  public static DataSplit small() {
    Dataset part = data().test().first(1000);
    return new DataSplit(part, part);
  }

  private static final class Holder {
    static final DataSplit DATA = Mnist.load();
  }

  /** A network with random weights; the same seed gives the same network. */
  public static Autoencoder random(NetworkSpec spec, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] parameters = new float[spec.parameterCount()];
    int at = 0;
    for (TracedLayer layer : spec.layers()) {
      double limit = Math.sqrt(6.0 / (fans(layer, layer.input()) + fans(layer, layer.output())));
      for (int i = 0; i < layer.parameters(); i++) {
        parameters[at++] = (float) random.nextDouble(-limit, limit);
      }
    }
    return new Autoencoder(spec, parameters);
  }

  private static int fans(TracedLayer layer, Shape shape) {
    return shape instanceof Shape.Maps maps && !(layer.layer() instanceof Layer.Dense)
        ? maps.channels()
        : shape.size();
  }

  /** The same network with units of its code that give 0 for every image; shallow only. */
  public static Autoencoder withDeadUnits(Autoencoder network, int... units) {
    float[] parameters = network.parameters().clone();
    int codes = network.spec().encodingDim();
    for (int unit : units) {
      for (int pixel = 0; pixel <= Dataset.PIXELS; pixel++) {
        parameters[pixel * codes + unit] = -1;
      }
    }
    return new Autoencoder(network.spec(), parameters);
  }

  /** Trains {@link #SHALLOW} for real, with Adam, which is quicker on little data. */
  public static Autoencoder train(Dataset data, int epochs, TrainingObserver observer) {
    TrainingPlan plan =
        Presets.LAB_SHALLOW
            .plan()
            .withSpec(SHALLOW)
            .withOptimizer(new Optimizer.Adam())
            .withBatchSize(32)
            .withEpochs(epochs);
    TrainingLoop loop = new TrainingLoop(data, data, 1);
    return loop.run(loop.untrained(plan, "test"), new TrainingControl(), observer).autoencoder();
  }
}
