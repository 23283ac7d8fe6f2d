package org.aeworkbench.backend.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.network.InitialWeights;
import org.aeworkbench.network.UpdaterState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Every kind of layer as DL4J has it: losses that fall as their gradients say. */
class Dl4jGradientTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "6x5x2 | dense:7:elu | dense:60:linear reshape:2:6:5",
        "6x6x1 | conv:3:tanh:stride2 conv:2:leakyrelu | tconv:2:elu conv:1:linear",
        "5x5x3 | conv:3:tanh:stride2 conv:2:elu:valid | tconv:4:tanh tconv:4:tanh"
            + " tconv:3:sigmoid crop:5:5",
        "7x6x1 | conv:4:tanh pool dense:5:tanh | dense:24:elu reshape:2:4:3 up conv:1:linear crop:7:6",
        "4x4x1 | conv:2:tanh pool | dense:36:linear reshape:1:6:6 crop:4:4",
        "4x4x1 | dense:6:tanh | dense:8:tanh reshape:2:2:2 tconv:1:linear"
      })
  void theLossFallsAsTheGradientSays(String text) {
    NetworkSpec spec = NetworkSpec.parse(text);
    for (Loss loss : Loss.values()) {
      if (loss == Loss.BINARY_CROSS_ENTROPY
          && spec.outputActivation() != org.aeworkbench.model.Activation.SIGMOID) {
        continue;
      }
      check(spec, loss);
    }
  }

  private static void check(NetworkSpec spec, Loss loss) {
    TrainingPlan plan =
        Presets.LAB_SHALLOW
            .plan()
            .withNetwork(spec, new Objective(loss))
            .withOptimizer(new Optimizer.Sgd(1e-3, 0));
    ImageShape image = spec.image();
    float[] pixels = new float[3 * image.size()];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble();
    }
    try (Dl4jNetwork network =
        Dl4jNetwork.restored(plan, InitialWeights.of(spec, 5), UpdaterState.initial())) {
      INDArray images = network.images(pixels, 3);
      DataSet data = new DataSet(images, network.labels(images));
      double before = network.network().score(data, false);
      float[] old = network.copyParameters();
      network.network().fit(data);
      double after = network.network().score(data, false);
      double squared = 0;
      float[] now = network.copyParameters();
      for (int i = 0; i < old.length; i++) {
        squared += Math.pow((now[i] - old[i]) / 1e-3, 2);
      }
      assertThat((before - after) / 1e-3).isCloseTo(squared, within(0.03 * squared + 1e-4));
    }
  }
}
