package org.aeworkbench.ui.builder;

import static org.aeworkbench.ui.common.Described.described;
import static org.aeworkbench.ui.common.Described.icon;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.app.builder.Offers;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.LayerDescription;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.kordamp.ikonli.feather.Feather;

/** Encoder, code and decoder as rows of layers that are put together by mouse or keyboard. */
public final class BuilderView extends VBox implements RowActions {
  private final BuilderViewModel viewModel;
  private final Consumer<Boolean> onTyping;
  private final PartList encoder;
  private final PartList decoder;
  private final CodeMark code = new CodeMark();
  private final Label notice = new Label();
  private final Button mirror = new Button("Mirror encoder");

  /**
   * @param onTyping is told when a number begins to be typed (true), and when that is over
   */
  public BuilderView(BuilderViewModel viewModel, Consumer<Boolean> onTyping) {
    super(8);
    this.viewModel = viewModel;
    this.onTyping = onTyping;
    getStyleClass().add("builder");
    described(
            mirror,
            "Mirror encoder",
            "Make a decoder that brings every shape back that the encoder took.")
        .setId("mirror");
    mirror.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    mirror.setMinWidth(USE_PREF_SIZE);
    mirror.setOnAction(event -> viewModel.mirror());
    encoder = new PartList(Part.ENCODER, "Encoder", this, text(), this::offer);
    decoder = new PartList(Part.DECODER, "Decoder", this, mirror, this::offer);
    notice.getStyleClass().addAll("text-small", "fault-text");
    notice.setWrapText(true);
    notice.textProperty().bind(viewModel.noticeProperty());
    notice.managedProperty().bind(viewModel.noticeProperty().isNotEmpty());
    VBox rows = new VBox(6, encoder, code, decoder);
    getChildren().addAll(rows, notice);
    new RowDrag(viewModel, encoder, decoder, rows);
    rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    viewModel.choiceProperty().subscribe(this::show);
    viewModel.selectedProperty().subscribe(this::select);
  }

  private HBox text() {
    Button copy = textButton(Feather.CLIPBOARD, "copy", "Copy the network as text (Ctrl+C)");
    copy.setOnAction(event -> copy());
    Button paste =
        textButton(Feather.CORNER_LEFT_DOWN, "paste", "Paste a network or layers (Ctrl+V)");
    paste.setOnAction(event -> paste());
    HBox buttons = new HBox(copy, paste);
    buttons.setAlignment(Pos.CENTER);
    return buttons;
  }

  private static Button textButton(Feather feather, String id, String help) {
    Button button = described(new Button("", icon(feather)), help, help + ".");
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "layer-tool");
    button.setId("network-" + id);
    return button;
  }

  private void show(PlanChoice choice) {
    DraftDiagnosis diagnosis = choice.diagnosis();
    List<Mend> mends = choice.mends();
    Place selected = viewModel.selectedProperty().get();
    encoder.show(choice, diagnosis, mends, selected);
    decoder.show(choice, diagnosis, mends, selected);
    code.show(choice, diagnosis);
    mirror.setDisable(!viewModel.canMirror());
  }

  private void select(Place place) {
    rows().forEach(row -> row.setSelected(row.place().equals(place)));
  }

  private Stream<LayerRow> rows() {
    return Stream.of(encoder, decoder).flatMap(list -> list.rows().stream());
  }

  /** Puts the focus on the selected row, or on the button that adds the first one. */
  public void focusSelected() {
    Place place = viewModel.selectedProperty().get();
    rows()
        .filter(row -> row.place().equals(place))
        .map(Region.class::cast)
        .findFirst()
        .orElseGet(() -> (place.part() == Part.ENCODER ? encoder : decoder).addButton())
        .requestFocus();
  }

  private void offer(Place place, Node beside) {
    ContextMenu menu = new ContextMenu();
    for (Offers.Offer offer : viewModel.offers(place)) {
      MenuItem item =
          new MenuItem(LayerDescription.of(offer.layer()) + "  →  " + offer.output().text());
      item.setId("offer-" + offer.layer().text().replaceAll("[:.]", "-"));
      item.setOnAction(event -> then(() -> viewModel.add(place, offer.layer())));
      menu.getItems().add(item);
    }
    if (menu.getItems().isEmpty()) {
      MenuItem none = new MenuItem("Nothing can follow before what is wrong above is mended");
      none.setDisable(true);
      menu.getItems().add(none);
    }
    menu.show(beside, Side.BOTTOM, 0, 0);
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() instanceof LayerRow row && BuilderKeys.handle(event, this)) {
      event.consume();
    } else if (BuilderKeys.leavesField(event)) {
      focusSelected();
      event.consume();
    }
  }

  private void then(Runnable change) {
    change.run();
    focusSelected();
  }

  void selectNeighbour(int step) {
    then(() -> viewModel.selectNeighbour(step));
  }

  void mirror() {
    viewModel.mirror();
  }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(viewModel.copy());
    Clipboard.getSystemClipboard().setContent(content);
  }

  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    then(() -> viewModel.paste(text == null ? "" : text));
  }

  @Override
  public void replace(Place place, Layer layer) {
    viewModel.replace(place, layer);
  }

  @Override
  public void typing(boolean begins) {
    onTyping.accept(begins);
  }

  @Override
  public void addBehind() {
    Place selected = viewModel.selectedProperty().get();
    rows()
        .filter(row -> row.place().equals(selected))
        .findFirst()
        .ifPresent(row -> offer(viewModel.behindSelected(), row));
  }

  @Override
  public void duplicate() {
    then(viewModel::duplicate);
  }

  @Override
  public void moveBy(int step) {
    then(() -> viewModel.moveBy(step));
  }

  @Override
  public void remove() {
    then(viewModel::remove);
  }

  @Override
  public void mend(Mend mend) {
    then(() -> viewModel.mend(mend));
  }
}
