package org.aeworkbench.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.aeworkbench.analysis.LatentStatistics;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.app.work.Workers;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.Networks;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatentViewModelTest {
  private static final NetworkSpec CONV = Presets.LAB_CONV.spec().withEncodingDim(32);

  private final DataSplit data = Networks.small();
  private final WorkbenchSession session = new WorkbenchSession();
  private final LatentViewModel viewModel = new LatentViewModel(session, Workers.direct());
  private final CodeEditor editor = viewModel.editor();
  private long version;

  @BeforeEach
  void load() {
    session.setData(data);
  }

  private Autoencoder publish(long run, Autoencoder network) {
    session.setModel(new LiveModel(network, Loss.BINARY_CROSS_ENTROPY, run, ++version, 1, false));
    return network;
  }

  private Autoencoder snapshot(int seed) {
    return publish(1, Networks.random(Networks.SHALLOW, seed));
  }

  private Decoded decoded() {
    return Objects.requireNonNull(viewModel.decodedProperty().get());
  }

  private float[] code(Autoencoder network, int digit) {
    return network.encode(data.test().images(digit))[0];
  }

  private float[] image(Autoencoder network, float[] code) {
    return network.decode(new float[][] {code})[0];
  }

  private LatentStatistics statistics(Autoencoder network) {
    return LatentStatistics.of(network, data.test(), () -> false);
  }

  @Test
  void startsFromTheDigitThatIsChosenEverywhere() {
    assertThat(viewModel.decodedProperty().get()).isNull();
    session.selectedImageProperty().set(7);
    Autoencoder network = snapshot(1);
    assertThat(decoded().code()).isEqualTo(code(network, 7));
    assertThat(decoded().image()).isEqualTo(network.reconstruct(data.test().images(7))[0]);
    assertThat(decoded().images()).hasSize(1);
    Decoded.StartImage digit = decoded().images().getFirst();
    assertThat(digit.index()).isEqualTo(7);
    assertThat(digit.what()).isEqualTo("a 9");
    assertThat(digit.original()).isEqualTo(data.test().image(7));
    assertThat(digit.loss())
        .isEqualTo(ReconstructionLoss.binaryCrossEntropy(digit.original(), decoded().image()));

    viewModel.starts().startFromImage(12);
    assertThat(session.selectedImageProperty().get()).isEqualTo(12);
    session.selectedImageProperty().set(13);
    assertThat(decoded().code()).isEqualTo(code(network, 13));
    viewModel.starts().startFromImage(5_000);
    assertThat(session.selectedImageProperty().get()).as("the last there is").isEqualTo(999);
  }

  @Test
  void lossesAreOfTheKindThatTheNetworkIsTrainedWith() {
    Autoencoder network = Networks.random(Networks.SHALLOW, 1);
    session.setModel(new LiveModel(network, Loss.MEAN_SQUARED_ERROR, 1, 1, 1, false));
    Decoded.StartImage digit = decoded().images().getFirst();
    double squared = ReconstructionLoss.meanSquaredError(digit.original(), decoded().image());
    assertThat(digit.loss()).isEqualTo(squared);
    assertThat(decoded().lossAgainst(digit.original())).isEqualTo(squared);
  }

  @Test
  void aTurnedNumberIsDecodedAndResetGivesItBack() {
    Autoencoder network = snapshot(1);
    float[] expected = code(network, 0);
    expected[3] = 2.5f;
    expected[9] = -1;
    editor.turn(3, 2.5f);
    editor.turn(9, -1);
    assertThat(viewModel.value(3)).isEqualTo(2.5f);
    assertThat(decoded().code()).isEqualTo(expected);
    assertThat(decoded().image()).isEqualTo(image(network, expected));

    editor.reset(3);
    expected[3] = code(network, 0)[3];
    assertThat(decoded().code()).isEqualTo(expected);
    editor.resetAll();
    assertThat(decoded().code()).isEqualTo(code(network, 0));
  }

  @Test
  void whatIsSetStaysWhileTheNetworkLearnsAndTheRestFollows() {
    snapshot(1);
    editor.turn(3, 2.5f);
    Autoencoder later = snapshot(2);
    float[] expected = code(later, 0);
    expected[3] = 2.5f;
    assertThat(decoded().network()).isSameAs(later);
    assertThat(decoded().code()).isEqualTo(expected);
    assertThat(viewModel.value(4)).isEqualTo(expected[4]);

    Autoencoder other = publish(2, Networks.random(Networks.SHALLOW, 3));
    assertThat(editor.chosen().set()).as("numbers of another network").isEmpty();
    assertThat(editor.canUndoProperty().get()).isFalse();
    assertThat(decoded().code()).isEqualTo(code(other, 0));
  }

  @Test
  void meanAndRandomCodesAreThoseOfTheTestSet() {
    Autoencoder network = snapshot(1);
    viewModel.starts().start(StartKind.MEAN);
    assertThat(decoded().code()).isEqualTo(statistics(network).meanCode());
    assertThat(decoded().images()).isEmpty();
    Autoencoder later = snapshot(2);
    assertThat(decoded().code()).as("measured anew").isEqualTo(statistics(later).meanCode());

    viewModel.starts().start(StartKind.RANDOM);
    float[] first = decoded().code();
    List<LatentStatistics.Dimension> ranges = statistics(later).dimensions();
    for (int i = 0; i < first.length; i++) {
      assertThat(first[i]).isBetween(ranges.get(i).low(), ranges.get(i).high());
    }
    viewModel.starts().startElsewhere();
    assertThat(decoded().code()).isNotEqualTo(first);
    editor.undo();
    assertThat(decoded().code()).isEqualTo(first);
  }

  @Test
  void walksFromOneDigitToAnother() {
    Autoencoder network = snapshot(1);
    session.selectedImageProperty().set(4);
    viewModel.starts().start(StartKind.BETWEEN);
    CodeStart.Between start = (CodeStart.Between) editor.chosen().start();
    assertThat(start.from()).isEqualTo(4);
    assertThat(data.test().label(start.to())).isNotEqualTo(data.test().label(4));

    viewModel.starts().walk(4, 9, 0);
    assertThat(decoded().code()).isEqualTo(code(network, 4));
    viewModel.starts().walk(4, 9, 1);
    assertThat(decoded().code()).isEqualTo(code(network, 9));
    viewModel.starts().walk(4, 9, 0.25);
    float[] quarter = decoded().code();
    for (int i = 0; i < quarter.length; i++) {
      assertThat(quarter[i]).isEqualTo(0.75f * code(network, 4)[i] + 0.25f * code(network, 9)[i]);
    }
    Traversal walk = Objects.requireNonNull(viewModel.traversalProperty().get());
    assertThat(walk.dimension()).isEqualTo(Traversal.BETWEEN_IMAGES);
    assertThat(walk.images()[0]).isEqualTo(image(network, code(network, 4)));
    assertThat(walk.images()[2]).isEqualTo(image(network, quarter));
    assertThat(walk.images()[8]).isEqualTo(image(network, code(network, 9)));
    assertThat(session.selectedImageProperty().get()).as("undisturbed").isEqualTo(4);
  }

  @Test
  void changesAreUndoneAsTheyWereMade() {
    snapshot(1);
    viewModel.setDragging(true);
    editor.turn(3, 1);
    editor.turn(3, 2);
    editor.turn(3, 3);
    viewModel.setDragging(false);
    editor.turn(3, 4);
    editor.turn(5, 1);
    editor.undo();
    assertThat(editor.chosen().set()).containsOnlyKeys(3);
    assertThat(viewModel.value(3)).isEqualTo(4);
    editor.undo();
    assertThat(viewModel.value(3)).isEqualTo(3);
    viewModel.starts().startFromImage(8);
    assertThat(editor.chosen().set()).isEmpty();
    editor.undo();
    assertThat(session.selectedImageProperty().get()).isEqualTo(0);
    assertThat(viewModel.value(3)).isEqualTo(3);
    editor.redo();
    assertThat(session.selectedImageProperty().get()).isEqualTo(8);
    editor.undo();
    editor.undo();
    assertThat(editor.chosen().set()).as("the whole drag").isEmpty();
    assertThat(editor.canUndoProperty().get()).isFalse();
  }

  @Test
  void slidersGoOverTheCodesOfTheTestSetAndAreSorted() {
    Autoencoder network = snapshot(1);
    LatentStatistics expected = statistics(network);
    List<CodeDimension> dimensions = viewModel.dimensionsProperty().get();
    assertThat(dimensions).hasSize(16);
    for (LatentStatistics.Dimension dimension : expected.dimensions()) {
      CodeDimension shown = dimensions.get(dimension.index());
      assertThat(shown.statistics()).isEqualTo(dimension);
      assertThat(shown.low()).isEqualTo(dimension.low());
      if (dimension.high() > dimension.low()) {
        assertThat(shown.high()).isEqualTo(dimension.high());
      }
    }
    List<Integer> byVariance = viewModel.orderProperty().get();
    assertThat(byVariance)
        .containsExactlyElementsOf(
            expected.byVariance().stream().map(LatentStatistics.Dimension::index).toList());
    assertThat(viewModel.currentProperty().get()).isEqualTo(byVariance.getFirst());
    viewModel.sortingProperty().set(DimensionOrder.INDEX);
    assertThat(viewModel.orderProperty().get()).isSorted().hasSize(16);
  }

  @Test
  void deadUnitsAreToldAndHaveASliderAllTheSame() {
    Autoencoder alive = Networks.random(Networks.SHALLOW, 1);
    publish(1, Networks.withDeadUnits(alive, 2, 11));
    List<CodeDimension> dimensions = viewModel.dimensionsProperty().get();
    assertThat(dimensions.get(2).dead()).isTrue();
    assertThat(dimensions.get(11).dead()).isTrue();
    assertThat(dimensions.get(2).description()).startsWith("Dead unit");
    assertThat(dimensions.get(2).low()).isZero();
    assertThat(dimensions.get(2).high()).isPositive();
    long dead = dimensions.stream().filter(CodeDimension::dead).count();
    assertThat(viewModel.orderProperty().get().subList(16 - (int) dead, 16)).contains(2, 11);
  }

  @Test
  void aConvCodeIsNamedByChannelRowAndColumn() {
    publish(1, Networks.random(CONV, 1));
    List<CodeDimension> dimensions = viewModel.dimensionsProperty().get();
    assertThat(dimensions).hasSize(32);
    assertThat(dimensions.get(0).name()).isEqualTo("c0 y0 x0");
    assertThat(dimensions.get(16 + 2 * 4 + 3).name()).isEqualTo("c1 y2 x3");
    snapshot(1);
    assertThat(viewModel.dimensionsProperty().get()).hasSize(16);
    assertThat(viewModel.dimensionsProperty().get().get(7).name()).isEqualTo("z7");
  }

  @Test
  void nothingMovesUnderTheUsersHand() {
    snapshot(1);
    List<Integer> order = viewModel.orderProperty().get();
    List<CodeDimension> ranges = viewModel.dimensionsProperty().get();
    viewModel.setOrderHeld(true);
    viewModel.setDragging(true);
    Autoencoder later = snapshot(2);
    assertThat(viewModel.dimensionsProperty().get()).isSameAs(ranges);
    viewModel.setDragging(false);
    assertThat(viewModel.dimensionsProperty().get().getFirst().statistics())
        .isEqualTo(statistics(later).dimensions().getFirst());
    assertThat(viewModel.orderProperty().get()).isSameAs(order);
    viewModel.setOrderHeld(false);
    assertThat(viewModel.orderProperty().get())
        .isEqualTo(
            statistics(later).byVariance().stream().map(LatentStatistics.Dimension::index).toList())
        .isNotEqualTo(order);
  }

  @Test
  void theTraversalGoesFromTheLowestToTheHighestValueOfTheCurrentDimension() {
    Autoencoder network = snapshot(1);
    editor.turn(1, 1.5f);
    viewModel.currentProperty().set(6);
    Traversal walk = Objects.requireNonNull(viewModel.traversalProperty().get());
    CodeDimension dimension = viewModel.dimensionsProperty().get().get(6);
    assertThat(walk.dimension()).isEqualTo(6);
    assertThat(walk.values()).hasSize(Traversal.STOPS).startsWith(dimension.low());
    assertThat(walk.values()[8]).isEqualTo(dimension.high());
    for (int i = 0; i < Traversal.STOPS; i++) {
      float[] code = decoded().code().clone();
      code[6] = walk.values()[i];
      assertThat(walk.images()[i]).isEqualTo(image(network, code));
    }
    editor.turn(6, dimension.high());
    assertThat(viewModel.traversalProperty().get()).as("the same walk").isSameAs(walk);
    editor.turn(7, 3);
    assertThat(viewModel.traversalProperty().get()).isNotSameAs(walk);
  }

  @Test
  void nothingIsWorkedOutWhileNobodySeesIt() {
    viewModel.visibleProperty().set(false);
    Autoencoder network = snapshot(1);
    assertThat(viewModel.decodedProperty().get()).isNull();
    assertThat(viewModel.dimensionsProperty().get()).isEmpty();
    viewModel.visibleProperty().set(true);
    assertThat(decoded().network()).isSameAs(network);
    assertThat(viewModel.dimensionsProperty().get()).hasSize(16);
  }

  @Test
  void aMeanCodeWaitsForTheCodesOfItsNetwork() {
    Queue<Runnable> slow = new ArrayDeque<>();
    LatentViewModel waiting =
        new LatentViewModel(
            session, new Workers(Runnable::run, slow::add, Runnable::run, Runnable::run, () -> {}));
    snapshot(1);
    waiting.starts().start(StartKind.MEAN);
    Autoencoder network = publish(2, Networks.random(CONV, 1));
    assertThat(waiting.decodedProperty().get()).as("nothing of the network before").isNull();
    slow.remove().run();
    assertThat(waiting.dimensionsProperty().get()).hasSize(32);
    assertThat(Objects.requireNonNull(waiting.decodedProperty().get()).code())
        .isEqualTo(statistics(network).meanCode());
    waiting.close();
  }

  @Test
  void noNetworkLeavesNothing() {
    snapshot(1);
    session.setModel(null);
    assertThat(viewModel.decodedProperty().get()).isNull();
    assertThat(viewModel.traversalProperty().get()).isNull();
    assertThat(viewModel.orderProperty().get()).isEmpty();
    viewModel.close();
    snapshot(2);
    assertThat(viewModel.decodedProperty().get()).isNull();
  }
}
