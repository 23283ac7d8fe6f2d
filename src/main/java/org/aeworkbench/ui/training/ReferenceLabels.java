package org.aeworkbench.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import org.aeworkbench.ui.common.Described;

/**
 * The names of the reference lines in a margin right of the plot, where they hide nothing. Lines
 * that lie close together have their labels apart, each led to its line.
 */
final class ReferenceLabels extends Region {
  /** From this margin back to the plot: room for the leads. */
  static final double LEAD = 16;

  private static final double LABEL_GAP = 2;
  private static final double STRAIGHT = 4;

  private final List<Drawn> drawn = new ArrayList<>();

  private record Drawn(ReferenceLine reference, Polyline lead, Label label) {}

  ReferenceLabels() {
    getStyleClass().add("reference-labels");
  }

  /** Names other lines. */
  void show(List<ReferenceLine> references) {
    drawn.clear();
    for (ReferenceLine reference : references) {
      Label label =
          new Label(String.format(Locale.ROOT, "%s %.4f", reference.label(), reference.loss()));
      label.getStyleClass().addAll("reference-label", reference.kind().styleClass());
      Described.explain(label, reference.kind().help());
      Polyline lead = new Polyline();
      lead.getStyleClass().addAll("reference-lead", reference.kind().styleClass());
      // Where they stand is decided by the plot, not by this margin's layout.
      label.setManaged(false);
      lead.setManaged(false);
      drawn.add(new Drawn(reference, lead, label));
    }
    // From the top of the plot down.
    drawn.sort(Comparator.comparingDouble((Drawn d) -> d.reference().loss()).reversed());
    getChildren().clear();
    drawn.forEach(d -> getChildren().addAll(d.lead(), d.label()));
    requestLayout();
  }

  /**
   * Puts the labels beside their lines.
   *
   * @param plot what the lines are drawn on
   * @param lines finds a line's height in the plot, in its pixels from the top
   */
  void place(Canvas plot, ToDoubleFunction<ReferenceLine> lines) {
    double height = plot.getHeight();
    double top = sceneToLocal(plot.localToScene(0, 0)).getY();
    List<Drawn> visible = new ArrayList<>();
    for (Drawn each : drawn) {
      double y = lines.applyAsDouble(each.reference());
      boolean inside = y >= 0 && y <= height;
      each.label().setVisible(inside);
      each.lead().setVisible(inside);
      if (inside) {
        each.label().autosize();
        visible.add(each);
      }
    }
    if (visible.isEmpty()) {
      return;
    }
    double label = visible.getFirst().label().getHeight();
    double[] wanted =
        visible.stream()
            .mapToDouble(each -> lines.applyAsDouble(each.reference()) - label / 2)
            .toArray();
    double[] tops = Spreading.tops(wanted, label, height);
    for (int i = 0; i < tops.length; i++) {
      double from = Math.round(top + wanted[i] + label / 2) + 0.5;
      double to = Math.round(top + tops[i] + label / 2) + 0.5;
      visible.get(i).label().relocate(LABEL_GAP, Math.round(top + tops[i]));
      visible
          .get(i)
          .lead()
          .getPoints()
          .setAll(-LEAD, from, STRAIGHT - LEAD, from, -STRAIGHT, to, 0.0, to);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    double widest = drawn.stream().mapToDouble(each -> each.label().prefWidth(-1)).max().orElse(0);
    return widest == 0 ? 0 : LABEL_GAP + Math.ceil(widest);
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }
}
