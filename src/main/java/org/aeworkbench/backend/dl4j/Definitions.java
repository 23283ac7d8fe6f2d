package org.aeworkbench.backend.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Networks in stock DL4J layers. A reshape is no layer there but a preprocessor of the next one; a
 * convolutional output is a convolution without activation and a loss layer that has it.
 */
final class Definitions {
  /** Keras' clip of probabilities in the cross-entropy. */
  private static final double CLIP = 1e-7;

  private Definitions() {}

  /** The whole network, ready to be trained. */
  static MultiLayerConfiguration network(
      NetworkSpec spec, Optimizer optimizer, Loss loss, long seed) {
    Stack stack = new Stack(optimizer, seed);
    List<TracedLayer> layers = spec.layers();
    int output = output(layers);
    for (int i = 0; i < output; i++) {
      stack.add(layers.get(i));
    }
    TracedLayer last = layers.get(output);
    if (last.layer() instanceof Layer.Dense dense && !endsInMaps(spec)) {
      // A reshape that may follow changes nothing in how the numbers lie in memory.
      stack.add(
          new OutputLayer.Builder(lossFunction(loss, dense.units(), spec))
              .nIn(last.input().size())
              .nOut(dense.units())
              .activation(activation(dense.function()))
              .build());
    } else {
      stack.addWithoutActivation(last);
      for (TracedLayer behind : layers.subList(output + 1, layers.size())) {
        stack.add(behind);
      }
      stack.add(
          new CnnLossLayer.Builder(lossFunction(loss, 1, spec))
              .activation(activation(spec.outputActivation()))
              .build());
    }
    return stack.build(layers.getFirst());
  }

  /** The layers from the image to the code, as a network that only runs. */
  static MultiLayerConfiguration encoder(NetworkSpec spec) {
    return part(spec.layers(Part.ENCODER));
  }

  /** The layers from the code to the image, as a network that only runs. */
  static MultiLayerConfiguration decoder(NetworkSpec spec) {
    return part(spec.layers(Part.DECODER));
  }

  /** True if DL4J's last layer has maps, and so has what it is compared with. */
  static boolean endsInMaps(NetworkSpec spec) {
    return spec.decoder().stream().anyMatch(Layer.Crop.class::isInstance)
        ? spec.layers().getLast().output() instanceof Shape.Maps
        : !(spec.layers().get(output(spec.layers())).layer() instanceof Layer.Dense);
  }

  /** Which layer makes the image. */
  private static int output(List<TracedLayer> layers) {
    int output = layers.size() - 1;
    while (layers.get(output).layer().activation().isEmpty()) {
      output--;
    }
    return output;
  }

  /** Layers as a network that only runs. */
  static MultiLayerConfiguration part(List<TracedLayer> layers) {
    Stack stack = new Stack(new Optimizer.Adadelta(), 0);
    layers.forEach(stack::add);
    return stack.build(layers.getFirst());
  }

  /** What DL4J is handed, layer by layer. */
  private static final class Stack {
    private final NeuralNetConfiguration.ListBuilder list;
    private final List<org.deeplearning4j.nn.conf.layers.Layer> layers = new ArrayList<>();
    // What the next layer finds before it.
    private Layer.@Nullable Reshape reshape;

    Stack(Optimizer optimizer, long seed) {
      list =
          new NeuralNetConfiguration.Builder()
              .seed(seed)
              .dataType(DataType.FLOAT)
              .weightInit(WeightInit.XAVIER_UNIFORM)
              .updater(updater(optimizer))
              .list();
    }

    void add(org.deeplearning4j.nn.conf.layers.Layer layer) {
      // A dense layer takes the numbers in the same order, maps or not.
      if (reshape != null && !(layer instanceof BaseOutputLayer || layer instanceof DenseLayer)) {
        list.inputPreProcessor(
            layers.size(),
            new FeedForwardToCnnPreProcessor(
                reshape.height(), reshape.width(), reshape.channels()));
      }
      reshape = null;
      list.layer(layers.size(), layer);
      layers.add(layer);
    }

    void add(TracedLayer traced) {
      add(traced, traced.layer().activation().orElse(Activation.LINEAR));
    }

    void addWithoutActivation(TracedLayer traced) {
      add(traced, Activation.LINEAR);
    }

    private void add(TracedLayer traced, Activation activation) {
      switch (traced.layer()) {
        case Layer.Dense dense ->
            add(
                new DenseLayer.Builder()
                    .nIn(traced.input().size())
                    .nOut(dense.units())
                    .activation(activation(activation))
                    .build());
        case Layer.Convolution conv -> add(convolution(traced, conv, activation));
        case Layer.TransposedConvolution conv ->
            add(
                new Deconvolution2D.Builder(Layer.KERNEL, Layer.KERNEL)
                    .nIn(channels(traced.input()))
                    .nOut(conv.filters())
                    .stride(2, 2)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(activation(activation))
                    .build());
        case Layer.MaxPooling _ ->
            add(
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(2, 2)
                    .stride(2, 2)
                    .convolutionMode(ConvolutionMode.Same)
                    .build());
        case Layer.Upsampling _ -> add(new Upsampling2D.Builder(2).build());
        case Layer.Reshape shape -> reshape = shape;
        case Layer.Crop crop -> {
          Shape.Maps input = (Shape.Maps) traced.input();
          int top = (input.height() - crop.height()) / 2;
          int left = (input.width() - crop.width()) / 2;
          add(
              new Cropping2D.Builder(
                      top,
                      input.height() - crop.height() - top,
                      left,
                      input.width() - crop.width() - left)
                  .build());
        }
        // DL4J's number is the share that stays.
        case Layer.Dropout dropout -> add(new DropoutLayer.Builder(1 - dropout.rate()).build());
      }
    }

    MultiLayerConfiguration build(TracedLayer first) {
      MultiLayerConfiguration network = list.setInputType(inputType(first)).build();
      if (first.layer() instanceof Layer.Crop || first.layer() instanceof Layer.Dropout) {
        // DL4J gives on such a layer's input, or a view of it, which lies in none of its
        // workspaces, and then refuses that as an error.
        network.setTrainingWorkspaceMode(WorkspaceMode.NONE);
        network.setInferenceWorkspaceMode(WorkspaceMode.NONE);
      }
      return network;
    }

    private static ConvolutionLayer convolution(
        TracedLayer traced, Layer.Convolution conv, Activation activation) {
      int stride = conv.border() == Border.STRIDE2 ? 2 : 1;
      return new ConvolutionLayer.Builder(Layer.KERNEL, Layer.KERNEL)
          .nIn(channels(traced.input()))
          .nOut(conv.filters())
          .stride(stride, stride)
          .convolutionMode(
              conv.border() == Border.VALID ? ConvolutionMode.Truncate : ConvolutionMode.Same)
          .activation(activation(activation))
          .build();
    }
  }

  /** Maps are maps for DL4J too, but a dense first layer takes the image as a row. */
  static InputType inputType(TracedLayer first) {
    return first.input() instanceof Shape.Maps maps && !(first.layer() instanceof Layer.Dense)
        ? InputType.convolutional(maps.height(), maps.width(), maps.channels())
        : InputType.feedForward(first.input().size());
  }

  private static int channels(Shape input) {
    return ((Shape.Maps) input).channels();
  }

  private static IActivation activation(Activation activation) {
    return switch (activation) {
      case RELU -> new ActivationReLU();
      case LEAKYRELU -> new ActivationLReLU(0.01);
      case ELU -> new ActivationELU(1);
      case TANH -> new ActivationTanH();
      case SIGMOID -> new ActivationSigmoid();
      case LINEAR -> new ActivationIdentity();
    };
  }

  /**
   * DL4J sums the cross-entropy over the outputs and takes the mean over the batch; weights of
   * 1/784 make it Keras' mean over batch and pixels, gradients included. A convolutional loss layer
   * sees one channel at a time, so there a single weight does it. The squared error is already a
   * mean over outputs, hence over nothing in the convolutional case.
   *
   * @param outputs numbers that DL4J sees as one output row: all of the image, or 1 channel
   */
  private static ILossFunction lossFunction(Loss loss, int outputs, NetworkSpec spec) {
    // Of several channels DL4J takes the mean over channels in the one case, the sum in the other.
    int channels = outputs == 1 ? spec.image().channels() : outputs;
    double values = spec.image().size();
    return switch (loss) {
      case BINARY_CROSS_ENTROPY ->
          new LossBinaryXENT(CLIP, Nd4j.valueArrayOf(1, channels, 1.0 / values));
      case MEAN_SQUARED_ERROR -> new LossMSE(Nd4j.valueArrayOf(1, channels, channels / values));
    };
  }

  private static IUpdater updater(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adadelta adadelta -> new AdaDelta(adadelta.rho(), adadelta.epsilon());
      case Optimizer.Adam adam ->
          new Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
      case Optimizer.Sgd sgd -> new Nesterovs(sgd.learningRate(), sgd.momentum());
      case Optimizer.Rmsprop rmsprop ->
          new RmsProp(rmsprop.learningRate(), rmsprop.rho(), rmsprop.epsilon());
    };
  }
}
