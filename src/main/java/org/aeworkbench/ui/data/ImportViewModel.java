package org.aeworkbench.ui.data;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.aeworkbench.app.session.KnownData;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.app.work.LatestTask;
import org.aeworkbench.datasets.store.StoredData;
import org.aeworkbench.imports.ImportControl;
import org.aeworkbench.imports.ImportOptions;
import org.aeworkbench.imports.Importer;
import org.aeworkbench.imports.Preview;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.jspecify.annotations.Nullable;

/**
 * A source of images on its way to become a data set: what it holds, how its images will look, how
 * far the import is. One at a time. Only for the FX thread.
 */
public final class ImportViewModel implements AutoCloseable {
  /** Images that are shown before the import. */
  public static final int PREVIEWED = 24;

  private record Question(Path path, ImportOptions options) {}

  private record Answer(Question question, Preview preview) {}

  private final Importer importer;
  private final Importer beside;
  private final TrainingViewModel training;
  private final Background background;
  private final BiConsumer<StoredData, KnownData> onImported;
  private final LatestTask<Question, Answer> previews;
  private final ReadOnlyObjectWrapper<@Nullable Path> path = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ImportOptions> options =
      new ReadOnlyObjectWrapper<>(ImportOptions.DEFAULT);
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ImportProgress> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Runnable> instead = new ReadOnlyObjectWrapper<>();
  private @Nullable ImportControl control;

  /**
   * Nothing is imported yet.
   *
   * @param training beside which one thread imports
   * @param onImported gets what was imported, and how to find it again
   */
  public ImportViewModel(
      Importer importer,
      TrainingViewModel training,
      Background background,
      Executor fx,
      BiConsumer<StoredData, KnownData> onImported) {
    this.importer = importer;
    // With as many threads as there are cores the window would wait for one.
    beside = new Importer(importer.cache(), 1);
    this.training = training;
    this.background = background;
    this.onImported = onImported;
    previews =
        new LatestTask<>(
            question ->
                new Answer(question, importer.preview(question.path, question.options, PREVIEWED)),
            background.threads(),
            fx,
            this::show,
            this::refuse);
  }

  /** What is looked at or imported; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Path> pathProperty() {
    return path.getReadOnlyProperty();
  }

  /** How its images are made; what suits them at first. */
  public ReadOnlyObjectProperty<ImportOptions> optionsProperty() {
    return options.getReadOnlyProperty();
  }

  /** What the source holds, with some images; null until it was looked at. */
  public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Why the source cannot be taken; empty if nothing is known against it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** True while a preview is on its way. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** How far the import is; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable ImportProgress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Shows what is looked at as pictures; null if it is not for that. */
  public ReadOnlyObjectProperty<@Nullable Runnable> asPicturesProperty() {
    return instead.getReadOnlyProperty();
  }

  /** Shows what is looked at as pictures, and forgets it as data. */
  public void showAsPictures() {
    Runnable pictures = instead.get();
    if (pictures != null) {
      cancel();
      pictures.run();
    }
  }

  /** Looks at a source: the preview comes, nothing is imported. What was on its way is dropped. */
  public void open(Path source) {
    open(source, null);
  }

  /**
   * The same.
   *
   * @param asPictures shows it as pictures instead; null if it is not for that
   */
  public void open(Path source, @Nullable Runnable asPictures) {
    cancel();
    path.set(source);
    instead.set(asPictures);
    options.set(ImportOptions.DEFAULT);
    ask();
  }

  /** Makes the images in another way; the preview follows. */
  public void change(ImportOptions wanted) {
    if (path.get() != null && control == null && !wanted.equals(options.get())) {
      options.set(wanted);
      ask();
    }
  }

  /** Imports what is looked at. */
  public void start() {
    if (path.get() != null && preview.get() != null && control == null) {
      run(
          new KnownData(
              path.get(), Objects.requireNonNull(preview.get()).found().name(), options.get()));
    }
  }

  /** Opens what was used before, as it was imported then, without looking at it first. */
  public void reopen(KnownData known) {
    cancel();
    path.set(known.path());
    options.set(known.options());
    run(known);
  }

  private void run(KnownData known) {
    ImportControl running = new ImportControl();
    Importer chosen = training.stateProperty().get().isBusy() ? beside : importer;
    control = running;
    problem.set("");
    progress.set(ImportProgress.of(running));
    background.run(
        () -> chosen.open(known.path(), known.options(), running),
        stored -> {
          if (control == running) {
            forget();
            onImported.accept(stored, known);
          }
        },
        failure -> {
          if (control == running) {
            control = null;
            progress.set(null);
            refuse(failure);
          }
        });
  }

  /** Ends an import and forgets its source. */
  public void cancel() {
    if (control != null) {
      control.cancel();
    }
    forget();
  }

  /** To be called once a frame: shows how far the import is. */
  public void tick() {
    if (control != null) {
      progress.set(ImportProgress.of(control));
    }
  }

  @Override
  public void close() {
    cancel();
    previews.close();
  }

  private void forget() {
    control = null;
    progress.set(null);
    preview.set(null);
    problem.set("");
    looking.set(false);
    instead.set(null);
    path.set(null);
  }

  private void ask() {
    problem.set("");
    looking.set(true);
    previews.submit(new Question(Objects.requireNonNull(path.get()), options.get()));
  }

  private void show(Answer answer) {
    if (!answer.question.path.equals(path.get()) || control != null) {
      return; // of a source that nobody wants any more
    }
    boolean first = preview.get() == null && answer.question.options.image() == null;
    preview.set(answer.preview);
    looking.set(false);
    if (first) {
      ImportOptions suggested = answer.preview.found().suggested();
      boolean other = suggested.invert() != answer.question.options.invert();
      options.set(suggested);
      if (other) {
        ask();
      }
    }
  }

  private void refuse(Throwable failure) {
    looking.set(false);
    if (path.get() == null || failure instanceof CancellationException) {
      return;
    }
    problem.set(
        failure instanceof ProblemException
            ? String.valueOf(failure.getMessage())
            : failure instanceof OutOfMemoryError
                ? "The memory does not suffice for these images. Choose a smaller size."
                : path.get() + " cannot be read (" + failure + ").");
  }
}
