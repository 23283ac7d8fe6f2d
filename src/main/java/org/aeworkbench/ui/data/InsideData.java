package org.aeworkbench.ui.data;

import java.util.Optional;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.SampleShapes;
import org.aeworkbench.ui.data.DataDesk.Used;
import org.jspecify.annotations.Nullable;

/**
 * The data that is in the program itself. For any thread.
 *
 * @param mnist as it was loaded; null before
 */
record InsideData(@Nullable DataSplit mnist) {
  private static final String MNIST = "MNIST";

  /** MNIST to be used; null before it is loaded. */
  @Nullable Used usedMnist() {
    return mnist == null ? null : new Used(mnist, MNIST, null, "Comes with the workbench.");
  }

  /** The small set in colour; takes up to a second, so never on the FX thread. */
  static Used shapes() {
    return new Used(
        SampleShapes.make(),
        SampleShapes.NAME,
        null,
        "Drawn by the workbench: shapes in colour, the same every time.");
  }

  /**
   * That which begins with certain training images; takes up to some seconds, so never on the FX
   * thread.
   *
   * @param checksum SHA-256 of these images in hexadecimal
   * @param images how many they are, at least 1
   */
  Optional<Used> holding(String checksum, int images) {
    return Optional.ofNullable(usedMnist())
        .filter(used -> begins(used, checksum, images))
        .or(() -> Optional.of(shapes()).filter(used -> begins(used, checksum, images)));
  }

  private static boolean begins(Used used, String checksum, int images) {
    Dataset training = used.split().training();
    return training.size() >= images && training.checksum(images).equals(checksum);
  }
}
