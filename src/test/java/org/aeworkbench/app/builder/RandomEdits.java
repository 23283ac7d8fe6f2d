package org.aeworkbench.app.builder;

import java.util.List;
import java.util.random.RandomGenerator;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Border;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;

/** What somebody might do to a draft who knows nothing of networks. */
public final class RandomEdits {
  private final RandomGenerator random;

  /** Edits that the generator's state decides. */
  public RandomEdits(RandomGenerator random) {
    this.random = random;
  }

  /** The draft after one more edit; the same one where the edit is not possible. */
  public NetworkDraft next(NetworkDraft draft) {
    List<Place> places = draft.places();
    Place place = places.isEmpty() ? somewhere(draft) : places.get(random.nextInt(places.size()));
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> added(draft, somewhere(draft));
      case 3 -> draft.has(place) ? draft.remove(place) : draft;
      case 4 -> draft.has(place) && draft.hasRoom(place.part()) ? draft.duplicate(place) : draft;
      case 5, 6 -> moved(draft, place);
      case 7, 8 -> draft.has(place) ? draft.replace(place, other(draft.layer(place))) : draft;
      case 9 -> Mirror.of(draft).orElse(draft);
      default -> mended(draft);
    };
  }

  private Place somewhere(NetworkDraft draft) {
    Part part = random.nextBoolean() ? Part.ENCODER : Part.DECODER;
    return new Place(part, random.nextInt(draft.layers(part).size() + 1));
  }

  private NetworkDraft added(NetworkDraft draft, Place place) {
    DraftDiagnosis diagnosis = draft.diagnosis();
    List<Offers.Offer> offers = Offers.at(draft, diagnosis, place);
    return offers.isEmpty()
        ? draft
        : draft.add(place, offers.get(random.nextInt(offers.size())).layer());
  }

  private NetworkDraft moved(NetworkDraft draft, Place from) {
    if (!draft.has(from)) {
      return draft;
    }
    Place to = somewhere(draft.remove(from));
    return draft.hasRoom(to.part()) ? draft.move(from, to) : draft;
  }

  private NetworkDraft mended(NetworkDraft draft) {
    List<Mend> mends = Mends.of(draft);
    return mends.isEmpty() ? draft : mends.get(random.nextInt(mends.size())).draft();
  }

  private Layer other(Layer layer) {
    Activation[] all = Activation.values();
    Activation activation = all[random.nextInt(all.length)];
    int number = 1 + random.nextInt(random.nextInt(20) == 0 ? 4000 : 40);
    return switch (layer) {
      case Layer.Dense _ -> new Layer.Dense(number, activation);
      case Layer.Convolution _ ->
          new Layer.Convolution(
              number, activation, Border.values()[random.nextInt(Border.values().length)]);
      case Layer.TransposedConvolution _ -> new Layer.TransposedConvolution(number, activation);
      case Layer.Reshape shape -> new Layer.Reshape(number, shape.height(), shape.width());
      case Layer.Crop crop -> new Layer.Crop(crop.height(), 1 + number % 40);
      case Layer.Dropout _ -> new Layer.Dropout(random.nextInt(10) / 10.0);
      case Layer.MaxPooling pool -> pool;
      case Layer.Upsampling up -> up;
    };
  }
}
