package org.aeworkbench.datasets.store;

import java.util.List;
import org.aeworkbench.model.ImageShape;

/**
 * What a stored data set is and where it comes from.
 *
 * @param name for people and for the provenance of models, for instance the folder's name
 * @param source where it was read from, usually a path
 * @param kind of the source in words, for instance {@code folder of pictures}
 * @param fingerprint of the source as it was: of all names, sizes and times
 * @param conversion how it was brought to images, as text
 * @param shape of each image
 * @param classes names of the classes 0, 1, 2 …; empty where they have none but numbers
 * @param skipped what could not be taken
 * @param notes what else is to be said, a sentence each
 * @param created ISO-8601 instant
 */
public record DataDescription(
    String name,
    String source,
    String kind,
    String fingerprint,
    String conversion,
    ImageShape shape,
    List<String> classes,
    Skipped skipped,
    List<String> notes,
    String created) {
  /** Copies the lists. */
  public DataDescription {
    classes = List.copyOf(classes);
    notes = List.copyOf(notes);
  }
}
