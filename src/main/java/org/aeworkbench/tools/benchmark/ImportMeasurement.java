package org.aeworkbench.tools.benchmark;

/**
 * How quickly a source becomes a data set.
 *
 * @param images that were imported
 * @param threads that decoded them
 * @param decodedPerSecond images a second that are merely decoded, half before the import and half
 *     behind it
 * @param importedPerSecond images a second of the import: decoded, brought to the shape, written
 * @param lookingSeconds for looking through the names of the source, which every opening does
 * @param openingSeconds for opening what was converted
 */
public record ImportMeasurement(
    long images,
    int threads,
    double decodedPerSecond,
    double importedPerSecond,
    double lookingSeconds,
    double openingSeconds) {
  /** Speed of the import as a share of the decoder's. */
  public double share() {
    return importedPerSecond / decodedPerSecond;
  }
}
