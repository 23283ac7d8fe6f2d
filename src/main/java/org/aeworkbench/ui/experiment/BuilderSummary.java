package org.aeworkbench.ui.experiment;

import java.util.Locale;
import javafx.scene.control.Label;
import org.aeworkbench.app.builder.EpochEstimate;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.ui.common.Described;
import org.aeworkbench.ui.common.Numbers;

/** What the network costs: parameters, multiply-adds an image, about how long an epoch takes. */
final class BuilderSummary extends Label {
  BuilderSummary(ExperimentViewModel viewModel) {
    setId("builder-summary");
    getStyleClass().addAll("text-small", "hint");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    Described.explain(
        this,
        "Weights and biases; multiply-adds of one image from input to output; an epoch's time from"
            + " the speed of the last training on this machine.");
    viewModel.choiceProperty().subscribe(choice -> show(choice, viewModel));
    viewModel
        .time()
        .speedProperty()
        .subscribe(() -> show(viewModel.choiceProperty().get(), viewModel));
    viewModel.readyProperty().subscribe(() -> show(viewModel.choiceProperty().get(), viewModel));
  }

  private void show(PlanChoice choice, ExperimentViewModel viewModel) {
    DraftDiagnosis diagnosis = choice.diagnosis();
    double seconds = viewModel.time().seconds(choice.plan().spec());
    String time =
        diagnosis.runs() && seconds > 0 ? " · " + EpochEstimate.text(seconds) + " an epoch" : "";
    setText(
        Numbers.grouped(diagnosis.parameters())
            + " parameters · "
            + multiplications(diagnosis.multiplications())
            + " multiply-adds an image"
            + time);
  }

  private static String multiplications(long number) {
    return number < 1_000_000
        ? Numbers.grouped(number)
        : String.format(Locale.ROOT, "%.1f million", number / 1e6);
  }
}
