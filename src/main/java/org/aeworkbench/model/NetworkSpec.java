package org.aeworkbench.model;

import java.util.List;

/**
 * An autoencoder: image, encoder, code, decoder. Checked when it is made, so that every network
 * that exists can run: each layer takes what the one before gives, and the decoder's output has the
 * image's size.
 *
 * <p>The decoder starts with the encoder's output as it is, maps or not; behind a {@link
 * Code.Gaussian} it starts with the numbers of the code in a row. Codes are in the order channel,
 * row, column.
 *
 * @param image what comes in and what comes out
 * @param encoder from the image on; empty only before a gaussian code
 * @param code the encoder's output, or a distribution made of it
 * @param decoder back to the image
 */
public record NetworkSpec(ImageShape image, List<Layer> encoder, Code code, List<Layer> decoder) {
  /** The most numbers in a code. */
  public static final int MAX_CODE = 4096;

  /** The most layers of an encoder or a decoder. */
  public static final int MAX_LAYERS = 64;

  /**
   * The most weights and biases: with gradients, optimizer state and the copies that keep a
   * training safe, what two gigabytes of memory hold.
   */
  public static final int MAX_PARAMETERS = 32_000_000;

  /**
   * Checks that everything fits.
   *
   * @throws NetworkException naming the first layer that does not, and what would
   */
  public NetworkSpec {
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
    NetworkChecks.check(image, encoder, code, decoder);
  }

  /** A network whose code is the encoder's output. */
  public NetworkSpec(ImageShape image, List<Layer> encoder, List<Layer> decoder) {
    this(image, encoder, new Code.Plain(), decoder);
  }

  /**
   * Reads {@code HxWxC | encoder | decoder}; see {@link NetworkText}.
   *
   * @throws org.aeworkbench.problem.UsageException naming the token or the layer that is wrong
   */
  public static NetworkSpec parse(String text) {
    return NetworkText.network(text);
  }

  /** What {@link #parse} reads, in lower case with every activation written. */
  public String text() {
    return NetworkText.of(NetworkDraft.of(this));
  }

  /** All layers in their places, those of the code included, in the order of their parameters. */
  public List<TracedLayer> layers() {
    return NetworkTrace.of(image, encoder, code, decoder);
  }

  /** The layers of one part. */
  public List<TracedLayer> layers(Part part) {
    return layers().stream().filter(layer -> layer.part() == part).toList();
  }

  /** True for the layer whose output is the code, or the mean of one that is a distribution. */
  public boolean isBottleneck(TracedLayer layer) {
    return code instanceof Code.Gaussian
        ? layer.part() == Part.CODE && layer.index() == 0
        : layer.part() == Part.ENCODER && layer.index() == encoder.size() - 1;
  }

  /** The shape of the code: maps, or numbers in a row. */
  public Shape codeShape() {
    return code instanceof Code.Gaussian gaussian
        ? new Shape.Flat(gaussian.dimension())
        : NetworkTrace.encoded(image, encoder);
  }

  /** Numbers in the code, 1…{@value #MAX_CODE}. */
  public int encodingDim() {
    return codeShape().size();
  }

  /** The code sizes that this network can have while everything else stays. */
  public CodeSizes codeSizes() {
    return CodeSizes.upTo(MAX_CODE, this);
  }

  /**
   * The same network with another code size: the dimension of a gaussian code, or the units or
   * filters of the encoder's last layer that has any.
   *
   * @throws org.aeworkbench.problem.UsageException if the size or the network cannot be
   */
  public NetworkSpec withEncodingDim(int encodingDim) {
    return ResizedCode.of(this, encodingDim);
  }

  /**
   * The same network with a distribution for its code, for a variational autoencoder: in place of
   * the encoder's last layer where that is a dense one, else behind it; maps are made of its
   * numbers again by a dense layer and a reshape.
   */
  public NetworkSpec withGaussianCode() {
    return GaussianCode.of(this);
  }

  /**
   * The same network for images of another shape: the layer that makes the image gets its units or
   * filters, all others stay.
   *
   * @throws org.aeworkbench.problem.UsageException if the layers do not come out at that size
   */
  public NetworkSpec withImage(ImageShape other) {
    return OtherImage.of(this, other);
  }

  /** Weights and biases of the whole network: 50 992 for the lab's shallow one. */
  public int parameterCount() {
    return Math.toIntExact(layers().stream().mapToLong(TracedLayer::parameters).sum());
  }

  /** Numbers in an image for each number of its code: 24.5 for MNIST and 32. */
  public double compressionRatio() {
    return (double) image.size() / encodingDim();
  }

  /** What the layer whose output is the image applies; only crops and reshapes stand behind it. */
  public Activation outputActivation() {
    return decoder.reversed().stream()
        .flatMap(layer -> layer.activation().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("checked when made"));
  }

  /**
   * Nominal floating-point operations of one training step for one image: forward pass, weight
   * gradients and, but for the layers that see the image, input gradients by the direct algorithm,
   * two operations a multiply-add. Activations, loss and update are not counted, nor what a better
   * algorithm saves: the figure compares programs.
   */
  public long trainingFlopsPerImage() {
    long multiplications = 0;
    boolean first = true;
    for (TracedLayer layer : layers()) {
      multiplications += (first ? 2 : 3) * layer.multiplications();
      first &= layer.parameters() == 0;
    }
    return 2 * multiplications;
  }
}
