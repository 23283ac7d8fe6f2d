package org.aeworkbench.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.vector.Activation;
import org.aeworkbench.vector.LayerShape;
import org.aeworkbench.vector.Topology;
import org.aeworkbench.vector.UpdateRule;
import org.aeworkbench.vector.VectorNetwork;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Compiles a DL4J network for the vector engine: reads its layers one by one and refuses by name
 * what the engine does not have, so that the caller can train it with DL4J instead.
 */
public final class VectorCompiler {
  private VectorCompiler() {}

  /**
   * Compiles a network with its parameters and what its optimizer remembers.
   *
   * @param threads that compute, at least 1
   * @throws IllegalArgumentException naming the layer, activation or loss that the engine lacks
   */
  public static VectorNetwork compile(Dl4jNetwork source, Optimizer optimizer, int threads) {
    VectorNetwork compiled =
        new VectorNetwork(topology(source.network()), updateRule(optimizer), threads);
    compiled.setParameters(source.copyParameters());
    UpdaterState state = source.copyUpdaterState();
    for (int slot = 0; slot < state.slots().size(); slot++) {
      compiled.setState(slot, state.slots().get(slot));
    }
    compiled.setIterations(state.iterations());
    return compiled;
  }

  /** The layers of a DL4J network in the engine's terms. */
  static Topology topology(MultiLayerNetwork network) {
    List<LayerShape> layers = new ArrayList<>();
    ILossFunction loss = null;
    for (int i = 0; i < network.getnLayers(); i++) {
      Layer layer = network.getLayerWiseConfigurations().getConf(i).getLayer();
      checkPlain(layer);
      switch (layer) {
        case OutputLayer output -> {
          layers.add(dense(output.getNIn(), output.getNOut(), output.getActivationFn()));
          loss = output.getLossFn();
        }
        case DenseLayer dense -> {
          if (!dense.hasBias() || dense.hasLayerNorm()) {
            throw refused("a dense layer without bias or with layer normalisation");
          }
          layers.add(dense(dense.getNIn(), dense.getNOut(), dense.getActivationFn()));
        }
        case ConvolutionLayer convolution -> layers.add(convolution(convolution));
        case SubsamplingLayer pooling -> layers.add(pooling(pooling));
        case Upsampling2D upsampling -> {
          if (!Arrays.equals(upsampling.getSize(), new int[] {2, 2})) {
            throw refused("upsampling by " + Arrays.toString(upsampling.getSize()));
          }
          layers.add(new LayerShape.Upsampling());
        }
        case CnnLossLayer output -> {
          loss = output.getLossFn();
          layers.add(withActivation(layers.removeLast(), output.getActivationFn()));
        }
        default -> throw refused("a layer of type " + layer.getClass().getSimpleName());
      }
    }
    if (loss == null) {
      throw refused("a network without a loss");
    }
    return new Topology(Dataset.ROWS, Dataset.COLUMNS, 1, layers, loss(loss));
  }

  private static void checkPlain(Layer layer) {
    if (layer.getIDropout() != null) {
      throw refused("dropout");
    }
    if (layer.getConstraints() != null && !layer.getConstraints().isEmpty()) {
      throw refused("constraints");
    }
    if (layer instanceof BaseLayer base) {
      boolean regularised =
          !Objects.requireNonNullElse(base.getRegularization(), List.of()).isEmpty()
              || !Objects.requireNonNullElse(base.getRegularizationBias(), List.of()).isEmpty();
      if (regularised
          || base.getWeightNoise() != null
          || (base.getGradientNormalization() != null
              && base.getGradientNormalization() != GradientNormalization.None)) {
        throw refused("regularisation or gradient normalisation");
      }
    }
  }

  private static LayerShape.Dense dense(long inputs, long outputs, IActivation activation) {
    return new LayerShape.Dense((int) inputs, (int) outputs, activation(activation));
  }

  private static LayerShape convolution(ConvolutionLayer layer) {
    boolean kernel =
        layer.getClass() == ConvolutionLayer.class
            && Arrays.equals(layer.getKernelSize(), new int[] {3, 3})
            && Arrays.equals(layer.getStride(), new int[] {1, 1})
            && Arrays.equals(layer.getDilation(), new int[] {1, 1})
            && layer.hasBias();
    boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
    boolean valid =
        layer.getConvolutionMode() == ConvolutionMode.Truncate
            && Arrays.equals(layer.getPadding(), new int[] {0, 0});
    if (!kernel || !(same || valid)) {
      throw refused("a convolution that is not 3×3 with stride 1, same or valid");
    }
    return new LayerShape.Convolution(
        (int) layer.getNIn(),
        (int) layer.getNOut(),
        same ? LayerShape.Padding.SAME : LayerShape.Padding.VALID,
        activation(layer.getActivationFn()));
  }

  private static LayerShape pooling(SubsamplingLayer layer) {
    if (layer.getPoolingType() != PoolingType.MAX
        || !Arrays.equals(layer.getKernelSize(), new int[] {2, 2})
        || !Arrays.equals(layer.getStride(), new int[] {2, 2})
        || layer.getConvolutionMode() != ConvolutionMode.Same) {
      throw refused("pooling that is not 2×2 maximum with stride 2, same");
    }
    return new LayerShape.MaxPooling();
  }

  /** DL4J keeps the activation of a convolutional output in a loss layer of its own. */
  private static LayerShape withActivation(LayerShape layer, IActivation activation) {
    if (layer instanceof LayerShape.Convolution convolution
        && convolution.activation() == Activation.IDENTITY) {
      return new LayerShape.Convolution(
          convolution.inputChannels(),
          convolution.outputChannels(),
          convolution.padding(),
          activation(activation));
    }
    throw refused("a loss layer behind anything but a convolution without activation");
  }

  private static Activation activation(IActivation activation) {
    return switch (activation) {
      case ActivationReLU relu
          when zero(relu.getThreshold())
              && zero(relu.getNegativeSlope())
              && relu.getMax() == null ->
          Activation.RELU;
      case ActivationSigmoid _ -> Activation.SIGMOID;
      case ActivationTanH _ -> Activation.TANH;
      case ActivationIdentity _ -> Activation.IDENTITY;
      default -> throw refused("the activation " + activation);
    };
  }

  private static boolean zero(@Nullable Double value) {
    return value == null || value == 0;
  }

  private static org.aeworkbench.vector.Loss loss(ILossFunction loss) {
    return switch (loss) {
      case LossBinaryXENT _ -> org.aeworkbench.vector.Loss.BINARY_CROSS_ENTROPY;
      case LossMSE _ -> org.aeworkbench.vector.Loss.MEAN_SQUARED_ERROR;
      default -> throw refused("the loss " + loss);
    };
  }

  private static UpdateRule updateRule(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adadelta a -> new UpdateRule.Adadelta(a.learningRate(), a.rho(), a.epsilon());
      case Optimizer.Adam a ->
          new UpdateRule.Adam(a.learningRate(), a.beta1(), a.beta2(), a.epsilon());
      case Optimizer.Sgd sgd -> new UpdateRule.Momentum(sgd.learningRate(), sgd.momentum());
    };
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException("The vector engine does not have " + what + ".");
  }
}
