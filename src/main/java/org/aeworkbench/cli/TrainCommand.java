package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.files.OutputFolder;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.training.Backends;
import org.aeworkbench.training.LearnedData;
import org.aeworkbench.training.TrainingControl;
import org.aeworkbench.training.TrainingDivergedException;
import org.aeworkbench.training.TrainingLoop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network and leaves model, history and the lab's figure. */
@Command(
    name = "train",
    header = "Train an autoencoder.",
    description = {
      "Trains an autoencoder and leaves three files in the output folder: model.aemodel,"
          + " history.csv (one line an epoch) and reconstructions.png (ten test images over their"
          + " reconstructions).",
      "Model and history are written after each epoch, of quick epochs every few seconds. Ctrl+C"
          + " ends the training after the current batch and keeps what was learned; --resume goes"
          + " on from there, as it does after a crash."
    },
    footer = {
      "  Train the lab's first network:",
      "    aeworkbench train --preset lab-shallow --out shallow",
      "  A quick look at the convolutional one:",
      "    aeworkbench train --preset lab-conv --limit 2048 --epochs 1",
      "  Another code size and optimizer, losses as JSON:",
      "    aeworkbench train --arch deep --encoding-dim 10 --optimizer adam --json",
      "  A denoising, a sparse and a variational one:",
      "    aeworkbench train --preset keras-conv --noise gaussian:0.4 --epochs 10",
      "    aeworkbench train --preset lab-shallow --sparse 1e-5",
      "    aeworkbench train --preset mlp-vae --epochs 10",
      "  A folder of pictures, sub-folders are classes:",
      "    aeworkbench train --data photos --image 32x32x3 --preset keras-conv",
      "  Ten epochs more:",
      "    aeworkbench train --resume shallow/model.aemodel --epochs 60 --out shallow"
    })
final class TrainCommand implements Callable<Integer> {
  private final Console console;
  private final StopOnSignal signal;

  @Mixin private final PlanOptions planOptions = new PlanOptions();
  @Mixin private final DataOptions dataOptions = new DataOptions();
  @Mixin private final ImageOptions imageOptions = new ImageOptions();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Learn the first N training images only, and validate on as many test images (all of"
              + " them, if N is larger).")
  private @Nullable Integer limit;

  @Option(
      names = "--resume",
      paramLabel = "MODEL",
      description = "Go on with a model file; give the new total of --epochs.")
  private @Nullable Path resume;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      converter = Converters.OfFolder.class,
      description =
          "Where the files go; files of an earlier run there are replaced. Default: a new folder"
              + " here, named after the network.")
  private @Nullable Path out;

  @Option(
      names = "--json",
      description =
          "Print one JSON object a line for each epoch: epoch, trainLoss, validationLoss, what"
              + " they are made of (trainReconstruction, trainPenalty, validationReconstruction,"
              + " validationPenalty), seconds.")
  private boolean json;

  /**
   * @param signal is closed after the last word about the training
   */
  TrainCommand(Console console, StopOnSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    TrainedModel resumed = resume == null ? null : ModelFile.load(resume);
    TrainingPlan plan = resumed == null ? planned() : planOptions.resumedPlan(resumed);
    checkLimit();
    DataOptions.Loaded loaded =
        dataOptions.load(
            imageOptions.image() == null && plan != null && dataOptions.areOwn()
                ? plan.spec().image()
                : imageOptions.image(),
            imageOptions.fit(),
            console);
    DataSplit data = limited(loaded.split(), resumed);
    if (plan == null) {
      plan = planOptions.plan(data.training().shape());
    }
    Backends.check(plan);
    FirstUse.prepare(console);
    TrainingLoop loop = new TrainingLoop(data.training(), data.test(), threads.count());
    TrainedModel start =
        resumed == null ? loop.untrained(plan, loaded.name()) : resumed.withPlan(plan);
    TrainingOutput output =
        new TrainingOutput(
            OutputFolder.check(out == null ? DefaultFolder.of(Path.of(""), plan.spec()) : out),
            data.test());
    return train(loop, start, output);
  }

  private int train(TrainingLoop loop, TrainedModel start, TrainingOutput output) {
    TrainingControl control = new TrainingControl();
    TrainingReporter reporter = new TrainingReporter(console, control, start.plan(), json, output);
    signal.begin(control, reporter::stopping);
    TrainedModel model;
    try {
      reporter.begin();
      model = loop.run(start, control, reporter);
    } catch (TrainingDivergedException e) {
      reporter.end(e.lastGood());
      output.save(e.lastGood());
      console.note("The model as it was before is in " + output.folder() + ".");
      throw e;
    }
    reporter.end(model);
    output.save(model);
    reporter.saved(model, control.isStopped());
    return 0;
  }

  /** The plan, unless it has to wait for the shape of the images. */
  private @Nullable TrainingPlan planned() {
    ImageShape image = imageOptions.image();
    if (image == null && dataOptions.areOwn()) {
      return null;
    }
    return planOptions.plan(image == null ? ImageShape.MNIST : image);
  }

  private void checkLimit() {
    if (limit != null && limit < 1) {
      throw new UsageException("--limit " + limit + " leaves no images.", "Choose 1 or more.");
    }
  }

  /** A model that goes on learns the images that it knows. */
  private DataSplit limited(DataSplit data, @Nullable TrainedModel resumed) {
    DataSplit wanted = limit == null ? data : data.first(limit);
    if (resumed == null) {
      return wanted;
    }
    LearnedData learned = LearnedData.of(resumed.provenance(), wanted);
    if (learned instanceof LearnedData.All all) {
      return all.data();
    }
    if (learned instanceof LearnedData.Part part && limit == null) {
      return part.data();
    }
    throw new UsageException(
        LearnedData.Other.of(resumed.provenance()).message(),
        "Give the same --data, and leave --limit out.");
  }
}
