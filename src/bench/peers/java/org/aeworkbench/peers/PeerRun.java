package org.aeworkbench.peers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.MadeImages;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.ImageShape;

/**
 * Times one trainer in a process of its own: {@code PeerRun workbench|tensorflow|libtorch NETWORK
 * SECONDS}. Half the time is warm-up. Prints {@code median-ms batches last-loss}.
 */
final class PeerRun {
  private static final int THREADS = 2;
  private static final int MADE_IMAGES = 4096;

  private PeerRun() {}

  public static void main(String[] arguments) throws Exception {
    PeerNetwork network = PeerNetwork.of(arguments[1]);
    ImageShape shape = network.spec().image();
    long half = (long) (Double.parseDouble(arguments[2]) / 2 * 1e9);
    Dataset training =
        shape.equals(ImageShape.MNIST)
            ? Mnist.load().training()
            : MadeImages.of(shape, MADE_IMAGES);
    try (Peer peer = open(arguments[0], network, training)) {
      double[] milliseconds = new double[1 << 16];
      int batches = 0;
      double loss = 0;
      int from = 0;
      long start = System.nanoTime();
      for (long now = start; now - start < 2 * half && batches < milliseconds.length; ) {
        long began = now;
        loss = peer.step(from);
        now = System.nanoTime();
        if (now - start > half) {
          milliseconds[batches++] = (now - began) / 1e6;
        }
        from = from + 2 * network.batch() <= training.size() ? from + network.batch() : 0;
      }
      double[] measured = Arrays.copyOf(milliseconds, batches);
      Arrays.sort(measured);
      System.out.printf(Locale.ROOT, "RESULT %.4f %d %.5f%n", measured[batches / 2], batches, loss);
    }
    System.exit(0); // the peers leave threads behind
  }

  private static Peer open(String name, PeerNetwork network, Dataset data) {
    return switch (name) {
      case "workbench" -> new WorkbenchPeer(network, data, THREADS);
      case "tensorflow" -> new TensorFlowPeer(network, floats(data), THREADS);
      case "libtorch" -> new LibtorchPeer(network, floats(data), THREADS);
      default ->
          throw new IllegalArgumentException("workbench, tensorflow or libtorch, not " + name);
    };
  }

  private static float[] floats(Dataset data) {
    byte[] pixels = Objects.requireNonNull(data.heldBytes());
    float[] floats = new float[pixels.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (pixels[i] & 0xFF) / 255f;
    }
    return floats;
  }
}
