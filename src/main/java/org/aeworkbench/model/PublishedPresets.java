package org.aeworkbench.model;

import java.util.OptionalDouble;

/** Trainings that others have published, with what they came to where that can be compared. */
public final class PublishedPresets {
  private static final String KERAS_NETWORK =
      "28x28x1 | conv:32:relu pool conv:32:relu pool"
          + " | tconv:32:relu tconv:32:relu conv:1:sigmoid";

  /**
   * "Adding a sparsity constraint on the encoded representations" of the Keras blog (F. Chollet,
   * "Building Autoencoders in Keras", 2016): the shallow network with an L1 penalty of 1e-4 (it
   * writes 10e-5) on its code, 100 epochs of 256, Adam. Its figure, 0.10, is none to be measured
   * by: nobody comes to it, its own tracker says.
   */
  public static final Preset BLOG_SPARSE =
      published(
          "blog-sparse",
          "Blog sparse",
          "The Keras blog's sparse one: 784 → 32 → 784, a penalty on the code.",
          "28x28x1 | dense:32:relu | dense:784:sigmoid",
          new Objective(Loss.BINARY_CROSS_ENTROPY, new Corruption.None(), new Penalty.L1(1e-4)),
          100,
          256,
          OptionalDouble.empty());

  /**
   * "Deep autoencoder" of the Keras blog as it is today: the lab's deep network with Adam, which
   * comes to about 0.08 after its 100 epochs of 256.
   */
  public static final Preset BLOG_DEEP =
      published(
          "blog-deep",
          "Blog deep",
          "The Keras blog's deep one: the lab's network with Adam.",
          Presets.DEEP_NETWORK,
          Objective.LAB,
          100,
          256,
          OptionalDouble.of(0.08));

  /**
   * "Convolutional autoencoder" of the Keras blog as it is today: the lab's convolutional network
   * with Adam, 50 epochs of 128. The blog's figure is of Adadelta, the lab's preset.
   */
  public static final Preset BLOG_CONV =
      published(
          "blog-conv",
          "Blog conv",
          "The Keras blog's convolutional one: the lab's network with Adam.",
          Presets.CONV_NETWORK,
          Objective.LAB,
          50,
          128,
          OptionalDouble.empty());

  /**
   * "Application to image denoising" of the Keras blog: two convolutions of 32 filters with
   * pooling, two with upsampling back, gaussian noise of 0.5, 100 epochs of 128, Adam. It gives no
   * figure.
   */
  public static final Preset BLOG_DENOISING =
      published(
          "blog-denoising",
          "Blog denoising",
          "The Keras blog's denoising one: convolutions of 32 filters, noise of 0.5.",
          "28x28x1 | conv:32:relu pool conv:32:relu pool"
              + " | conv:32:relu up conv:32:relu up conv:1:sigmoid",
          Objective.LAB.withCorruption(new Corruption.Gaussian(0.5)),
          100,
          128,
          OptionalDouble.empty());

  /**
   * "Variational autoencoder" of the Keras blog: 784 → 64 → 2 → 64 → 784, 100 epochs of 32, Adam.
   * The blog draws its samples with a standard deviation of 0.1 and takes the logarithm of the
   * deviation for that of the variance in one place, so its figure cannot be compared; this is the
   * autoencoder of the paper (Kingma and Welling 2014).
   */
  public static final Preset BLOG_VAE =
      published(
          "blog-vae",
          "Blog variational",
          "The Keras blog's variational one: 784 → 64 → 2 → 64 → 784, a code to look at.",
          "28x28x1 | dense:64:relu gaussian:2 | dense:64:relu dense:784:sigmoid",
          Objective.LAB.withPenalty(Penalty.Kl.STANDARD),
          100,
          32,
          OptionalDouble.empty());

  /**
   * PyTorch's example of a variational autoencoder ("Basic VAE Example", pytorch/examples): 784 →
   * 400 → 20 → 400 → 784, 10 epochs of 128, Adam 0.001; comes to 105.6 nats a test image.
   */
  public static final Preset MLP_VAE =
      published(
          "mlp-vae",
          "MLP variational",
          "PyTorch's variational one: 784 → 400 → 20 → 400 → 784.",
          "28x28x1 | dense:400:relu gaussian:20 | dense:400:relu dense:784:sigmoid",
          Objective.LAB.withPenalty(Penalty.Kl.STANDARD),
          10,
          128,
          OptionalDouble.of(105.6 / ImageShape.MNIST.size()));

  /**
   * The convolutional autoencoder of keras.io's example "Convolutional autoencoder for image
   * denoising", trained on clean images: 50 epochs of 128 images a batch, Adam 0.001. Its code is
   * larger than the image: 7×7×32.
   */
  public static final Preset KERAS_CONV =
      published(
          "keras-conv",
          "Keras conv",
          "keras.io's: two convolutions of 32 filters with pooling, two transposed ones back.",
          KERAS_NETWORK,
          Objective.LAB,
          50,
          128,
          OptionalDouble.of(0.0622));

  /**
   * The same example's denoising: gaussian noise of 0.4, 100 epochs of 128 images a batch. There it
   * goes on from the network that was trained on clean images; here it starts anew.
   */
  public static final Preset KERAS_DENOISING =
      published(
          "keras-denoising",
          "Keras denoising",
          "keras.io's convolutional one that takes noise of 0.4 away.",
          KERAS_NETWORK,
          Objective.LAB.withCorruption(new Corruption.Gaussian(0.4)),
          100,
          128,
          OptionalDouble.of(0.0839));

  private PublishedPresets() {}

  /** A training with Adam 0.001 that others published. */
  private static Preset published(
      String id,
      String title,
      String description,
      String network,
      Objective objective,
      int epochs,
      int batchSize,
      OptionalDouble publishedLoss) {
    return new Preset(
        id,
        title,
        id,
        description,
        new TrainingPlan(
            NetworkSpec.parse(network),
            new Optimizer.Adam(),
            objective,
            epochs,
            batchSize,
            Presets.DEFAULT_SEED,
            true,
            BackendName.VECTOR),
        NetworkSpec.MAX_CODE,
        publishedLoss);
  }
}
