package org.aeworkbench.imports;

import java.util.List;
import org.aeworkbench.model.ImageShape;

/**
 * What a source holds, as far as a look at some of its images says.
 *
 * @param name for people
 * @param kind in words, for instance {@code folder of pictures}
 * @param count of images, readable or not; -1 where nobody knows before they are read
 * @param classes names of the classes; empty where there are none or nobody knows yet
 * @param saysParts true if the source says itself which images are to judge by
 * @param sizes smallest and largest of the images that were looked at, for instance {@code 12×16 to
 *     640×480} (columns × rows)
 * @param colour true if one of them has colours
 * @param light true if their edges are light, as paper is
 * @param suggestedShape for these images
 */
public record Found(
    String name,
    String kind,
    long count,
    List<String> classes,
    boolean saysParts,
    String sizes,
    boolean colour,
    boolean light,
    ImageShape suggestedShape) {
  /** Copies the list. */
  public Found {
    classes = List.copyOf(classes);
  }

  /** True if dark ink on light paper would be better learned the other way round. */
  public boolean suggestsInvert() {
    return light && !colour;
  }

  /** What suits these images. */
  public ImportOptions suggested() {
    return ImportOptions.DEFAULT.withImage(suggestedShape).withInvert(suggestsInvert());
  }
}
