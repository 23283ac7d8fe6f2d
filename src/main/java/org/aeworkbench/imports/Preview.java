package org.aeworkbench.imports;

import java.util.List;
import org.aeworkbench.datasets.Dataset;

/**
 * Some images of a source as a network will see them, and what the source holds.
 *
 * @param found what it holds
 * @param images converted, with their classes; empty if none could be read
 * @param refused a line for each that could not be read
 */
public record Preview(Found found, Dataset images, List<String> refused) {
  /** Copies the list. */
  public Preview {
    refused = List.copyOf(refused);
  }
}
