package org.aeworkbench.peers;

import java.util.Arrays;
import java.util.Locale;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.network.Architecture;

/**
 * Times one trainer in a process of its own: {@code PeerRun workbench|tensorflow|libtorch
 * ARCHITECTURE SECONDS}. Half the time is warm-up. Prints {@code median-ms batches last-loss}.
 */
final class PeerRun {
  private static final int THREADS = 2;

  private PeerRun() {}

  public static void main(String[] arguments) throws Exception {
    Architecture architecture = Architecture.of(arguments[1]);
    long half = (long) (Double.parseDouble(arguments[2]) / 2 * 1e9);
    Dataset training = Mnist.load().training();
    try (Peer peer = open(arguments[0], architecture, training)) {
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
        from = from + 2 * Peer.BATCH <= training.size() ? from + Peer.BATCH : 0;
      }
      double[] measured = Arrays.copyOf(milliseconds, batches);
      Arrays.sort(measured);
      System.out.printf(Locale.ROOT, "RESULT %.4f %d %.5f%n", measured[batches / 2], batches, loss);
    }
    System.exit(0); // the peers leave threads behind
  }

  private static Peer open(String name, Architecture architecture, Dataset data) {
    return switch (name) {
      case "workbench" -> new WorkbenchPeer(architecture, data, THREADS);
      case "tensorflow" -> new TensorFlowPeer(architecture, floats(data), THREADS);
      case "libtorch" -> new LibtorchPeer(architecture, floats(data), THREADS);
      default ->
          throw new IllegalArgumentException("workbench, tensorflow or libtorch, not " + name);
    };
  }

  private static float[] floats(Dataset data) {
    byte[] pixels = java.util.Objects.requireNonNull(data.heldBytes());
    float[] floats = new float[pixels.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (pixels[i] & 0xFF) / 255f;
    }
    return floats;
  }
}
