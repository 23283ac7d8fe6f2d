package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.aeworkbench.model.LayerDescription;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Penalty;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TracedLayer;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.Provenance;
import org.aeworkbench.modelfile.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a model file holds. */
@Command(
    name = "info",
    header = "Say what a model file holds.",
    description = "Prints what a model is, how it was trained, how it came out and its layers.",
    footer = {"  aeworkbench info shallow/model.aemodel"})
final class InfoCommand implements Runnable {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "An .aemodel file.")
  private Path file = Path.of("");

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    TrainedModel model = ModelFile.load(file);
    TrainingPlan plan = model.plan();
    line(
        "network",
        String.format(
            Locale.ROOT,
            "%s, encoding_dim %d, %,d parameters, compression %.1f : 1",
            Presets.name(plan.spec()),
            plan.spec().encodingDim(),
            plan.spec().parameterCount(),
            plan.spec().compressionRatio()));
    line("text", plan.spec().text());
    line("preset", Presets.matching(plan).map(Preset::id).orElse("none"));
    line("optimizer", optimizer(plan.optimizer()));
    line("loss", plan.loss().id());
    if (plan.objective().isDenoising()) {
      line("noise", plan.objective().corruption().text());
    }
    switch (plan.objective().penalty()) {
      case Penalty.None _ -> {}
      case Penalty.L1 l1 -> line("penalty", "sparse, L1 weight " + l1.weight());
      case Penalty.Kl kl -> line("penalty", ObjectiveText.of(kl));
    }
    line("batch size", plan.batchSize() + (plan.shuffle() ? ", shuffled" : ", in file order"));
    line("seed", "" + plan.seed());
    line("backend", plan.backend().id());
    result(model);
    provenance(model.provenance());
    console.line("");
    for (TracedLayer layer : plan.spec().layers()) {
      console.line(
          String.format(
                  Locale.ROOT,
                  "  %-24s %-10s %,9d parameters%s",
                  LayerDescription.of(layer),
                  layer.output().text(),
                  layer.parameters(),
                  plan.spec().isBottleneck(layer) ? "  <- code" : "")
              .stripTrailing());
    }
  }

  private void result(TrainedModel model) {
    EpochResult last = model.history().last();
    int done = model.history().epochs().size();
    line("epochs", done + " of " + model.plan().epochs());
    if (last != null) {
      line(
          "result",
          "train "
              + LossText.of(last.train(), model.plan())
              + ", validation "
              + LossText.of(last.validation(), model.plan()));
      double seconds = model.history().epochs().stream().mapToDouble(EpochResult::seconds).sum();
      line("trained for", Durations.text(seconds));
    }
  }

  private void provenance(Provenance provenance) {
    line(
        "data",
        String.format(
            Locale.ROOT,
            "%,d images of %s (SHA-256 %s)",
            provenance.trainingImages(),
            provenance.dataName(),
            provenance.dataChecksum()));
    line("created", provenance.created() + " by version " + provenance.workbenchVersion());
  }

  private void line(String name, String value) {
    console.line(String.format(Locale.ROOT, "%-12s %s", name, value));
  }

  private static String optimizer(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adadelta a ->
          "adadelta, learning rate "
              + a.learningRate()
              + ", rho "
              + a.rho()
              + ", epsilon "
              + a.epsilon();
      case Optimizer.Adam a ->
          "adam, learning rate "
              + a.learningRate()
              + ", beta1 "
              + a.beta1()
              + ", beta2 "
              + a.beta2()
              + ", epsilon "
              + a.epsilon();
      case Optimizer.Sgd sgd ->
          "sgd, learning rate " + sgd.learningRate() + ", Nesterov momentum " + sgd.momentum();
      case Optimizer.Rmsprop r ->
          "rmsprop, learning rate "
              + r.learningRate()
              + ", rho "
              + r.rho()
              + ", epsilon "
              + r.epsilon();
    };
  }
}
