package org.aeworkbench.ui.builder;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;

/** The user's own presets as the window lists them. Only for the FX thread. */
public final class PresetShelf {
  private final OwnPresets store;
  private final Background background;
  private final Consumer<Throwable> onProblem;
  private final ObservableList<Preset> presets = FXCollections.observableArrayList();

  /**
   * @param onProblem is told why they cannot be read or written
   */
  public PresetShelf(OwnPresets store, Background background, Consumer<Throwable> onProblem) {
    this.store = store;
    this.background = background;
    this.onProblem = onProblem;
    background.run(store::all, presets::setAll, onProblem);
  }

  /** All, in the order in which they were made. */
  public ObservableList<Preset> presets() {
    return FXCollections.unmodifiableObservableList(presets);
  }

  /** The one that a plan is, the workbench's or the user's, seed and backend left aside. */
  public Optional<Preset> followed(TrainingPlan plan) {
    return Stream.concat(Presets.ALL.stream(), presets.stream())
        .filter(preset -> preset.isFollowedBy(plan))
        .findFirst();
  }

  /** Keeps a plan under a name that can be one, in place of one that has it. */
  public void save(String name, TrainingPlan plan) {
    change(() -> store.save(name, plan));
  }

  /** Forgets one. */
  public void remove(Preset preset) {
    change(() -> store.remove(preset.id()));
  }

  private void change(Runnable change) {
    background.run(
        () -> {
          change.run();
          return store.all();
        },
        (List<Preset> now) -> presets.setAll(now),
        onProblem);
  }
}
