package org.aeworkbench.ui.pictures;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;
import static org.aeworkbench.ui.common.Described.labelFor;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.aeworkbench.pictures.PictureStep;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The way from a picture to what the network sees: to a digit in MNIST's style step by step, each
 * of which can be left, or merely to the network's size.
 */
final class StepStrip extends VBox {
  private static final double TILE = PictureLook.STEP;

  private final Map<PictureStep, PictureTile> tiles = new EnumMap<>(PictureStep.class);
  private final Map<PictureStep, CheckBox> switches = new EnumMap<>(PictureStep.class);
  private final CheckBox asIs =
      described(
          new CheckBox("As it is"),
          "Take the picture as it is",
          "The picture is of the network's size: takes its very pixels, for digits light ink on"
              + " black, and does nothing with them.");
  private final ComboBox<@Nullable PictureWay> way = new ComboBox<>();
  private final FlowPane strip = new FlowPane(4, 8);
  private final Label heading = new Label();
  private boolean showing;

  StepStrip(PictureShelf shelf) {
    super(8);
    for (PictureStep step : PictureStep.values()) {
      strip.getChildren().add(card(step, shelf));
    }
    heading.getStyleClass().add("heading");
    Button forAll =
        described(
            new Button("For all", icon(Feather.COPY)),
            "Do the same with all pictures",
            "Does the same with every picture; as it is only those of the network's size.");
    forAll.setId("steps-for-all");
    forAll.setMinWidth(USE_PREF_SIZE);
    way.setMinWidth(USE_PREF_SIZE);
    forAll.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    forAll.setOnAction(event -> shelf.treatAllAlike());
    asIs.setId("picture-as-is");
    asIs.setOnAction(event -> shelf.setAsIs(asIs.isSelected()));
    asIs.managedProperty().bind(asIs.visibleProperty());
    described(
            way,
            "What is done with the picture",
            "Clean it as a digit, as MNIST's were made; or merely bring it to the network's size,"
                + " colours kept: cut off what is too long, show all of it, or draw it out.")
        .setId("picture-way");
    way.getItems().setAll(PictureWay.values());
    way.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable PictureWay chosen) {
            return chosen == null ? "" : chosen.title();
          }

          @Override
          public PictureWay fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    way.setOnAction(
        event -> {
          PictureWay chosen = way.getValue();
          if (!showing && chosen != null) {
            shelf.setWay(chosen);
          }
        });
    strip.managedProperty().bind(strip.visibleProperty());
    heading.setMinWidth(USE_PREF_SIZE);
    asIs.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox title = new HBox(8, heading, space, asIs, way, forAll);
    title.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, strip);
  }

  private VBox card(PictureStep step, PictureShelf shelf) {
    PictureTile tile = new PictureTile(TILE);
    CheckBox use = described(new CheckBox(), step.title(), step.description());
    use.setId("step-" + step.name().toLowerCase(Locale.ROOT));
    use.setOnAction(event -> shelf.setStep(step, use.isSelected()));
    tiles.put(step, tile);
    switches.put(step, use);
    Label title = labelFor(use, step.title());
    title.getStyleClass().add("step-title");
    StackPane corner = new StackPane(tile, use);
    StackPane.setAlignment(use, Pos.TOP_RIGHT);
    VBox card = new VBox(4, corner, title);
    card.getStyleClass().add("step-card");
    return card;
  }

  /**
   * Shows a picture's steps.
   *
   * @param look what came of them, null if that is not known yet
   */
  void show(@Nullable PictureEntry picture, @Nullable PictureLook look) {
    boolean direct = picture != null && picture.treatment().asIs();
    boolean cleaned = picture != null && picture.treatment().way() == PictureWay.CLEAN;
    showing = true;
    way.setValue(picture == null ? null : picture.treatment().way());
    showing = false;
    way.setDisable(picture != null && picture.treatment().number() > 0);
    strip.setVisible(cleaned);
    heading.setText(cleaned ? "To a digit" : "To an image");
    asIs.setVisible(picture != null && picture.fitting());
    asIs.setSelected(direct);
    for (PictureStep step : PictureStep.values()) {
      PictureTile tile = tiles.get(step);
      CheckBox use = switches.get(step);
      if (tile != null && use != null) {
        tile.show(look == null || look.steps().isEmpty() ? null : look.steps().get(step.ordinal()));
        use.setSelected(picture != null && picture.treatment().steps().contains(step));
        use.setDisable(direct);
        tile.setOpacity(use.isSelected() && !direct ? 1 : 0.4);
      }
    }
  }
}
