package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.Shape;
import org.jspecify.annotations.Nullable;

/** A network's stages and the boundaries between them, with their places in one memory. */
final class Stack {
  /**
   * What a stack is made for.
   *
   * @param training whether there is a way back; the last layer then gives weighted sums only
   * @param sparse whether there is a penalty on the values of the code
   * @param corrupted whether what goes in is not what is to come out
   */
  record Use(boolean training, boolean sparse, boolean corrupted) {
    /** The way there alone. */
    static final Use INFERENCE = new Use(false, false, false);

    /** A training. */
    static Use training(Objective objective) {
      return new Use(true, objective.penalty() instanceof Penalty.L1, objective.isDenoising());
    }
  }

  private final StackPlan plan;
  private final StackMemory memory;
  private final List<Boundary> boundaries = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Workspace> workspaces = new ArrayList<>();
  private final int firstThatLearns;
  private final Boundary target;
  private @Nullable GaussianStage gaussian;

  /**
   * Compiles a network.
   *
   * @param use what for
   * @param workers threads
   * @param seed of dropout
   */
  Stack(NetworkSpec spec, Use use, int workers, long seed) {
    boolean training = use.training();
    plan = new StackPlan(spec, training, use.sparse());
    int block = plan.blockImages();
    memory =
        new StackMemory(
            new Memory(),
            new ParameterLayout(),
            new KernelWeights.Slots(),
            new OwnMemory(workers),
            new Workspace.Size(),
            workers,
            block / Tiling.LANES,
            training ? plan.chunkImages() : block,
            training);
    List<StackPlan.Place> places = plan.places();
    for (int i = 0; i < places.size(); i++) {
      boundaries.add(boundary(places.get(i), i == places.size() - 1 || !plan.learnsBefore(i)));
    }
    for (int i = 0; i < plan.links().size(); i++) {
      stages.add(stage(i, seed));
    }
    target = use.training() ? makeTarget(use.corrupted()) : boundaries.getFirst();
    for (int i = 0; i < workers; i++) {
      memory.own().place(i, memory.plan());
      workspaces.add(Workspace.reserve(memory.size(), memory.tilesOfBlock(), memory.plan()));
    }
    int first = 0;
    while (!StackPlan.learns(plan.links().get(first))) {
      first++;
    }
    firstThatLearns = first;
  }

  private Boundary boundary(StackPlan.Place place, boolean inPlace) {
    return switch (place.layout) {
      case ROWS -> memory.rows(place.shape.size(), place.activation, inPlace);
      case TILES -> memory.tiles((Shape.Maps) place.shape, place.border, place.activation);
    };
  }

  private Stage stage(int i, long seed) {
    Boundary in = boundaries.get(i);
    Boundary out = boundaries.get(i + 1);
    return switch (plan.links().get(i)) {
      case StackPlan.Link.Layers layers -> stage(layers.step(), i, seed, in, out);
      case StackPlan.Link.SparseCode _ -> new SparseCodeStage(in, out);
      case StackPlan.Link.Relayout _ ->
          in instanceof Boundary.Tiles tiles
              ? new ToRowsStage(tiles, (Boundary.Rows) out)
              : new ToTilesStage((Boundary.Rows) in, (Boundary.Tiles) out);
    };
  }

  private Stage stage(Step step, int i, long seed, Boundary in, Boundary out) {
    boolean inputGradient = plan.learnsBefore(i);
    if (step.code()) {
      gaussian = new GaussianStage((Boundary.Rows) in, (Boundary.Rows) out, inputGradient, memory);
      return gaussian;
    }
    return switch (step.layer()) {
      case Layer.Dense _ ->
          new DenseStage((Boundary.Rows) in, (Boundary.Rows) out, inputGradient, memory);
      case Layer.Convolution _, Layer.TransposedConvolution _ ->
          new ConvolutionStage(step.convolution(), tiles(in), tiles(out), inputGradient, memory);
      case Layer.MaxPooling _ -> new PoolingStage(tiles(in), tiles(out), memory);
      case Layer.Upsampling _ -> new UpsamplingStage(tiles(in), tiles(out));
      case Layer.Crop _ -> new CropStage(tiles(in), tiles(out));
      case Layer.Reshape _ -> new ReshapeStage(tiles(in), tiles(out));
      case Layer.Dropout dropout ->
          new DropoutStage(in, out, dropout.rate(), DropoutKernel.layerKey(seed, step.from()));
    };
  }

  private static Boundary.Tiles tiles(Boundary boundary) {
    return (Boundary.Tiles) boundary;
  }

  StackPlan plan() {
    return plan;
  }

  StackMemory memory() {
    return memory;
  }

  /** The workers' own memory. */
  Workspace workspace(int worker) {
    return workspaces.get(worker);
  }

  /** The boundaries, one more than there are stages. */
  List<Boundary> boundaries() {
    return boundaries;
  }

  List<Stage> stages() {
    return stages;
  }

  /** The stage of a gaussian code; null for a plain one. */
  @Nullable GaussianStage gaussian() {
    return gaussian;
  }

  /**
   * Where the images stand that the output is compared with: the input itself, if both have the
   * same layout and it is not corrupted.
   */
  Boundary target() {
    return target;
  }

  private Boundary makeTarget(boolean corrupted) {
    Boundary input = boundaries.getFirst();
    Boundary output = boundaries.getLast();
    boolean same = (input instanceof Boundary.Rows) == (output instanceof Boundary.Rows);
    if (same && !corrupted) {
      return input;
    }
    Shape.Maps image = plan.spec().image().maps();
    return output instanceof Boundary.Rows
        ? memory.rows(image.size(), Activation.LINEAR, true)
        : memory.tiles(image, 0, Activation.LINEAR);
  }

  /** Runs stages on a worker's block. */
  void forward(float[] m, Worker w, int from, int to) {
    for (int i = from; i < to; i++) {
      stages.get(i).forward(m, w);
    }
  }

  /** From the gradients of the output's sums to those of all parameters. */
  void backward(float[] m, Worker w) {
    for (int i = stages.size() - 1; i >= firstThatLearns; i--) {
      stages.get(i).backward(m, w);
    }
  }
}
