package org.aeworkbench.ui.tools;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import org.aeworkbench.app.job.TrainingState;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.datasets.Mnist;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.tools.benchmark.UiMeasurement;
import org.aeworkbench.ui.latent.CodeDimension;
import org.aeworkbench.ui.latent.Decoded;
import org.aeworkbench.ui.latent.DimensionOrder;
import org.aeworkbench.ui.latent.LatentViewModel;
import org.aeworkbench.ui.shell.Workbench;
import org.aeworkbench.ui.shell.WorkbenchStage;

/**
 * Measures how fluent the real window is, without a display, while the lab's convolutional net is
 * trained on all cores: frames on every tab, then the sliders.
 */
public final class UiBench {
  private static final int MOVES = 300;
  private static final int WARM_UP_MOVES = 60;
  private static final double WARM_UP_SECONDS = 1;
  private static final int DECODES = 2000;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final WorkbenchStage window;
  private final Workbench workbench;

  private UiBench(WorkbenchStage window) {
    this.window = window;
    workbench = window.workbench();
  }

  /**
   * Blocks; not for the FX thread.
   *
   * @param seconds for the frames, on all tabs together
   * @param importing whether pictures are imported beside, over and over
   */
  public static UiMeasurement run(double seconds, boolean importing) {
    return DisplayFreeWindow.with(
        Mnist::load,
        window -> {
          FxDriver.run(() -> window.resize(WIDTH, HEIGHT));
          return new UiBench(window).measure(seconds, importing);
        });
  }

  private UiMeasurement measure(double seconds, boolean importing) {
    FxDriver.await(workbench.training().readyProperty(), ready -> ready);
    FxDriver.run(
        () -> {
          workbench.experiment().choosePreset(Presets.LAB_CONV);
          workbench.experiment().change(plan -> plan.withEpochs(10_000));
          workbench.experiment().train();
        });
    // The first epoch is the compiler's.
    FxDriver.await(workbench.training().progressProperty(), progress -> progress.epoch() > 1);
    if (!importing) {
      return measure(seconds);
    }
    Path pictures = TemporaryFolder.create();
    try (ImportLoad load = new ImportLoad(workbench, pictures)) {
      load.start();
      return measure(seconds);
    } finally {
      TemporaryFolder.delete(pictures);
    }
  }

  private UiMeasurement measure(double seconds) {
    FramePace pace = new FramePace();
    // And so is the first look at each tab, as after a while of use.
    for (int round = 0; round < 2; round++) {
      for (TabName tab : TabName.values()) {
        showTab(tab);
        pace.watch(WARM_UP_SECONDS);
      }
    }
    FxDriver.run(pace::start);
    for (TabName tab : TabName.values()) {
      showTab(tab);
      pace.watch(seconds / TabName.values().length);
    }
    long[] moves = moveSlider();
    FxDriver.run(pace::stop);
    long[] decodes = decode();
    FxDriver.run(workbench.training()::stop);
    FxDriver.await(workbench.training().stateProperty(), state -> state == TrainingState.IDLE);
    return UiMeasurement.of(pace.frames(), pace.waits(), moves, decodes);
  }

  private void showTab(TabName tab) {
    FxDriver.run(() -> workbench.showTab(tab));
    FxDriver.awaitPulses(window.scene(), 3);
  }

  /** From one end of a slider to the other and back, each time until the new image is laid out. */
  private long[] moveSlider() {
    showTab(TabName.LATENT);
    LatentViewModel latent = workbench.latent();
    // By variance the sliders change their places while the network learns.
    FxDriver.run(() -> latent.sortingProperty().set(DimensionOrder.INDEX));
    FxDriver.await(latent.dimensionsProperty(), dimensions -> !dimensions.isEmpty());
    FxDriver.await(latent.orderProperty(), order -> !order.isEmpty());
    FxDriver.awaitPulses(window.scene(), 3);
    int dimension = FxDriver.call(() -> latent.orderProperty().get().getFirst());
    Slider slider =
        FxDriver.call(
            () ->
                (Slider)
                    Objects.requireNonNull(
                        window.scene().lookup("#latent-slider-" + dimension), "the first slider"));
    return LongStream.range(0, WARM_UP_MOVES + MOVES)
        .map(i -> move(latent, dimension, slider, (i % 17) / 16.0))
        .skip(WARM_UP_MOVES)
        .toArray();
  }

  private long move(LatentViewModel latent, int dimension, Slider slider, double share) {
    Scene scene = window.scene();
    FrameOf frame = new FrameOf(() -> shows(latent, dimension, slider));
    FxDriver.run(
        () -> {
          CodeDimension range = latent.dimensionsProperty().get().get(dimension);
          scene.addPostLayoutPulseListener(frame);
          frame.begin();
          slider.setValue(range.low() + share * (range.high() - range.low()));
        });
    long nanos = frame.await();
    FxDriver.run(() -> scene.removePostLayoutPulseListener(frame));
    return nanos;
  }

  private static boolean shows(LatentViewModel latent, int dimension, Slider slider) {
    Decoded decoded = latent.decodedProperty().get();
    // A slider's value and a code's may differ by the rounding to a float.
    return decoded != null
        && Math.abs(decoded.code()[dimension] - slider.getValue())
            <= 1e-5 * (slider.getMax() - slider.getMin());
  }

  private long[] decode() {
    LiveModel model =
        Objects.requireNonNull(FxDriver.call(() -> workbench.session().modelProperty().get()));
    Autoencoder network = model.autoencoder();
    float[][] code = {new float[network.spec().encodingDim()]};
    return LongStream.range(0, DECODES)
        .map(
            i -> {
              long began = System.nanoTime();
              network.decode(code);
              return System.nanoTime() - began;
            })
        .toArray();
  }

  /** Ends when a condition holds in a frame that was laid out. */
  private static final class FrameOf implements Runnable {
    private final CompletableFuture<Long> shown = new CompletableFuture<>();
    private final BooleanSupplier condition;
    private long began;

    FrameOf(BooleanSupplier condition) {
      this.condition = condition;
    }

    void begin() {
      began = System.nanoTime();
    }

    @Override
    public void run() {
      if (condition.getAsBoolean()) {
        shown.complete(System.nanoTime() - began);
      } else {
        Platform.requestNextPulse();
      }
    }

    long await() {
      return shown.orTimeout(30, TimeUnit.SECONDS).join();
    }
  }
}
