package org.aeworkbench.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.model.Presets;
import org.aeworkbench.ui.common.ColourImages;
import org.aeworkbench.ui.common.Fx;
import org.aeworkbench.ui.common.PixelImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window with data of other shapes than MNIST's. */
class ShapesTest {
  private static final ImageShape COLOUR = new ImageShape(32, 32, 3);
  private static final ImageShape GREY = new ImageShape(17, 23, 1);
  private static final String CONV =
      "32x32x3 | conv:16:relu:stride2 conv:8:relu:stride2 dense:12:linear"
          + " | dense:512:relu reshape:8:8:8 tconv:16:relu tconv:3:sigmoid";

  @TempDir private Path home = Path.of("");
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private TestWindow window;

  @BeforeEach
  void open() {
    System.setErr(new PrintStream(printed, true, UTF_8));
    window = new TestWindow(home);
  }

  @AfterEach
  void close() {
    window.close();
    System.setErr(err);
    assertThat(printed.toString(UTF_8)).doesNotContain("WARN", "ERROR", "Exception");
  }

  @Test
  void everyTabShowsColourWhileAConvolutionLearnsAndThenGreyWithoutLabels() {
    use(ColourImages.shapes(COLOUR, 400, 60), "shapes");
    assertThat(spec().image()).as("the plan's network follows").isEqualTo(COLOUR);
    assertThat(Fx.get(() -> window.node("#architecture-conv").isDisable())).isTrue();
    assertThat(text("#architecture-unfit")).contains("Conv cannot", "Bring the images to 28×28");

    Fx.run(
        () ->
            window
                .workbench()
                .experiment()
                .change(
                    plan ->
                        plan.withSpec(NetworkSpec.parse(CONV))
                            .withOptimizer(new Optimizer.Adam())
                            .withBatchSize(32)
                            .withEpochs(1000)));
    visitAll();
    Fx.run(() -> window.workbench().experiment().train());
    Fx.await("a network", () -> window.workbench().session().modelProperty().get() != null);
    visitAll();
    show(TabName.RECONSTRUCTIONS);
    Fx.await("reconstructed", () -> lit("#image-card-0"));
    assertThat(Fx.get(() -> window.node("#image-card-0").getAccessibleText()))
        .startsWith("Test image 0, ")
        .containsAnyOf("gradient", "disc", "square", "stripes");
    assertThat(Fx.get(() -> ((ToggleButton) window.node("#images-each_class")).getText()))
        .isEqualTo("Each class");
    Fx.run(() -> window.workbench().pictures().addSamples());
    Fx.await("pictures", () -> window.workbench().pictures().resultsProperty().get().size() == 5);
    Fx.run(() -> window.workbench().session().selectedImageProperty().set(59));
    Fx.run(() -> window.workbench().experiment().stop());
    Fx.await("it has stopped", () -> window.state() == TrainingState.IDLE);

    use(ColourImages.unlabelled(GREY, 100, 20), "grey");
    assertThat(spec().image()).isEqualTo(GREY);
    assertThat(Fx.get(() -> window.workbench().session().selectedImageProperty().get())).isZero();
    assertThat(Fx.get(() -> window.workbench().session().modelProperty().get()))
        .as("takes other images")
        .isNull();
    assertThat(Fx.get(() -> window.workbench().experiment().refusalProperty().get()))
        .as("the network of the colours stays, and why it does not fit is said")
        .contains("17×23");
    visitAll();
    Fx.run(() -> window.workbench().experiment().choosePreset(Presets.LAB_SHALLOW));
    Fx.run(() -> window.workbench().experiment().change(plan -> plan.withEpochs(1)));
    Fx.run(() -> window.workbench().experiment().train());
    Fx.await("a network", () -> window.workbench().session().modelProperty().get() != null);
    Fx.await("it is done", () -> window.state() == TrainingState.IDLE);
    visitAll();
    show(TabName.RECONSTRUCTIONS);
    Fx.await("reconstructed", () -> lit("#image-card-0"));
    assertThat(Fx.get(() -> window.node("#image-card-0").getAccessibleText()))
        .startsWith("Test image 0, loss ");
    assertThat(Fx.get(() -> window.node("#images-each_class").isVisible())).isFalse();
    Fx.await("pictures", () -> window.workbench().pictures().resultsProperty().get().size() == 5);

    use(TestWindow.DATA, "digits");
    assertThat(spec().image()).isEqualTo(ImageShape.MNIST);
    assertThat(Fx.get(() -> ((ToggleButton) window.node("#images-each_class")).getText()))
        .isEqualTo("0 to 9");
    assertThat(Fx.get(() -> window.node("#architecture-conv").isDisable())).isFalse();
    visitAll();
  }

  private void use(DataSplit data, String name) {
    Fx.run(() -> window.workbench().trainingData().use(data, name));
  }

  private NetworkSpec spec() {
    return Fx.get(() -> window.workbench().experiment().plan().spec());
  }

  private String text(String selector) {
    return Fx.get(() -> ((Label) window.node(selector)).getText());
  }

  private void show(TabName tab) {
    Fx.run(() -> window.workbench().showTab(tab));
    Fx.picture(window.stage().scene());
  }

  private void visitAll() {
    for (TabName tab : TabName.values()) {
      show(tab);
    }
  }

  /** True if all three images of a card show something. */
  private boolean lit(String card) {
    Node node = Objects.requireNonNull(window.node(card));
    return node.lookupAll(".pixel-image").stream()
        .map(PixelImage.class::cast)
        .allMatch(image -> java.util.Arrays.stream(image.argb()).anyMatch(argb -> argb != 0));
  }
}
