package org.aeworkbench.ui.training;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.aeworkbench.app.session.Preferences;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.EpochResult;
import org.aeworkbench.ui.common.Pills;
import org.kordamp.ikonli.feather.Feather;

/** The Training tab: chart, its tools, and the first ten images. */
public final class TrainingView extends BorderPane {
  // A chart that is redrawn ten times a second looks live and leaves the processor to the training.
  private static final long REDRAW_NANOS = 100_000_000L;

  private final TrainingViewModel training;
  private final ChartPane chart = new ChartPane();
  private final ChartSettings settings;
  private final Slider smoothing = new Slider(0, Preferences.MAX_SMOOTHING, 0);
  private final Label batchValue = value("series-batch");
  private final Label trainValue = value("series-train");
  private final Label validationValue = value("series-validation");
  private final Label doctor = new Label();
  private long drawnAt;

  /** Builds the tab. */
  public TrainingView(
      TrainingViewModel training,
      ChartSettings settings,
      ReferenceLinesViewModel references,
      ImageStripViewModel strip,
      LossDoctorViewModel lossDoctor) {
    this.training = training;
    this.settings = settings;
    getStyleClass().add("training");
    doctor.getStyleClass().add("loss-doctor");
    doctor.setWrapText(true);
    doctor.setGraphic(icon(Feather.ALERT_CIRCLE));
    doctor.textProperty().bind(lossDoctor.findingProperty());
    doctor.visibleProperty().bind(doctor.textProperty().isNotEmpty());
    doctor.managedProperty().bind(doctor.visibleProperty());
    doctor.setId("loss-doctor");
    VBox top = new VBox(8, toolBar(), doctor);
    top.getStyleClass().add("training-tools");
    setTop(top);
    setCenter(chart);
    setBottom(new ImageStrip(strip));
    settings.logarithmicProperty().subscribe(chart::setLogarithmic);
    references.linesProperty().subscribe(chart::showReferences);
    training.lossRevisionProperty().addListener((property, before, revision) -> drawIfDue());
    training.stateProperty().addListener((property, before, state) -> draw());
    smoothing.valueProperty().addListener((property, before, weight) -> draw());
    draw();
  }

  /** For the menu: the chart as it is, to be saved as a picture. */
  public Node chart() {
    return chart.chart();
  }

  /** Builds the chart ahead of its first use. */
  public void prepareChart() {
    chart.chart();
  }

  private HBox toolBar() {
    Pills scale = new Pills();
    ToggleButton logarithmic = scaleButton("Log", true, scale);
    ToggleButton linear = scaleButton("Linear", false, scale);
    (settings.logarithmicProperty().get() ? logarithmic : linear).setSelected(true);
    smoothing.valueProperty().bindBidirectional(settings.smoothingProperty());
    described(
            smoothing,
            "Smoothing",
            "How much of the past goes into the smoothed batch loss (exponential moving average).")
        .setId("smoothing");
    smoothing.setPrefWidth(88);
    smoothing.setMinWidth(40);
    Button reset = new Button("", icon(Feather.MAXIMIZE));
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    described(
            reset,
            "Reset zoom",
            "Show the whole run. Drag over the chart to zoom in, right-click to go back.")
        .setId("reset-zoom");
    reset.setOnAction(event -> chart.resetZoom());
    Label smooth = new Label("Smooth");
    smooth.setLabelFor(smoothing);
    smooth.setMinWidth(USE_PREF_SIZE);
    HBox bar =
        new HBox(
            8,
            batchValue,
            trainValue,
            validationValue,
            new Spacer(),
            scale,
            new HBox(6, smooth, smoothing),
            reset);
    ((HBox) bar.getChildren().get(5)).setAlignment(Pos.CENTER);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private ToggleButton scaleButton(String name, boolean log, Pills pills) {
    ToggleButton button = new ToggleButton(name);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(USE_PREF_SIZE);
    described(button, name + " loss axis", log ? "Logarithmic loss axis" : "Linear loss axis")
        .setId(log ? "axis-log" : "axis-linear");
    pills.add(button, () -> settings.logarithmicProperty().set(log));
    return button;
  }

  private static Label value(String series) {
    Label label = new Label();
    Rectangle swatch = new Rectangle(12, 3);
    swatch.getStyleClass().addAll("swatch", series);
    label.setGraphic(swatch);
    label.setGraphicTextGap(6);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private void drawIfDue() {
    long now = System.nanoTime();
    if (now - drawnAt > REDRAW_NANOS || !training.stateProperty().get().isBusy()) {
      drawnAt = now;
      draw();
    }
  }

  private void draw() {
    TrainingPlan plan = training.plan();
    if (training.losses().isEmpty() && !training.stateProperty().get().isBusy()) {
      chart.showEmpty();
    } else {
      chart.show(training.losses(), plan == null ? 1 : plan.epochs(), smoothing.getValue());
    }
    EpochResult last = training.losses().last();
    batchValue.setText("batch " + number(training.losses().batches().recentMean(1)));
    trainValue.setText("train " + number(last == null ? Double.NaN : last.trainLoss()));
    validationValue.setText(
        "validation " + number(last == null ? Double.NaN : last.validationLoss()));
  }

  private static String number(double loss) {
    return Double.isNaN(loss) ? "–" : String.format(Locale.ROOT, "%.4f", loss);
  }
}
