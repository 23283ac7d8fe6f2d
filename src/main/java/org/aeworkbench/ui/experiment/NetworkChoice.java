package org.aeworkbench.ui.experiment;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.CodeSizes;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;

/** A network chosen by its family and the size of its code. Only for the FX thread. */
final class NetworkChoice {
  private final PlanChoices choices;
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  // The code size that was last chosen for each family of networks, so that trying conv loses
  // nothing.
  private final Map<String, Integer> encodingDims = new HashMap<>();

  NetworkChoice(PlanChoices choices) {
    this.choices = choices;
  }

  /** Why the code size is not the number that was asked for; empty if it is. */
  ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  void clearHint() {
    hint.set("");
  }

  /** See {@link ExperimentViewModel#chooseFamily}. */
  void chooseFamily(Preset family, ImageShape image) {
    TrainingPlan now = choices.get().plan();
    if (!family.fits(image) || !choices.get().isCustom() && family.isFamilyOf(now.spec())) {
      return;
    }
    hint.set("");
    if (family.isFamilyOf(now.spec())) {
      choices.change(PlanChoice.of(now));
      return;
    }
    Preset preset = family.forImage(image);
    encodingDims.put(Presets.name(now.spec()), now.spec().encodingDim());
    int lab = preset.spec().encodingDim();
    int dim = encodingDims.getOrDefault(preset.family(), lab);
    boolean followsPreset =
        Presets.matching(now).filter(other -> other.isFollowedBy(now)).isPresent();
    choices.change(
        PlanChoice.of(
            followsPreset && dim == lab
                ? preset.plan().withSeed(now.seed()).withBackend(now.backend())
                : now.withSpec(preset.spec().withEncodingDim(dim))));
  }

  /** See {@link ExperimentViewModel#chooseEncodingDim}. */
  void chooseEncodingDim(int wanted) {
    TrainingPlan now = choices.get().plan();
    CodeSizes sizes = Presets.codeSizes(now.spec());
    int dim = sizes.snap(wanted);
    hint.set(dim == wanted ? "" : wanted + " → " + dim + ": " + sizes.why());
    choices.change(choices.get().withPlan(now.withSpec(now.spec().withEncodingDim(dim))));
  }
}
