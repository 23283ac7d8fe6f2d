package org.aeworkbench.imports.source;

import java.util.List;
import java.util.function.Supplier;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.Part;
import org.jspecify.annotations.Nullable;

/** Images of files that hold many each, file after file, in their order. */
final class SteppedItems implements Items {
  private final List<Step> steps;
  private final Supplier<Labelling> labelling;
  private final List<String> notes;
  private final long count;
  private @Nullable Labelling known;
  private @Nullable Stream open;
  private int step = -1;
  private long given;
  private int index;

  /**
   * A file.
   *
   * @param name for messages
   * @param part what its images are for; null if it does not say
   * @param count of images
   * @param stream opens it
   */
  record Step(String name, @Nullable Part part, long count, Supplier<Stream> stream) {}

  /** The images of a file. */
  interface Stream extends AutoCloseable {
    /** The next one; as often as there are images. */
    Content next();

    @Override
    void close();
  }

  /**
   * What the images of all files show.
   *
   * @param labels of each step's images; null where they have none
   * @param classes names of the classes; empty where they have none
   */
  record Labelling(List<int @Nullable []> labels, List<String> classes) {}

  /**
   * @param labelling reads all labels, once there is an image
   * @param notes what is to be said
   * @param most so many images at most
   */
  SteppedItems(List<Step> steps, Supplier<Labelling> labelling, List<String> notes, long most) {
    this.steps = steps;
    this.labelling = labelling;
    this.notes = notes;
    count = Math.min(most, steps.stream().mapToLong(Step::count).sum());
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public @Nullable Item next() {
    if (given == count) {
      return null;
    }
    Stream stream = open;
    while (stream == null || index == steps.get(step).count()) {
      close();
      step++;
      index = 0;
      stream = steps.get(step).stream().get();
      open = stream;
    }
    Step now = steps.get(step);
    int[] labels = labelling().labels().get(step);
    Item item =
        new Item(
            now.name() + ", image " + index,
            now.part(),
            labels == null ? Dataset.NO_LABEL : labels[index],
            stream.next());
    given++;
    index++;
    return item;
  }

  private Labelling labelling() {
    Labelling labels = known == null ? labelling.get() : known;
    known = labels;
    return labels;
  }

  @Override
  public List<String> classes() {
    return known == null ? List.of() : known.classes();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
