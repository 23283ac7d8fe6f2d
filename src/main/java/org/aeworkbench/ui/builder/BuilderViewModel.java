package org.aeworkbench.ui.builder;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.app.builder.Mirror;
import org.aeworkbench.app.builder.Offers;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.NetworkText;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.problem.UsageException;

/** The network as it is put together, the layer that is selected, and what can be done to both. */
public final class BuilderViewModel {
  private final ObservableValue<PlanChoice> choice;
  private final Consumer<NetworkDraft> edit;
  private final ReadOnlyObjectWrapper<Place> selected =
      new ReadOnlyObjectWrapper<>(new Place(Part.ENCODER, 0));
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

  /**
   * @param choice what is chosen now
   * @param edit is told each change of the network
   */
  public BuilderViewModel(ObservableValue<PlanChoice> choice, Consumer<NetworkDraft> edit) {
    this.choice = choice;
    this.edit = edit;
    choice.subscribe(now -> select(selected.get()));
  }

  /** What is chosen, the network included. */
  public ObservableValue<PlanChoice> choiceProperty() {
    return choice;
  }

  /** The layer that keys and buttons are about; none stands there while its part is empty. */
  public ReadOnlyObjectProperty<Place> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Why the last text could not be pasted; empty if it could. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** The network as it stands. */
  public NetworkDraft network() {
    return choice.getValue().network();
  }

  /** Selects the layer of a place, or the nearest there is. */
  public void select(Place place) {
    int last = network().layers(place.part()).size() - 1;
    selected.set(new Place(place.part(), Math.clamp(place.index(), 0, Math.max(0, last))));
  }

  /**
   * Selects a neighbour.
   *
   * @param step 1 for the next layer, -1 for the one before, over the code too
   */
  public void selectNeighbour(int step) {
    List<Place> places = network().places();
    int at = places.indexOf(selected.get());
    if (!places.isEmpty()) {
      selected.set(places.get(Math.clamp(at + (long) step, 0, places.size() - 1)));
    }
  }

  /** What may be put at a place. */
  public List<Offers.Offer> offers(Place place) {
    return Offers.at(network(), choice.getValue().diagnosis(), place);
  }

  /** The place behind the selected layer, or the only one of an empty part. */
  public Place behindSelected() {
    Place place = selected.get();
    return network().has(place) ? place.next() : new Place(place.part(), 0);
  }

  /** Puts a layer before the one at a place and selects it. */
  public void add(Place place, Layer layer) {
    if (network().hasRoom(place.part())) {
      change(network().add(place, layer), place);
    }
  }

  /** Takes the selected layer away. */
  public void remove() {
    Place place = selected.get();
    if (network().has(place)) {
      change(network().remove(place), place);
    }
  }

  /** Puts the selected layer there twice. */
  public void duplicate() {
    Place place = selected.get();
    if (network().has(place) && network().hasRoom(place.part())) {
      change(network().duplicate(place), place.next());
    }
  }

  /**
   * Moves the selected layer by one, from the end of the encoder to the start of the decoder and
   * back.
   *
   * @param step 1 toward the end, -1 toward the image
   */
  public void moveBy(int step) {
    Place from = selected.get();
    int to = from.index() + step;
    int last = network().layers(from.part()).size() - 1;
    if (to >= 0 && to <= last) {
      move(from, new Place(from.part(), to));
    } else if (step > 0 && from.part() == Part.ENCODER) {
      move(from, new Place(Part.DECODER, 0));
    } else if (step < 0 && from.part() == Part.DECODER) {
      move(from, new Place(Part.ENCODER, network().encoder().size()));
    }
  }

  /**
   * Moves a layer.
   *
   * @param to where it stands afterwards
   */
  public void move(Place from, Place to) {
    boolean room = from.part() == to.part() || network().hasRoom(to.part());
    if (network().has(from) && room && !from.equals(to)) {
      change(network().move(from, to), to);
    }
  }

  /** Puts another layer in the place of one. */
  public void replace(Place place, Layer layer) {
    if (network().has(place)) {
      change(network().replace(place, layer), place);
    }
  }

  /** True if the encoder can be mirrored. */
  public boolean canMirror() {
    return Mirror.of(network()).isPresent();
  }

  /** Makes the decoder that undoes the encoder, if every layer of that fits. */
  public void mirror() {
    Optional<NetworkDraft> mirrored = Mirror.of(network());
    mirrored.ifPresent(draft -> change(draft, selected.get()));
  }

  /** Applies what was offered against a fault. */
  public void mend(Mend mend) {
    Place fault = fault().map(DraftDiagnosis.Fault::place).orElse(selected.get());
    change(mend.draft(), fault);
  }

  /** The first thing that is wrong. */
  public Optional<DraftDiagnosis.Fault> fault() {
    return choice.getValue().diagnosis().fault();
  }

  /** The network as text. */
  public String copy() {
    return network().text();
  }

  /**
   * Takes a network, or layers that are put behind the selected one. A network's layers are taken
   * for the images that are there. What is neither changes nothing and is told by the notice.
   */
  public void paste(String text) {
    try {
      if (text.contains("|")) {
        NetworkDraft pasted = NetworkDraft.parse(text);
        change(pasted.withImage(network().image()), new Place(Part.ENCODER, 0));
      } else {
        pasteLayers(text);
      }
    } catch (UsageException e) {
      notice.set(e.getMessage());
    }
  }

  private void pasteLayers(String text) {
    Place place = behindSelected();
    List<Layer> layers = NetworkText.layers(text, place.part());
    if (layers.isEmpty()) {
      throw new UsageException(
          "The clipboard has no text.", "Copy a network, for instance dense:32:relu.");
    }
    NetworkDraft draft = network();
    for (Layer layer : layers.reversed()) {
      draft = draft.add(place, layer);
    }
    change(draft, place);
  }

  private void change(NetworkDraft draft, Place then) {
    notice.set("");
    edit.accept(draft);
    select(then);
  }
}
