package org.aeworkbench.training;

import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.modelfile.Provenance;

/**
 * Whether the data at hand is what a model has learned. A model is trained further on the very
 * images it knows, in the order it knows them: on others its curve would mean nothing.
 */
public sealed interface LearnedData {
  /** The model has learned all training images of the data at hand. */
  record All(DataSplit data) implements LearnedData {}

  /**
   * The model has learned the first training images of the data at hand.
   *
   * @param data that part, to go on with; see {@link DataSplit#first}
   */
  record Part(DataSplit data) implements LearnedData {}

  /**
   * The model has learned other images.
   *
   * @param message one sentence that says so
   */
  record Other(String message) implements LearnedData {
    /** What is said of a model that has learned other images than those it is given. */
    public static Other of(Provenance provenance) {
      return new Other(
          "The model has learned other images ("
              + provenance.trainingImages()
              + " of "
              + provenance.dataName()
              + ").");
    }
  }

  /**
   * Compares by checksum; takes up to a second, so never on the FX thread.
   *
   * @param provenance of the model
   * @param data at hand
   */
  static LearnedData of(Provenance provenance, DataSplit data) {
    int learned = provenance.trainingImages();
    int there = data.training().size();
    if (learned >= 1
        && learned <= there
        && data.training().checksum(learned).equals(provenance.dataChecksum())) {
      return learned == there ? new All(data) : new Part(data.first(learned));
    }
    return Other.of(provenance);
  }
}
