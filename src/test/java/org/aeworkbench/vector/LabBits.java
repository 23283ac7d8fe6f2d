package org.aeworkbench.vector;

import java.util.Locale;
import java.util.zip.CRC32;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;

/**
 * Trains the lab's networks for two epochs of 2048 images and tells every bit that comes of it: one
 * line a training with the mean loss of each epoch, the loss afterwards and the checksum of all
 * parameters.
 */
final class LabBits {
  private static final int IMAGES = 2048;
  private static final int EPOCHS = 2;

  private LabBits() {}

  static String lines() {
    Optimizer adadelta = new Optimizer.Adadelta();
    Optimizer adam = new Optimizer.Adam();
    Optimizer sgd = new Optimizer.Sgd();
    Loss bce = Loss.BINARY_CROSS_ENTROPY;
    Loss mse = Loss.MEAN_SQUARED_ERROR;
    return line("shallow 32", Networks.shallow(32), adadelta, bce, 256)
        + line("deep 32", Networks.deep(32), adam, bce, 256)
        + line("conv 128", Networks.conv(128), adadelta, bce, 128)
        + line("conv 16", Networks.conv(16), sgd, mse, 100)
        + line("shallow 33", Networks.shallow(33), sgd, mse, 700);
  }

  private static String line(
      String name, NetworkSpec spec, Optimizer optimizer, Loss loss, int batch) {
    byte[] images = Mnist.trainingImages();
    int[] order = Networks.order(IMAGES);
    float[] parameters = Networks.glorot(spec);
    StringBuilder line =
        new StringBuilder(
            "%d lanes, %s %s %s %d:"
                .formatted(Tiling.LANES, name, optimizer.id(), loss.id(), batch));
    try (var network = new VectorNetwork(spec, loss, optimizer, 2)) {
      network.setParameters(parameters);
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        double sum = 0;
        for (int from = 0; from < IMAGES; from += batch) {
          int count = Math.min(batch, IMAGES - from);
          sum += count * network.trainBatch(images, order, from, count).total();
        }
        line.append(' ').append(sum / IMAGES);
      }
      line.append(' ').append(network.evaluate(images, 0, IMAGES).total());
      network.copyParameters(parameters);
    }
    CRC32 crc = new CRC32();
    for (float parameter : parameters) {
      int bits = Float.floatToIntBits(parameter);
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        crc.update(bits >>> shift);
      }
    }
    return line + String.format(Locale.ROOT, " %08x%n", crc.getValue());
  }
}
