package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;

/**
 * A network's training step cut into numbered tasks. One chunk of a batch has two jobs with a
 * barrier between them: the images' tasks (forward pass, loss, gradients of the values, gradients
 * of convolutions) and the parameters' tasks (gradients of dense layers, sums of those of
 * convolutions; after the last chunk the update). The cut depends on the network and the number of
 * images only, never on the threads, and sums are taken in the order of the tasks, so the results
 * do not depend on who did what.
 */
final class TrainingProgram {
  /** A task of one stage's parameters. */
  private record ParameterTask(Stage stage, int number) {}

  private final Stack stack;
  private final int imageSize;
  private final int blockImages;
  private final int blocksOfTask;
  private final Boundary target;
  private final OutputLoss loss;
  private final Corruption corruption;
  private final boolean sampling;
  private final float[] m;
  private final ParameterStore store;
  private final List<Worker> workers = new ArrayList<>();
  private final List<ParameterTask> parameterTasks;

  /** Compiles a training. */
  TrainingProgram(
      NetworkSpec spec, Objective objective, Optimizer optimizer, int threads, long seed) {
    corruption = objective.corruption();
    sampling = objective.penalty() instanceof Penalty.Kl kl && kl.sampling();
    stack = new Stack(spec, Stack.Use.training(objective), threads, seed);
    imageSize = spec.image().size();
    StackMemory memory = stack.memory();
    blockImages = stack.plan().blockImages();
    blocksOfTask = stack.plan().blocksOfTask(memory.slots().length());
    target = stack.target();
    Boundary output = stack.boundaries().getLast();
    loss = new OutputLoss(objective.loss(), spec.outputActivation(), output, target, memory.plan());
    int tasks = imageTasks(chunkImages());
    var regions = new ParameterStore.Regions(memory, optimizer, tasks);
    m = memory.plan().allocate();
    loss.prepare(m, imageSize);
    store = new ParameterStore(memory.parameters(), regions, optimizer, m);
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker(i, stack.workspace(i), regions.parameters));
    }
    List<ParameterTask> inOrder = new ArrayList<>();
    for (Stage stage : stack.stages()) {
      for (int task = 0; task < stage.parameterTasks(); task++) {
        inOrder.add(new ParameterTask(stage, task));
      }
    }
    parameterTasks = spread(inOrder, threads);
  }

  /**
   * The tasks in an order in which workers that take them by turns stay in parts of the parameters
   * of their own, the same as in the batch before, which are then in their caches.
   */
  private static List<ParameterTask> spread(List<ParameterTask> tasks, int workers) {
    int share = Math.ceilDiv(tasks.size(), workers);
    List<ParameterTask> spread = new ArrayList<>();
    for (int i = 0; i < share; i++) {
      for (int at = i; at < tasks.size(); at += share) {
        spread.add(tasks.get(at));
      }
    }
    return spread;
  }

  /** The parameters, their gradients and the optimizer. */
  ParameterStore parameters() {
    return store;
  }

  /** Images that fit in memory at a time. */
  int chunkImages() {
    return stack.memory().rows();
  }

  /** Number of tasks for so many images. */
  int imageTasks(int count) {
    return Math.ceilDiv(Math.ceilDiv(count, blockImages), blocksOfTask);
  }

  /**
   * Forward pass and loss of one task's images and, while training, what the parameters' tasks
   * need.
   *
   * @param sums are told the images' losses over their numbers, and their penalties without factor
   */
  void runImages(Chunk chunk, int task, int worker, LossSums sums) {
    Worker w = workers.get(worker);
    w.draws = chunk.draws();
    w.sampling = sampling;
    w.penaltyScale = chunk.penaltyScale();
    w.penalty = 0;
    w.step = chunk.step();
    w.training = chunk.training();
    w.slot = store.regions().slots + task * store.regions().slotLength;
    int from = task * blocksOfTask * blockImages;
    int to = Math.min(chunk.count(), from + blocksOfTask * blockImages);
    double sum = 0;
    for (int first = from; first < to; first += blockImages) {
      w.first = first;
      w.images = Math.min(blockImages, to - first);
      w.position = chunk.position() + first;
      w.adds = first > from;
      sum += runBlock(chunk, w);
    }
    sums.set(task, sum, w.penalty);
  }

  private double runBlock(Chunk chunk, Worker w) {
    Boundary input = stack.boundaries().getFirst();
    Images.markLanes(m, w);
    if (corruption instanceof Corruption.None) {
      Images.load(m, w, chunk, imageSize, input);
    } else {
      Images.loadCorrupted(m, w, chunk, imageSize, corruption, input);
    }
    if (target != input) {
      Images.load(m, w, chunk, imageSize, target);
    }
    stack.forward(m, w, 0, stack.stages().size());
    double sum = loss.run(m, w, chunk.scale());
    if (chunk.training()) {
      stack.backward(m, w);
    }
    return sum;
  }

  /** Number of tasks over the parameters. */
  int parameterTasks() {
    return parameterTasks.size();
  }

  /** Gradients of one task's parameters, added up over chunks, and their update after the last. */
  void runParameters(Chunk chunk, int task, int worker) {
    ParameterTask t = parameterTasks.get(task);
    t.stage.runParameters(store, chunk, t.number, workers.get(worker));
  }

  /** To be called when the parameters were set from outside. */
  void parametersChanged() {
    stack.stages().forEach(stage -> stage.parametersChanged(store));
  }
}
