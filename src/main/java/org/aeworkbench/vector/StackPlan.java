package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.BLOCK_IMAGES;
import static org.aeworkbench.vector.Tiling.CHUNK_IMAGES;
import static org.aeworkbench.vector.Tiling.LANES;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Shape;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.vector.Step.Layout;

/**
 * A network as a chain of stages and boundaries, before any memory is reserved for it: which layout
 * each boundary has, where values change from one to the other, how many zeros maps need around
 * them, and how many images are in hand at a time.
 *
 * <p>Link i goes from boundary i to boundary i + 1. What changes nothing in memory (a reshape of
 * rows, dropout when nothing is trained) is no link; the boundary then stands between more than two
 * layers.
 */
final class StackPlan {
  /** The most floats of the rows of a chunk: 256 MB. */
  private static final long ROW_FLOATS = 1L << 26;

  /** The most floats of all slots for the gradients of convolutions, about: 128 MB. */
  private static final long SLOT_FLOATS = 1L << 25;

  /** Tasks that even the largest network is cut into, for as many threads. */
  private static final int FEWEST_TASKS = 4;

  /** From one boundary to the next. */
  sealed interface Link {
    /** Layers are computed. */
    record Layers(Step step) implements Link {}

    /** Only the layout changes. */
    record Relayout() implements Link {}

    /** Nothing changes, but the code is looked at: of a sparse autoencoder. */
    record SparseCode() implements Link {}
  }

  /** A boundary to be. */
  static final class Place {
    final Layout layout;

    /** What was applied last. */
    final Activation activation;

    /** The first layer that can start here. */
    final int low;

    /** The last one. */
    int high;

    Shape shape;
    int border;

    Place(Layout layout, Activation activation, Shape shape, int layer) {
      this.layout = layout;
      this.activation = activation;
      this.shape = shape;
      low = layer;
      high = layer;
    }

    void needBorder(int zeros) {
      border = Math.max(border, zeros);
    }
  }

  private final List<Link> links = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final NetworkSpec spec;
  private final boolean training;

  /**
   * Plans a network.
   *
   * @param training whether there is a way back, and the last layer gives weighted sums only
   * @param sparse whether there is a penalty on the values of the code
   */
  StackPlan(NetworkSpec spec, boolean training, boolean sparse) {
    this.spec = spec;
    this.training = training;
    List<Step> steps = Step.of(spec);
    int output = lastThatLearns(steps);
    places.add(
        new Place(layoutFrom(steps, 0, Layout.ROWS), Activation.LINEAR, spec.image().maps(), 0));
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Layout current = last().layout;
      Layout needed = needed(steps, i, current);
      if (needed != current) {
        links.add(new Link.Relayout());
        places.add(new Place(needed, Activation.LINEAR, last().shape, step.from()));
      }
      if (changesNothing(step, needed)) {
        last().shape = step.output();
        last().high = step.to();
      } else {
        boolean logits = training && i == output;
        add(step, needed, logits ? Activation.LINEAR : step.activation());
      }
      if (sparse && step.to() == spec.encoder().size()) {
        links.add(new Link.SparseCode());
        places.add(new Place(last().layout, Activation.LINEAR, last().shape, step.to()));
      }
    }
  }

  /** Rows take any shape; maps are reshaped as rows if that is what they become soon anyway. */
  private static Layout needed(List<Step> steps, int i, Layout current) {
    Step step = steps.get(i);
    if (!(step.layer() instanceof Layer.Reshape)) {
      return step.layout(current);
    }
    return current == Layout.ROWS ? current : layoutFrom(steps, i, current);
  }

  private static int lastThatLearns(List<Step> steps) {
    int i = steps.size() - 1;
    while (!steps.get(i).learns()) {
      i--;
    }
    return i;
  }

  /** The layout that the first step from i on needs that does not take any. */
  private static Layout layoutFrom(List<Step> steps, int i, Layout otherwise) {
    return steps.stream()
        .skip(i)
        .filter(step -> !step.takesAny())
        .findFirst()
        .map(step -> step.layout(otherwise))
        .orElse(otherwise);
  }

  private boolean changesNothing(Step step, Layout layout) {
    return switch (step.layer()) {
      case Layer.Reshape _ -> layout == Layout.ROWS;
      case Layer.Dropout _ -> !training;
      default -> false;
    };
  }

  private void add(Step step, Layout layout, Activation activation) {
    Place place = new Place(layout, activation, step.output(), step.to());
    if (step.convolves()) {
      ConvolutionShape shape = step.convolution();
      last().needBorder(Correlation.forward(shape).border(shape.input(), shape.sums()));
      if (training && !shape.pooled()) {
        place.needBorder(Correlation.inputGradient(shape).border(shape.sums(), shape.input()));
      }
    }
    links.add(new Link.Layers(step));
    places.add(place);
  }

  private Place last() {
    return places.getLast();
  }

  NetworkSpec spec() {
    return spec;
  }

  boolean training() {
    return training;
  }

  /** From boundary to boundary. */
  List<Link> links() {
    return links;
  }

  /** The boundaries, one more than there are links. */
  List<Place> places() {
    return places;
  }

  /** Whether a link before boundary i has parameters. */
  boolean learnsBefore(int i) {
    return links.subList(0, i).stream().anyMatch(StackPlan::learns);
  }

  /** Whether a link has parameters. */
  static boolean learns(Link link) {
    return link instanceof Link.Layers layers && layers.step().learns();
  }

  /**
   * Images that a worker has in hand at a time: a tile, or for rows whole register tiles, so that
   * no two workers write the same one.
   */
  int blockImages() {
    boolean rows = places.stream().anyMatch(place -> place.layout == Layout.ROWS);
    if (!rows) {
      return LANES;
    }
    // The weights are read once a block: the larger they are, the more images a block should have.
    boolean large = spec.layers().stream().anyMatch(StackPlan::isLarge);
    return Math.max(large ? 2 * BLOCK_IMAGES : BLOCK_IMAGES, LANES);
  }

  private static boolean isLarge(TracedLayer layer) {
    return layer.layer() instanceof Layer.Dense && layer.parameters() >= MatrixProduct.LARGE;
  }

  /** Images of a chunk: as many as their rows have room for. */
  int chunkImages() {
    long floats =
        places.stream()
            .filter(place -> place.layout == Layout.ROWS)
            .mapToLong(place -> 2L * Tiling.rowStride(place.shape.size()))
            .sum();
    long fitting = floats == 0 ? CHUNK_IMAGES : ROW_FLOATS / floats;
    int block = blockImages();
    return (int) Math.clamp(fitting / block * block, block, CHUNK_IMAGES);
  }

  /** Blocks of a task, so that the gradients' slots, one for each task, have room. */
  int blocksOfTask(int slotLength) {
    int blocks = chunkImages() / blockImages();
    int perTask = 1;
    while (blocks / (2 * perTask) >= FEWEST_TASKS
        && (long) blocks / perTask * slotLength > SLOT_FLOATS) {
      perTask *= 2;
    }
    return perTask;
  }
}
