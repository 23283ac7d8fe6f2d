package org.aeworkbench.ui.data;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.aeworkbench.app.job.LoopEngine;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.training.LearnedData;
import org.aeworkbench.training.TrainingLoop;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The data that the window shows and trains on: all of it, or the part that a model has learned. A
 * model is trained further on what it knows only; of any other data the ways out are offered. Only
 * for the FX thread.
 */
public final class TrainingData implements AutoCloseable {
  private final WorkbenchSession session;
  private final TrainingViewModel training;
  private final Messages messages;
  private final int threads;
  private final LearnedCheck check;
  private @Nullable DataSplit all;
  private String name = "MNIST";
  private Consumer<Runnable> opener = goOn -> {};

  /** * @param threads that train, at least 1 */
  public TrainingData(
      WorkbenchSession session,
      TrainingViewModel training,
      Background background,
      Messages messages,
      int threads) {
    this.session = session;
    this.training = training;
    this.messages = messages;
    this.threads = threads;
    check = new LearnedCheck(session, training, background.threads(), Platform::runLater);
  }

  /** Who finds and {@link #use}s the data that a model has learned, and then goes on. */
  void setOpener(Consumer<Runnable> finder) {
    opener = finder;
  }

  /**
   * Shows data, and trains on it from now on: all tabs, and the network that is being chosen,
   * follow the shape of its images. A model stays, and is shown again with data that it takes; what
   * has been learned of other data is said. Not while a training runs.
   *
   * @param called its name, for people and for the models that learn it
   */
  public void use(DataSplit data, String called) {
    all = data;
    name = called;
    show(data);
  }

  /** What the data is called that trainings begin with. */
  public String name() {
    return name;
  }

  /** What is called into question by the model: empty while it has learned what is shown. */
  public ObservableValue<String> hint() {
    return Bindings.createStringBinding(
        () ->
            switch (check.learnedProperty().get()) {
              case LearnedData.Other other ->
                  other.message() + " What is shown here is " + name + ".";
              case LearnedData.Part part ->
                  "The model has learned the first "
                      + part.data().training().size()
                      + " of these images only.";
              case null, default -> "";
            },
        check.learnedProperty());
  }

  @Override
  public void close() {
    check.close();
  }

  private void show(DataSplit data) {
    session.setData(data);
    training.setEngine(
        new LoopEngine(
            new TrainingLoop(data.training(), data.test(), threads), data.training().size(), name));
  }

  /**
   * Whether the model that is there may be trained further as things are. If it may not, or is not
   * known yet, what can be done about it is offered or done.
   */
  public boolean mayContinue(TrainingPlan wanted) {
    Runnable goOn = () -> training.train(wanted);
    return switch (check.learnedProperty().get()) {
      case null -> {
        // Being compared: go on by itself once it is known.
        onceKnown(goOn);
        yield false;
      }
      case LearnedData.All _ -> true;
      case LearnedData.Part part -> {
        int learned = part.data().training().size();
        messages.problem(
            "The model has learned the first " + learned + " of these images only.",
            new Messages.Choice(
                "Go on with those " + learned,
                () -> {
                  show(part.data());
                  onceKnown(goOn);
                }),
            new Messages.Choice("Train anew on all", () -> trainAnew(wanted)));
        yield false;
      }
      case LearnedData.Other other -> {
        messages.problem(
            other.message() + " It cannot go on with " + name + ".",
            new Messages.Choice("Train anew on " + name, () -> trainAnew(wanted)),
            new Messages.Choice(
                "Open the data it learned …", () -> opener.accept(() -> onceKnown(goOn))));
        yield false;
      }
    };
  }

  private void trainAnew(TrainingPlan wanted) {
    DataSplit data = session.dataProperty().get();
    training.trainAnew(data == null ? wanted : wanted.forImage(data.training().shape()));
  }

  private void onceKnown(Runnable goOn) {
    if (check.learnedProperty().get() != null) {
      goOn.run();
      return;
    }
    check
        .learnedProperty()
        .addListener(
            new ChangeListener<@Nullable LearnedData>() {
              @Override
              public void changed(
                  ObservableValue<? extends @Nullable LearnedData> property,
                  @Nullable LearnedData before,
                  @Nullable LearnedData known) {
                if (known != null) {
                  property.removeListener(this);
                  goOn.run();
                }
              }
            });
  }

  /** Shows all of the data again, if only a part of it is shown. */
  public void showAll() {
    if (all != null && session.dataProperty().get() != all) {
      show(all);
    }
  }
}
