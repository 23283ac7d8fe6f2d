package org.aeworkbench.network;

import java.util.List;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The lab's networks in stock DL4J layers. */
final class Definitions {
  /** Keras' clip of probabilities in the cross-entropy. */
  private static final double CLIP = 1e-7;

  private Definitions() {}

  /** The whole network, ready to be trained: Glorot-uniform weights from the seed, biases zero. */
  static MultiLayerConfiguration network(
      AutoencoderSpec spec, Optimizer optimizer, Loss loss, long seed) {
    List<LayerTrace> layers = spec.layers();
    NeuralNetConfiguration.ListBuilder list = builder(optimizer, seed);
    for (int i = 1; i < layers.size(); i++) {
      boolean output = i == layers.size() - 1;
      if (!output) {
        list.layer(hidden(layers.get(i - 1), layers.get(i)));
      } else if (spec.architecture() == Architecture.CONV) {
        list.layer(convolution(layers.get(i - 1), layers.get(i), Activation.IDENTITY));
        list.layer(
            new CnnLossLayer.Builder(lossFunction(loss, 1)).activation(Activation.SIGMOID).build());
      } else {
        list.layer(
            new OutputLayer.Builder(lossFunction(loss, Dataset.PIXELS))
                .nIn(layers.get(i - 1).size())
                .nOut(layers.get(i).size())
                .activation(Activation.SIGMOID)
                .build());
      }
    }
    return list.setInputType(inputType(layers.getFirst())).build();
  }

  /** The layers from the image to the code, as a network that only runs. */
  static MultiLayerConfiguration encoder(AutoencoderSpec spec) {
    return part(spec, 0, spec.encoderLayers());
  }

  /** The layers from the code to the image, as a network that only runs. */
  static MultiLayerConfiguration decoder(AutoencoderSpec spec) {
    return part(spec, spec.encoderLayers(), spec.layers().size() - 1);
  }

  private static MultiLayerConfiguration part(AutoencoderSpec spec, int from, int to) {
    List<LayerTrace> layers = spec.layers();
    NeuralNetConfiguration.ListBuilder list = builder(new Optimizer.Adadelta(), 0);
    for (int i = from + 1; i <= to; i++) {
      boolean output = i == layers.size() - 1;
      LayerTrace input = layers.get(i - 1);
      LayerTrace layer = layers.get(i);
      list.layer(
          !output
              ? hidden(input, layer)
              : spec.architecture() == Architecture.CONV
                  ? convolution(input, layer, Activation.SIGMOID)
                  : dense(input, layer, Activation.SIGMOID));
    }
    return list.setInputType(inputType(layers.get(from))).build();
  }

  private static NeuralNetConfiguration.ListBuilder builder(Optimizer optimizer, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .dataType(DataType.FLOAT)
        .weightInit(WeightInit.XAVIER_UNIFORM)
        .updater(updater(optimizer))
        .list();
  }

  private static InputType inputType(LayerTrace input) {
    return input.height() == 1 && input.width() == 1
        ? InputType.feedForward(input.size())
        : InputType.convolutional(input.height(), input.width(), input.channels());
  }

  private static Layer hidden(LayerTrace input, LayerTrace layer) {
    return switch (layer.kind()) {
      case DENSE -> dense(input, layer, Activation.RELU);
      case CONVOLUTION -> convolution(input, layer, Activation.RELU);
      case POOLING ->
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(2, 2)
              .stride(2, 2)
              .convolutionMode(ConvolutionMode.Same)
              .build();
      case UPSAMPLING -> new Upsampling2D.Builder(2).build();
      case INPUT -> throw new IllegalArgumentException("the input is no layer of DL4J");
    };
  }

  private static Layer dense(LayerTrace input, LayerTrace layer, Activation activation) {
    return new DenseLayer.Builder()
        .nIn(input.size())
        .nOut(layer.size())
        .activation(activation)
        .build();
  }

  private static Layer convolution(LayerTrace input, LayerTrace layer, Activation activation) {
    boolean same = input.height() == layer.height();
    return new ConvolutionLayer.Builder(3, 3)
        .nIn(input.channels())
        .nOut(layer.channels())
        .stride(1, 1)
        .convolutionMode(same ? ConvolutionMode.Same : ConvolutionMode.Truncate)
        .activation(activation)
        .build();
  }

  /**
   * DL4J sums the cross-entropy over the outputs and takes the mean over the batch; weights of
   * 1/784 make it Keras' mean over batch and pixels, gradients included. A convolutional loss layer
   * sees one channel at a time, so there a single weight does it. The squared error is already a
   * mean over outputs, hence over nothing in the convolutional case.
   *
   * @param outputs numbers that DL4J sees as one output row: 784, or 1 channel
   */
  private static ILossFunction lossFunction(Loss loss, int outputs) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY ->
          new LossBinaryXENT(CLIP, Nd4j.valueArrayOf(1, outputs, 1.0 / Dataset.PIXELS));
      case MEAN_SQUARED_ERROR ->
          new LossMSE(Nd4j.valueArrayOf(1, outputs, (double) outputs / Dataset.PIXELS));
    };
  }

  private static IUpdater updater(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adadelta adadelta -> new AdaDelta(adadelta.rho(), adadelta.epsilon());
      case Optimizer.Adam adam ->
          new org.nd4j.linalg.learning.config.Adam(
              adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
      case Optimizer.Sgd sgd -> new Nesterovs(sgd.learningRate(), sgd.momentum());
    };
  }
}
