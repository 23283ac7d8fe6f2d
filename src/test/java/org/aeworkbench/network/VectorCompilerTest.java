package org.aeworkbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class VectorCompilerTest {
  private static MultiLayerNetwork dense(Layer hidden, LossFunction loss) {
    return network(InputType.feedForward(784), builder -> builder, hidden, output(loss));
  }

  private static Layer output(LossFunction loss) {
    return new OutputLayer.Builder(loss).nIn(8).nOut(784).activation(Activation.SIGMOID).build();
  }

  private static Layer output() {
    return output(LossFunction.XENT);
  }

  private static Layer plain() {
    return eight(Activation.RELU).build();
  }

  private static MultiLayerNetwork conv(Layer... hidden) {
    Layer[] layers = Arrays.copyOf(hidden, hidden.length + 2);
    layers[hidden.length] =
        new ConvolutionLayer.Builder(3, 3)
            .nOut(1)
            .convolutionMode(ConvolutionMode.Same)
            .activation(Activation.IDENTITY)
            .build();
    layers[hidden.length + 1] =
        new CnnLossLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID).build();
    return network(InputType.convolutional(28, 28, 1), builder -> builder, layers);
  }

  private static MultiLayerNetwork network(
      InputType input, UnaryOperator<NeuralNetConfiguration.Builder> options, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        options.apply(new NeuralNetConfiguration.Builder()).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    return network;
  }

  private static DenseLayer.Builder eight(Activation activation) {
    return new DenseLayer.Builder().nIn(784).nOut(8).activation(activation);
  }

  static Stream<Arguments> unsupported() {
    return Stream.of(
        Arguments.of(dense(eight(Activation.ELU).build(), LossFunction.XENT), "activation elu"),
        Arguments.of(dense(eight(Activation.RELU6).build(), LossFunction.XENT), "activation"),
        Arguments.of(
            dense(eight(Activation.RELU).dropOut(0.5).build(), LossFunction.XENT), "dropout"),
        Arguments.of(
            dense(eight(Activation.RELU).hasBias(false).build(), LossFunction.XENT),
            "without bias"),
        Arguments.of(dense(plain(), LossFunction.MEAN_ABSOLUTE_ERROR), "the loss LossMAE"),
        Arguments.of(
            network(InputType.feedForward(784), builder -> builder.l2(0.1), plain(), output()),
            "regularisation"),
        Arguments.of(
            network(
                InputType.feedForward(784),
                builder -> builder,
                plain(),
                new BatchNormalization.Builder().nOut(8).build(),
                output()),
            "BatchNormalization"),
        Arguments.of(
            conv(
                new ConvolutionLayer.Builder(5, 5)
                    .nOut(2)
                    .convolutionMode(ConvolutionMode.Same)
                    .build()),
            "a convolution that is not 3×3"),
        Arguments.of(
            conv(
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                    .kernelSize(2, 2)
                    .stride(2, 2)
                    .convolutionMode(ConvolutionMode.Same)
                    .build(),
                new Upsampling2D.Builder(2).build()),
            "pooling that is not"),
        Arguments.of(
            conv(
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(2, 2)
                    .stride(2, 2)
                    .convolutionMode(ConvolutionMode.Same)
                    .build(),
                new Upsampling2D.Builder(3).build()),
            "upsampling by [3, 3]"));
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void refusesByNameWhatTheEngineDoesNotHave(MultiLayerNetwork network, String name) {
    assertThatThrownBy(() -> VectorCompiler.topology(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The vector engine does not have ")
        .hasMessageContaining(name);
  }

  @Test
  void compilesOtherActivationsThanTheLabs() {
    for (Activation activation :
        new Activation[] {Activation.TANH, Activation.SIGMOID, Activation.IDENTITY}) {
      MultiLayerNetwork network = dense(eight(activation).build(), LossFunction.XENT);
      assertThat(VectorCompiler.topology(network).layers().getFirst().toString())
          .contains(activation.name());
    }
  }
}
