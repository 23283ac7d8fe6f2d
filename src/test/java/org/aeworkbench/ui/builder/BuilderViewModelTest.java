package org.aeworkbench.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.Part;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderViewModelTest {
  private final ReadOnlyObjectWrapper<PlanChoice> choice =
      new ReadOnlyObjectWrapper<>(PlanChoice.of(Presets.LAB_DEEP.plan()));
  private final Deque<NetworkDraft> edits = new ArrayDeque<>();
  private final BuilderViewModel builder =
      new BuilderViewModel(choice.getReadOnlyProperty(), this::edited);

  private void edited(NetworkDraft draft) {
    edits.push(draft);
    choice.set(choice.get().withDraft(draft));
  }

  private void start(String network) {
    choice.set(choice.get().withDraft(NetworkDraft.parse(network)));
    builder.select(new Place(Part.ENCODER, 0));
    edits.clear();
  }

  private static Place encoder(int index) {
    return new Place(Part.ENCODER, index);
  }

  private static Place decoder(int index) {
    return new Place(Part.DECODER, index);
  }

  private Place selected() {
    return builder.selectedProperty().get();
  }

  private void assertText(String network) {
    assertThat(builder.network().text()).isEqualTo(network);
  }

  @Test
  void whatIsDoneIsSelectedAfterwards() {
    start("4x4x1 | dense:8:relu dense:4:relu | dense:16:sigmoid");
    builder.add(builder.behindSelected(), new Layer.Dropout(0.5));
    assertText("4x4x1 | dense:8:relu dropout:0.5 dense:4:relu | dense:16:sigmoid");
    assertThat(selected()).isEqualTo(encoder(1));
    builder.duplicate();
    assertThat(selected()).isEqualTo(encoder(2));
    builder.remove();
    builder.remove();
    assertText("4x4x1 | dense:8:relu dropout:0.5 | dense:16:sigmoid");
    assertThat(selected()).as("the last one is gone, so the one before").isEqualTo(encoder(1));
    builder.selectNeighbour(1);
    assertThat(selected()).as("over the code").isEqualTo(decoder(0));
    builder.selectNeighbour(1);
    assertThat(selected()).as("the last there is").isEqualTo(decoder(0));
  }

  @Test
  void layersMoveOverTheCodeAndBackAndNoFurther() {
    start("4x4x1 | dense:8:relu dense:4:relu | dense:16:sigmoid");
    builder.moveBy(-1);
    assertThat(edits).as("nothing above").isEmpty();
    builder.moveBy(1);
    builder.moveBy(1);
    assertText("4x4x1 | dense:4:relu | dense:8:relu dense:16:sigmoid");
    assertThat(selected()).isEqualTo(decoder(0));
    builder.moveBy(-1);
    assertText("4x4x1 | dense:4:relu dense:8:relu | dense:16:sigmoid");
    assertThat(selected()).isEqualTo(encoder(1));
    builder.select(decoder(0));
    builder.moveBy(1);
    assertThat(edits).as("nothing below").hasSize(3);
  }

  @Test
  void anEmptyPartCanBeFilledAgain() {
    start("4x4x1 | dense:8:relu | dense:16:sigmoid");
    builder.remove();
    builder.remove();
    assertText("4x4x1 |  | dense:16:sigmoid");
    assertThat(edits).as("there was one only").hasSize(1);
    builder.duplicate();
    builder.moveBy(1);
    assertThat(edits).as("nothing is selected").hasSize(1);
    assertThat(builder.canMirror()).isFalse();
    builder.add(builder.behindSelected(), builder.offers(encoder(0)).getFirst().layer());
    assertThat(builder.fault()).isEmpty();
  }

  @Test
  void aNetworkThatIsPastedIsTakenForTheImagesThatAreThere() {
    start("4x4x1 | dense:8:relu | dense:16:sigmoid");
    builder.select(decoder(0));
    builder.paste(" 28x28x1 | DENSE:3:Linear \n | dense:784:sigmoid ");
    assertThat(builder.network().image()).isEqualTo(new ImageShape(4, 4, 1));
    assertText("4x4x1 | dense:3:linear | dense:16:sigmoid");
    assertThat(selected()).isEqualTo(encoder(0));
    builder.paste("pool dropout:0.1");
    assertText("4x4x1 | dense:3:linear pool dropout:0.1 | dense:16:sigmoid");
    assertThat(builder.copy()).isEqualTo(builder.network().text());
    NetworkDraft before = builder.network();
    builder.paste(builder.copy());
    assertThat(builder.network()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "'', The clipboard has no text",
    "'  ', The clipboard has no text",
    "'dense:32:relu dens:4', dens:4",
    "'28x28x1 | dense:0:relu | dense:784', dense:0",
    "'28x28x1 | conv:8:relu', '|'",
    "'hello world', hello"
  })
  void textThatIsNoNetworkChangesNothingAndSaysWhy(String text, String said) {
    start("4x4x1 | dense:8:relu | dense:16:sigmoid");
    builder.paste(text);
    assertThat(edits).isEmpty();
    assertThat(builder.noticeProperty().get()).contains(said).endsWith(".").doesNotContain("\n");
    builder.duplicate();
    assertThat(builder.noticeProperty().get()).as("until something else is done").isEmpty();
  }

  @Test
  void theDecoderIsMirroredAndAFaultMended() {
    start("28x28x1 | conv:4:relu pool dense:9:tanh | dense:5:relu");
    assertThat(builder.fault()).isPresent();
    builder.mend(choice.get().mends().getFirst());
    assertThat(edits).hasSize(1);
    builder.mirror();
    assertThat(choice.get().mends()).extracting(Mend::title).containsExactly("Make it sigmoid");
    builder.mend(choice.get().mends().getFirst());
    assertThat(builder.fault()).isEmpty();
    assertText(
        "28x28x1 | conv:4:relu pool dense:9:tanh"
            + " | dense:784:relu reshape:4:14:14 up conv:1:sigmoid");
  }
}
