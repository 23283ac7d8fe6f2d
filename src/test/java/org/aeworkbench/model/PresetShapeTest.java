package org.aeworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PresetShapeTest {
  private static final ImageShape COLOUR = new ImageShape(32, 32, 3);

  @Test
  void densePresetsTakeAnyShape() {
    for (ImageShape shape : new ImageShape[] {COLOUR, new ImageShape(17, 23, 1)}) {
      for (Preset preset : new Preset[] {Presets.LAB_SHALLOW, Presets.LAB_DEEP}) {
        Preset fitting = preset.forImage(shape);
        assertThat(fitting.spec().image()).isEqualTo(shape);
        assertThat(fitting.spec().decoder().getLast())
            .isEqualTo(new Layer.Dense(shape.size(), Activation.SIGMOID));
        assertThat(fitting.spec().encoder()).isEqualTo(preset.spec().encoder());
        assertThat(Presets.matching(fitting.plan())).contains(preset);
        assertThat(Presets.familyOf(fitting.spec().withEncodingDim(7))).contains(preset);
      }
    }
    assertThat(Presets.LAB_SHALLOW.forImage(ImageShape.MNIST)).isSameAs(Presets.LAB_SHALLOW);
  }

  @Test
  void convolutionsOnlyWhereTheyComeOutAgain() {
    assertThat(Presets.LAB_CONV.fits(COLOUR)).isFalse();
    assertThatThrownBy(() -> Presets.LAB_CONV.forImage(COLOUR))
        .hasMessageContaining("Conv cannot make images of 32×32 pixels")
        .hasMessageContaining("Bring the images to 28×28");
    ImageShape larger = new ImageShape(36, 36, 3);
    NetworkSpec conv = Presets.LAB_CONV.forImage(larger).spec();
    assertThat(conv.decoder().getLast().text()).isEqualTo("conv:3:sigmoid");
    assertThat(Presets.codeSizes(conv).step()).isEqualTo(25);
    assertThat(PublishedPresets.KERAS_CONV.forImage(COLOUR).spec().encodingDim())
        .isEqualTo(8 * 8 * 32);
    assertThat(PublishedPresets.KERAS_CONV.fits(new ImageShape(64, 64, 3)))
        .as("code too large")
        .isFalse();
    assertThatThrownBy(() -> PublishedPresets.KERAS_CONV.forImage(new ImageShape(64, 64, 3)))
        .hasMessage(
            "Keras conv cannot make images of 64×64 pixels: its code would have 8192 numbers, and at"
                + " most 4096 can be. Bring the images to 44×44, or choose another network.");
  }

  @Test
  void cropsAndReshapesAtTheEndFollow() {
    NetworkSpec cropped =
        NetworkSpec.parse(
            "28x28x1 | dense:8:relu | reshape:8:1:1 up up up up up conv:1:sigmoid crop:28:28");
    NetworkSpec other = cropped.withImage(new ImageShape(20, 31, 2));
    assertThat(other.text()).endsWith("conv:2:sigmoid crop:20:31");
    NetworkSpec shaped =
        NetworkSpec.parse("28x28x1 | dense:8:relu | dense:784:sigmoid reshape:1:28:28");
    assertThat(shaped.withImage(COLOUR).text()).endsWith("dense:3072:sigmoid reshape:3:32:32");
  }
}
