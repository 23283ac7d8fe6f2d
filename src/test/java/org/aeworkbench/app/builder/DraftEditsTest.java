package org.aeworkbench.app.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftEditsTest {
  private static NetworkDraft draft(String text) {
    return NetworkDraft.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "28x28x1 | dense:32:relu, dense:784:sigmoid",
    "28x28x1 | dense:128:relu dense:32:tanh, dense:128:relu dense:784:sigmoid",
    "28x28x1 | conv:16:relu pool conv:8:elu pool pool,"
        + "up crop:7:7 up conv:16:relu up conv:1:sigmoid",
    "30x20x3 | conv:8:relu:stride2 conv:4:tanh:stride2 dense:10:linear,"
        + "dense:160:tanh reshape:4:8:5 tconv:8:relu crop:15:10 tconv:3:sigmoid",
    "9x9x1 | conv:4:relu:valid dropout:0.2 dense:5:relu,"
        + "dense:196:relu reshape:4:7:7 up crop:9:9 conv:1:sigmoid",
    "8x8x1 | pool dense:4:relu gaussian:2,"
        + "dense:4:relu dense:16:sigmoid reshape:1:4:4 up conv:1:sigmoid",
    "8x8x2 | tconv:3:relu conv:2:relu:stride2 up," + "pool tconv:3:relu conv:2:sigmoid:stride2"
  })
  void theMirrorBringsEveryShapeBack(String encoder, String decoder) {
    NetworkDraft mirrored = Mirror.of(draft(encoder + " | ")).orElseThrow();
    assertThat(mirrored.text()).isEqualTo(encoder + " | " + decoder);
    assertThat(mirrored.diagnosis().fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "28x28x1 | dense:64:relu, conv:8:relu conv:1:sigmoid",
    "28x28x1 | dense:64:relu, reshape:4:5:5 dense:784:sigmoid",
    "28x28x1 | pool crop:20:14 dense:8:relu, dense:784:sigmoid",
    "3x3x1 | pool conv:3:relu:valid, dense:9:sigmoid",
    "28x28x1 | dense:64:relu, dense:783:sigmoid",
    "28x28x1 | conv:8:relu pool, conv:4:relu",
    "28x28x3 | conv:8:relu:stride2, tconv:3:sigmoid up",
    "28x28x3 | conv:8:relu:stride2, tconv:3:sigmoid dropout:0.2",
    "28x28x1 | conv:16:relu, dense:784:sigmoid",
    "28x28x1 | '', dense:784:sigmoid",
    "28x28x1 | dense:8:relu, ''",
    "28x28x1 | dense:20000:relu dense:20000:relu dense:8:relu, dense:784:sigmoid",
    "64x64x3 | conv:400:relu pool dense:8:relu, dense:12288:sigmoid",
    "1x1x1 | reshape:1:1:1, crop:1:1",
    "28x28x1 | conv:4:relu pool pool pool, tconv:1:sigmoid",
  })
  void whatDoesNotFitSaysWhyAndOffersWhatHelps(String encoder, String decoder) {
    NetworkDraft wrong = draft(encoder.replace("''", "") + " | " + decoder);
    assertThat(wrong.diagnosis().fault()).isPresent();
    assertThat(Mends.of(wrong)).isNotEmpty();
    assertThat(Mends.of(wrong).getFirst().title()).isNotEqualTo("Remove it");
    assertThat(mended(wrong).diagnosis().fault()).isEmpty();
  }

  /** The first mend, as often as one is offered. */
  private static NetworkDraft mended(NetworkDraft wrong) {
    NetworkDraft draft = wrong;
    for (int i = 0; i < 200 && !draft.diagnosis().runs(); i++) {
      assertThat(Mends.of(draft)).as(draft.text()).isNotEmpty();
      draft = Mends.of(draft).getFirst().draft();
    }
    return draft;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverIsDoneToADraftItIsReadAgainAndAMendIsOffered(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomEdits edits = new RandomEdits(random);
    for (Preset preset : Presets.ALL) {
      NetworkDraft draft =
          NetworkDraft.of(preset.spec())
              .withImage(
                  new ImageShape(
                      1 + random.nextInt(64), 1 + random.nextInt(64), 1 + random.nextInt(3)));
      for (int i = 0; i < 100; i++) {
        draft = edits.next(draft);
        assertThat(NetworkDraft.parse(draft.text())).isEqualTo(draft);
        DraftDiagnosis diagnosis = draft.diagnosis();
        assertThat(diagnosis.runs()).as(draft.text()).isEqualTo(isNetwork(draft));
        assertThat(Mends.of(draft).isEmpty()).as(draft.text()).isEqualTo(diagnosis.runs());
      }
    }
  }

  private static boolean isNetwork(NetworkDraft draft) {
    try {
      return NetworkSpec.parse(draft.text()).parameterCount() > 0;
    } catch (org.aeworkbench.problem.UsageException e) {
      return false;
    }
  }

  @Test
  void whatCannotFollowIsNotOffered() {
    NetworkDraft draft = draft("28x28x1 | dense:36:relu | dense:784:sigmoid");
    DraftDiagnosis diagnosis = draft.diagnosis();
    assertThat(Offers.at(draft, diagnosis, new Place(Part.ENCODER, 0)))
        .extracting(offer -> offer.layer().text())
        .contains("pool", "conv:16:relu", "dense:64:relu", "dropout:0.2");
    assertThat(Offers.at(draft, diagnosis, new Place(Part.DECODER, 0)))
        .extracting(offer -> offer.layer().text())
        .containsExactly("dense:64:relu", "reshape:9:2:2", "dropout:0.2");
    assertThat(Offers.at(draft, diagnosis, new Place(Part.DECODER, 1)))
        .extracting(offer -> offer.layer().text())
        .doesNotContain("dropout:0.2", "pool");
  }

  @Test
  void behindALayerThatDoesNotFitNothingIsOffered() {
    NetworkDraft draft = draft("28x28x1 | dense:36:relu | pool dense:784:sigmoid");
    assertThat(Offers.at(draft, draft.diagnosis(), new Place(Part.DECODER, 1))).isEmpty();
    assertThat(draft.diagnosis().fault().orElseThrow().problem())
        .isEqualTo("Needs maps, not 36 numbers in a row.");
  }
}
