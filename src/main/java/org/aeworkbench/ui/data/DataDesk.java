package org.aeworkbench.ui.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.Window;
import org.aeworkbench.app.session.KnownData;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.store.Bytes;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.imports.Importer;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.ui.common.DialogFolder;
import org.aeworkbench.ui.common.Numbers;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/** Which data the window uses: MNIST from inside, or what was imported. Only for the FX thread. */
public final class DataDesk implements AutoCloseable {
  private static final int MOST_KNOWN = 8;

  /**
   * The data in use.
   *
   * @param split its images
   * @param name for people
   * @param stored where it is kept; null for what is not
   * @param source where it comes from, in a sentence or as a path
   */
  public record Used(DataSplit split, String name, @Nullable StoredData stored, String source) {
    Used(StoredData stored) {
      this(stored.data(), stored.description().name(), stored, stored.description().source());
    }
  }

  /** What is imported for a model, and what is to be done then. */
  private record Awaited(KnownData data, Runnable goOn) {}

  private final TrainingData trainingData;
  private final TrainingViewModel training;
  private final Messages messages;
  private final DataDialogs dialogs;
  private final ImportViewModel importing;
  private final Runnable showTab;
  private final ReadOnlyObjectWrapper<@Nullable Used> used = new ReadOnlyObjectWrapper<>();
  private final List<KnownData> known = new ArrayList<>();
  private final Background background;
  private InsideData inside = new InsideData(null);
  private @Nullable Awaited awaited;

  /**
   * Nothing is used yet.
   *
   * @param remembered data used before, the latest first
   * @param showTab brings the Data tab to the front
   */
  public DataDesk(
      TrainingData trainingData,
      TrainingViewModel training,
      Messages messages,
      DialogFolder folder,
      Importer importer,
      Background background,
      Executor fx,
      List<KnownData> remembered,
      Runnable showTab) {
    this.trainingData = trainingData;
    this.training = training;
    this.messages = messages;
    dialogs = new DataDialogs(folder);
    this.showTab = showTab;
    this.background = background;
    known.addAll(remembered);
    importing = new ImportViewModel(importer, training, background, fx, this::imported);
    LearnedFinder finder =
        new LearnedFinder(this, dialogs, training, importer.cache(), background, messages);
    trainingData.setOpener(finder::find);
  }

  /** The window that dialogs belong to. */
  public void setOwner(Supplier<@Nullable Window> window) {
    dialogs.setOwner(window);
  }

  /** What is on its way in. */
  public ImportViewModel importing() {
    return importing;
  }

  /** The data in use; null until MNIST is loaded. */
  public ReadOnlyObjectProperty<@Nullable Used> usedProperty() {
    return used.getReadOnlyProperty();
  }

  /** The name of the data in use. */
  public String name() {
    return trainingData.name();
  }

  /**
   * The images of the data in use.
   *
   * @throws NullPointerException before there is any
   */
  public DataSplit split() {
    return Objects.requireNonNull(used.get()).split();
  }

  /** Data used before, the latest first. */
  public List<KnownData> known() {
    return List.copyOf(known);
  }

  /** Takes what comes from inside, once it is loaded. */
  public void loaded(DataSplit mnist) {
    inside = new InsideData(mnist);
    useMnist();
  }

  /** Uses MNIST. */
  public void useMnist() {
    Used mnist = inside.usedMnist();
    if (mnist != null) {
      use(mnist);
    }
  }

  /** Uses the small set in colour that the workbench draws, as {@code --data shapes} does. */
  public void useShapes() {
    background.run(
        InsideData::shapes,
        this::useOrSay,
        failure -> messages.problem("The shapes could not be drawn (" + failure + ")."));
  }

  /** Uses what was used before, imported again if need be. */
  public void use(KnownData data) {
    if (!Files.exists(data.path())) {
      known.remove(data);
      messages.problem(data.path() + " is no longer there. Open the data where it is now.");
      return;
    }
    awaited = null;
    importing.reopen(data);
    showTab.run();
  }

  /** Asks for a folder to look at. */
  public void openFolder() {
    dialogs.askFolder().ifPresent(this::look);
  }

  /** Asks for an archive, a table or arrays to look at. */
  public void openFile() {
    dialogs.askFile().ifPresent(this::look);
  }

  /**
   * Imports data of which a model has learned, in the way that suits the model.
   *
   * @param image shape of the model's images
   * @param goOn is called once the data is used
   */
  public void openLearned(Path path, ImageShape image, Runnable goOn) {
    KnownData known =
        new KnownData(
            path, String.valueOf(path.getFileName()), ImportOptions.DEFAULT.withImage(image));
    awaited = new Awaited(known, goOn);
    importing.reopen(known);
    showTab.run();
  }

  /** What is in the program itself. */
  InsideData inside() {
    return inside;
  }

  /** Shows what a folder or file holds, to be imported. */
  public void look(Path path) {
    look(path, null);
  }

  /**
   * Shows what a folder or file holds, to be imported.
   *
   * @param asPictures shows it as pictures instead; null if it is not for that
   */
  public void look(Path path, @Nullable Runnable asPictures) {
    awaited = null;
    importing.open(path, asPictures);
    showTab.run();
  }

  /** To be called once a frame. */
  public void tick() {
    importing.tick();
  }

  /** Where the data in use comes from and what there is to say of it, a line each. */
  public static String origin(Used data) {
    StoredData stored = data.stored();
    if (stored == null) {
      return data.source();
    }
    List<String> lines = new ArrayList<>();
    lines.add(data.source());
    lines.add(stored.description().kind() + ", " + stored.description().conversion());
    lines.add(Bytes.text(stored.bytes()) + " in the cache");
    if (stored.duplicates() > 0) {
      lines.add(
          Numbers.grouped(stored.duplicates()) + " test images are among the training images too.");
    }
    lines.addAll(stored.description().notes());
    int skipped = stored.description().skipped().count();
    if (skipped > 0) {
      lines.add(Numbers.grouped(skipped) + " could not be taken:");
      lines.addAll(stored.description().skipped().first());
    }
    return String.join("\n", lines);
  }

  /** Counts, shape and classes, for instance {@code 60 000 + 10 000 · 28×28 grey · 10 classes}. */
  public static String facts(Used data) {
    var images = data.split().training();
    String colour = images.shape().channels() == 1 ? "grey" : "colour";
    String text =
        String.format(
            Locale.ROOT,
            "%s + %s · %d×%d %s",
            Numbers.grouped(images.size()),
            Numbers.grouped(data.split().test().size()),
            images.shape().height(),
            images.shape().width(),
            colour);
    return images.classes().isEmpty() ? text : text + " · " + images.classes().size() + " classes";
  }

  @Override
  public void close() {
    importing.close();
  }

  private void imported(StoredData stored, KnownData from) {
    KnownData named = new KnownData(from.path(), stored.description().name(), from.options());
    known.removeIf(other -> other.path().equals(named.path()));
    known.addFirst(named);
    while (known.size() > MOST_KNOWN) {
      known.removeLast();
    }
    Used data = new Used(stored);
    if (training.stateProperty().get().isBusy()) {
      messages.ask(
          named.name() + " is imported. It can be used when the training has ended.",
          () -> {},
          new Messages.Choice("Use it", () -> useOrSay(data)));
    } else {
      use(data);
      if (awaited != null && awaited.data().equals(from)) {
        awaited.goOn().run();
      }
    }
    awaited = null;
  }

  private void useOrSay(Used data) {
    if (training.stateProperty().get().isBusy()) {
      messages.problem(
          "A network is being trained on "
              + Objects.requireNonNull(used.get()).name()
              + ". Stop it first, then choose "
              + data.name()
              + " again.");
    } else {
      use(data);
    }
  }

  /** Uses it; not while a training runs. */
  void use(Used data) {
    trainingData.use(data.split(), data.name());
    used.set(data);
  }
}
