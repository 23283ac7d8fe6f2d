package org.aeworkbench.ui.experiment;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.app.job.TrainingEngine;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Why Train cannot do anything with what is chosen: for the network's own sake, or because its
 * training with the data that is there does not fit in the memory. Only for the FX thread.
 */
final class Refusal {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  Refusal(
      ReadOnlyObjectProperty<PlanChoice> choice,
      ReadOnlyObjectProperty<@Nullable TrainingEngine> engine) {
    text.bind(
        Bindings.createStringBinding(
            () -> choice.get().refusal().orElseGet(() -> refusal(choice.get(), engine.get())),
            choice,
            engine));
  }

  /** One line with the remedy; empty if there is nothing against a training. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  private static String refusal(PlanChoice chosen, @Nullable TrainingEngine engine) {
    if (engine == null) {
      return "";
    }
    try {
      engine.check(chosen.plan());
      return "";
    } catch (UsageException e) {
      return e.getMessage();
    }
  }
}
