package org.aeworkbench.ui.experiment;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;
import static org.aeworkbench.ui.common.Described.labelFor;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.ui.common.NumberField;
import org.aeworkbench.ui.common.Numbers;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything of the plan but the network: preset, optimizer, loss, epochs, batches, seed. */
final class PlanForm extends GridPane {
  private final ExperimentViewModel viewModel;
  private final ComboBox<@Nullable Preset> preset = new ComboBox<>();
  private final Button removal = new Button("", icon(Feather.TRASH_2));
  private final ComboBox<String> optimizer = new ComboBox<>();
  private final ComboBox<Loss> loss = new ComboBox<>();
  private final ComboBox<BackendName> backend = new ComboBox<>();
  private final NumberField<Double> learningRate =
      new NumberField<>(PlanForm::decimal, Double.MIN_NORMAL, 100.0);
  private final NumberField<Integer> epochs =
      new NumberField<>(Integer::valueOf, 1, TrainingPlan.MAX_EPOCHS);
  private final NumberField<Integer> batchSize =
      new NumberField<>(Integer::valueOf, 1, TrainingPlan.MAX_BATCH_SIZE);
  private final NumberField<Long> seed =
      new NumberField<>(Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE);
  private final CheckBox shuffle = new CheckBox("Shuffle");
  private boolean showing;

  PlanForm(ExperimentViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("plan-form");
    getColumnConstraints()
        .addAll(labels(), fields(80, Priority.ALWAYS), labels(), fields(54, Priority.SOMETIMES));
    fill();
    describe();
    layOut();
    listen();
    viewModel.choiceProperty().subscribe(choice -> show(choice.plan()));
    viewModel.stateProperty().subscribe(this::enable);
  }

  private void fill() {
    viewModel.shelf().presets().subscribe(this::list);
    viewModel.imageProperty().subscribe(image -> list());
    preset.setConverter(named(item -> item == null ? "custom" : item.id()));
    preset.setPromptText("custom");
    preset.setCellFactory(list -> new PresetCell(viewModel.imageProperty()));
    optimizer.getItems().setAll("adadelta", "adam", "rmsprop", "sgd");
    optimizer.setConverter(named(PlanForm::optimizerName));
    loss.getItems().setAll(Loss.values());
    loss.setConverter(named(Loss::id));
    backend.getItems().setAll(BackendName.values());
    backend.setConverter(named(BackendName::id));
    learningRate.stepping(rate -> rounded(rate * 2), rate -> rounded(rate / 2));
    epochs.stepping(value -> value + 1, value -> value - 1);
    batchSize.stepping(value -> value * 2, value -> value / 2);
    seed.stepping(value -> value + 1, value -> value - 1);
  }

  private void describe() {
    described(
            preset,
            "Preset",
            "The lab's three trainings, number for number, a published one, and your own.")
        .setId("preset");
    described(removal, "Remove the preset", "Take this preset of your own off the list.")
        .setId("remove-preset");
    described(
            optimizer,
            "Optimizer",
            "How gradients change the weights. The lab uses Adadelta with learning rate 1.0.")
        .setId("optimizer");
    described(
            learningRate,
            "Learning rate",
            "Factor of each step. Can be changed while a training is paused. Today's Keras default"
                + " for Adadelta, 0.001, leaves the loss at 0.69.")
        .setId("learning-rate");
    described(
            loss,
            "Loss",
            "What training makes small, as the mean over images and pixels: bce is binary"
                + " cross-entropy (the lab's), mse the mean squared error.")
        .setId("loss");
    described(epochs, "Epochs", "Passes over all training images.").setId("epochs");
    described(batchSize, "Batch size", "Images for each update of the weights.")
        .setId("batch-size");
    described(
            seed,
            "Seed",
            "Decides the first weights and the order of the images: the same seed gives the same"
                + " training, bit for bit.")
        .setId("seed");
    described(
            backend,
            "Backend",
            "vector is the workbench's own engine on the processor's vector units; dl4j is"
                + " Deeplearning4j, the reference, many times slower.")
        .setId("backend");
    described(shuffle, "Shuffle", "See the images in another order in every epoch.")
        .setId("shuffle");
  }

  private void layOut() {
    removal.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "layer-tool");
    HBox presets = new HBox(2, preset, removal);
    presets.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(preset, Priority.ALWAYS);
    addRow(0, labelFor(preset, "Preset"), presets, labelFor(epochs, "Epochs"), epochs);
    addRow(
        1,
        labelFor(optimizer, "Optimizer"),
        optimizer,
        labelFor(learningRate, "Learning rate"),
        learningRate);
    addRow(2, labelFor(loss, "Loss"), loss, labelFor(batchSize, "Batch size"), batchSize);
    addRow(3, labelFor(backend, "Backend"), backend, labelFor(seed, "Seed"), seed);
    add(shuffle, 1, 4, 3, 1);
    for (Control control : new Control[] {preset, optimizer, loss, backend}) {
      control.setMaxWidth(Double.MAX_VALUE);
    }
  }

  private static ColumnConstraints labels() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.NEVER);
    return column;
  }

  private static ColumnConstraints fields(double least, Priority growing) {
    ColumnConstraints column = new ColumnConstraints(least, least, Double.MAX_VALUE);
    column.setHgrow(growing);
    return column;
  }

  private void listen() {
    preset.setOnAction(event -> chosen(preset.getValue(), viewModel::choosePreset));
    removal.setOnAction(event -> viewModel.followed().ifPresent(viewModel.shelf()::remove));
    optimizer.setOnAction(event -> chosen(optimizer.getValue(), viewModel::chooseOptimizer));
    loss.setOnAction(
        event -> chosen(loss.getValue(), value -> viewModel.change(p -> p.withLoss(value))));
    backend.setOnAction(
        event -> chosen(backend.getValue(), value -> viewModel.change(p -> p.withBackend(value))));
    shuffle.setOnAction(event -> viewModel.change(plan -> plan.withShuffle(shuffle.isSelected())));
    learningRate.onTaken(viewModel::chooseLearningRate);
    epochs.onTaken(value -> viewModel.change(plan -> plan.withEpochs(value)));
    batchSize.onTaken(value -> viewModel.change(plan -> plan.withBatchSize(value)));
    seed.onTaken(value -> viewModel.change(plan -> plan.withSeed(value)));
    for (Control field : new Control[] {learningRate, epochs, batchSize, seed}) {
      field
          .focusedProperty()
          .addListener(
              (property, before, focused) -> {
                if (focused) {
                  viewModel.beginAdjusting();
                } else {
                  viewModel.endAdjusting();
                }
              });
    }
  }

  private <T> void chosen(@Nullable T value, Consumer<T> choice) {
    if (!showing && value != null) {
      try {
        choice.accept(value);
      } finally {
        show(viewModel.plan()); // what was refused is not shown as if it were chosen
      }
    }
  }

  private void show(TrainingPlan plan) {
    showing = true;
    Preset followed = viewModel.followed().orElse(null);
    preset.setValue(followed);
    boolean own = followed != null && viewModel.shelf().presets().contains(followed);
    removal.setVisible(own);
    removal.setManaged(own);
    optimizer.setValue(plan.optimizer().id());
    learningRate.setValue(plan.optimizer().learningRate());
    loss.setValue(plan.loss());
    epochs.setValue(plan.epochs());
    batchSize.setValue(plan.batchSize());
    seed.setValue(plan.seed());
    backend.setValue(plan.backend());
    shuffle.setSelected(plan.shuffle());
    showing = false;
  }

  private void list() {
    showing = true;
    preset
        .getItems()
        .setAll(
            // Those that do not fit last: the arrow keys come past the others without them.
            Stream.concat(Presets.ALL.stream(), viewModel.shelf().presets().stream())
                .sorted(Comparator.comparing(each -> !each.fits(viewModel.imageProperty().get())))
                .toList());
    showing = false;
    show(viewModel.plan());
  }

  private void enable(TrainingState state) {
    for (Control control :
        new Control[] {
          preset, removal, optimizer, loss, epochs, batchSize, seed, backend, shuffle
        }) {
      control.setDisable(state.isBusy());
    }
    learningRate.setDisable(state.isBusy() && state != TrainingState.PAUSED);
  }

  private static String optimizerName(String id) {
    return switch (id) {
      case "adadelta" -> "Adadelta";
      case "rmsprop" -> "RMSprop";
      case "adam" -> "Adam";
      default -> "SGD";
    };
  }

  // Double.valueOf takes "1d" and "NaN", which nobody means.
  private static Double decimal(String text) {
    String plain = Numbers.plain(text);
    if (!plain.matches("[0-9]*[.]?[0-9]*([eE]-?[0-9]+)?")) {
      throw new NumberFormatException(text);
    }
    return Double.valueOf(plain);
  }

  private static double rounded(double rate) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3g", rate));
  }

  private static <T> StringConverter<T> named(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T item) {
        return name.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("not editable");
      }
    };
  }
}
