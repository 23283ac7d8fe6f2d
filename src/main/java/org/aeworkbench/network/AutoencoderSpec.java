package org.aeworkbench.network;

import static org.aeworkbench.network.LayerTrace.Kind.CONVOLUTION;
import static org.aeworkbench.network.LayerTrace.Kind.DENSE;
import static org.aeworkbench.network.LayerTrace.Kind.INPUT;
import static org.aeworkbench.network.LayerTrace.Kind.POOLING;
import static org.aeworkbench.network.LayerTrace.Kind.UPSAMPLING;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;

/**
 * Which autoencoder: an architecture of the lab and the size of its code.
 *
 * @param architecture one of the lab's three
 * @param encodingDim numbers in the code; see {@link Architecture#checkEncodingDim}
 */
public record AutoencoderSpec(Architecture architecture, int encodingDim) {
  /** Checks the code size. */
  public AutoencoderSpec {
    architecture.checkEncodingDim(encodingDim);
  }

  /** The lab's own size of an architecture. */
  public AutoencoderSpec(Architecture architecture) {
    this(architecture, architecture.defaultEncodingDim());
  }

  /** The layers from the input on, with shapes and parameter counts; no network is built for it. */
  public List<LayerTrace> layers() {
    return switch (architecture) {
      case SHALLOW -> dense(encodingDim);
      case DEEP -> dense(128, 64, encodingDim, 64, 128);
      case CONV -> convolutional();
    };
  }

  /** Number of layers (without the input) up to and with the one whose output is the code. */
  public int encoderLayers() {
    List<LayerTrace> layers = layers();
    int i = 0;
    while (!layers.get(i).bottleneck()) {
      i++;
    }
    return i;
  }

  /** Weights and biases of the whole network: 50 992 for shallow 32, 222 384 for deep 32. */
  public int parameterCount() {
    return layers().stream().mapToInt(LayerTrace::parameters).sum();
  }

  /** Numbers in an image for each number of its code: 24.5 for 32. */
  public double compressionRatio() {
    return (double) Dataset.PIXELS / encodingDim;
  }

  /**
   * Nominal floating-point operations of one training step for one image: forward pass and
   * gradients by the direct algorithms.
   */
  public long trainingFlopsPerImage() {
    return EngineTopology.of(this, Loss.BINARY_CROSS_ENTROPY).flopsPerImage();
  }

  private List<LayerTrace> dense(int... hidden) {
    List<LayerTrace> layers = new ArrayList<>();
    layers.add(new LayerTrace(INPUT, "Image", 1, 1, Dataset.PIXELS, 0, false));
    int bottleneck = hidden.length / 2;
    int inputs = Dataset.PIXELS;
    for (int i = 0; i <= hidden.length; i++) {
      boolean output = i == hidden.length;
      int outputs = output ? Dataset.PIXELS : hidden[i];
      layers.add(
          new LayerTrace(
              DENSE,
              "Dense " + outputs + (output ? " sigmoid" : " relu"),
              1,
              1,
              outputs,
              (inputs + 1) * outputs,
              i == bottleneck));
      inputs = outputs;
    }
    return List.copyOf(layers);
  }

  private List<LayerTrace> convolutional() {
    int code = encodingDim / 16;
    List<LayerTrace> layers = new ArrayList<>();
    layers.add(new LayerTrace(INPUT, "Image", 28, 28, 1, 0, false));
    layers.add(convolution(1, 16, 28, "relu"));
    layers.add(pooling(14, 16, false));
    layers.add(convolution(16, 8, 14, "relu"));
    layers.add(pooling(7, 8, false));
    layers.add(convolution(8, code, 7, "relu"));
    layers.add(pooling(4, code, true));
    layers.add(convolution(code, 8, 4, "relu"));
    layers.add(upsampling(8, 8));
    layers.add(convolution(8, 8, 8, "relu"));
    layers.add(upsampling(16, 8));
    layers.add(convolution(8, 16, 14, "relu valid"));
    layers.add(upsampling(28, 16));
    layers.add(convolution(16, 1, 28, "sigmoid"));
    return List.copyOf(layers);
  }

  private static LayerTrace convolution(int inputs, int outputs, int side, String activation) {
    return new LayerTrace(
        CONVOLUTION,
        "Conv " + outputs + " 3×3 " + activation,
        side,
        side,
        outputs,
        (9 * inputs + 1) * outputs,
        false);
  }

  private static LayerTrace pooling(int side, int channels, boolean bottleneck) {
    return new LayerTrace(POOLING, "Max pool 2×2", side, side, channels, 0, bottleneck);
  }

  private static LayerTrace upsampling(int side, int channels) {
    return new LayerTrace(UPSAMPLING, "Upsample 2×", side, side, channels, 0, false);
  }
}
