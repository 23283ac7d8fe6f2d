package org.aeworkbench.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.app.session.KeptModels;
import org.aeworkbench.app.session.Preferences;
import org.aeworkbench.app.session.TabName;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.datasets.store.DatasetCache;
import org.aeworkbench.imports.Importer;
import org.aeworkbench.ui.builder.PresetShelf;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.aeworkbench.ui.data.DataChoice;
import org.aeworkbench.ui.data.DataDesk;
import org.aeworkbench.ui.data.DataTab;
import org.aeworkbench.ui.data.TrainingData;
import org.aeworkbench.ui.document.Autosave;
import org.aeworkbench.ui.document.ModelDocument;
import org.aeworkbench.ui.document.SessionKeeper;
import org.aeworkbench.ui.experiment.ExperimentView;
import org.aeworkbench.ui.experiment.ExperimentViewModel;
import org.aeworkbench.ui.incoming.Incoming;
import org.aeworkbench.ui.latent.LatentViewModel;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.messages.Problems;
import org.aeworkbench.ui.pictures.PicturesViewModel;
import org.aeworkbench.ui.training.ChartFiles;
import org.aeworkbench.ui.training.ChartSettings;
import org.aeworkbench.ui.training.ImageStripViewModel;
import org.aeworkbench.ui.training.LossDoctorViewModel;
import org.aeworkbench.ui.training.ReferenceLinesViewModel;
import org.aeworkbench.ui.training.TrainingView;
import org.aeworkbench.ui.training.TrainingViewModel;
import org.kordamp.ikonli.feather.Feather;

/**
 * The one place where everything is put together: view models, views, threads, the one timer. Only
 * for the FX thread.
 */
public final class Workbench implements AutoCloseable {
  private final WorkbenchSettings settings;
  private final WorkbenchSession session = new WorkbenchSession();
  private final ExecutorService firstImages =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("first images").factory());
  private final Executor fx = Platform::runLater;
  private final Background background = new Background(fx);
  private final Messages messages = new Messages();
  private final LookTabs looks = new LookTabs(session, messages::problem);
  private final Problems problems = new Problems(line -> fx.execute(() -> messages.problem(line)));
  private final TrainingViewModel training = new TrainingViewModel(session);
  private final ExperimentViewModel experiment;
  private final ReferenceLinesViewModel references;
  private final ImageStripViewModel strip;
  private final ModelDocument document;
  private final KeptModels kept;
  private final Autosave autosave;
  private final SessionKeeper keeper;
  private final TrainingData trainingData;
  private final DataDesk data;
  private final ChartSettings chart;
  private final TrainingView trainingView;
  private final List<WorkbenchTab> tabs;
  private final DataTab dataTab;
  private final WorkbenchWindow window;
  private final StatusBar status;
  private final Incoming incoming;
  private final WindowActions actions;
  private final AnimationTimer timer;

  /**
   * @param quit what File ▸ Quit does
   */
  public Workbench(WorkbenchSettings settings, Preferences preferences, Runnable quit) {
    this.settings = settings;
    PresetShelf shelf =
        new PresetShelf(new OwnPresets(settings.folders()), background, problems::show);
    experiment = new ExperimentViewModel(training, shelf, preferences.choice());
    experiment.time().remember(preferences.speed());
    references =
        new ReferenceLinesViewModel(
            session, preferences.choice().plan(), background.threads(), fx, problems::show);
    strip = new ImageStripViewModel(session, firstImages, fx);
    kept = new KeptModels(settings.folders(), ProcessHandle.current().pid());
    document = new ModelDocument(training, background, problems, preferences.recent());
    autosave = new Autosave(training, document, kept, background.threads(), fx);
    timer = new FrameTimer(training, autosave);
    trainingData = new TrainingData(session, training, background, messages, settings.threads());
    data =
        new DataDesk(
            trainingData,
            training,
            messages,
            session.dialogFolder(),
            new Importer(DatasetCache.of(settings.folders()), settings.threads()),
            background,
            fx,
            preferences.data(),
            () -> showTab(TabName.DATA));
    dataTab = new DataTab(session, data, background.threads(), fx, problems::show);
    chart = new ChartSettings(preferences.smoothing(), preferences.logarithmic());
    session.dialogFolder().set(preferences.folder());
    trainingView =
        new TrainingView(
            training, chart, references, strip, new LossDoctorViewModel(training, references));
    tabs = new ArrayList<>();
    tabs.add(new WorkbenchTab(TabName.TRAINING, Feather.ACTIVITY, () -> trainingView));
    tabs.addAll(looks.tabs());
    tabs.add(new WorkbenchTab(TabName.DATA, Feather.DATABASE, dataTab::build));
    status = new StatusBar(training, settings.threads());
    keeper = new SessionKeeper(kept, document, background, messages, problems, status::showNotKept);
    window =
        new WorkbenchWindow(
            new ExperimentView(experiment, new DataChoice(data, training)),
            tabs,
            status,
            messages,
            trainingData.hint());
    incoming =
        new Incoming(
            looks.picturesModel(),
            this::showPictures,
            this::open,
            data::look,
            background,
            messages::problem);
    actions =
        new WindowActions(
            training,
            experiment,
            document,
            kept,
            incoming,
            new ChartFiles(training, trainingView::chart, background, messages, problems),
            messages,
            session.dialogFolder(),
            () -> window.getScene() == null ? null : window.getScene().getWindow(),
            window::showTab,
            quit);
    data.setOwner(() -> window.getScene() == null ? null : window.getScene().getWindow());
    DataFollowers.follow(session, trainingData, experiment, status);
    autosave.failureProperty().subscribe(reason -> keeper.showNotKept(reason, actions::saveAs));
    experiment.planProperty().subscribe(plan -> compareWithRun());
    training.stateProperty().subscribe(state -> compareWithRun());
    training.setHost(new WindowHost(messages, keeper, trainingData, actions::openEarlier));
    window.showTab(preferences.tab());
  }

  /** The window's content, for a scene. */
  public Parent root() {
    return window;
  }

  /** Puts menu, theme and shortcuts on a scene; once that is on the screen, loads the data. */
  public void start(Scene scene, Themes themes) {
    window.setMenu(new WorkbenchMenu(actions, themes, tabs), themes);
    new Shortcuts(actions).install(scene);
    incoming.install(scene, window.dropHint());
    timer.start();
    FirstFrame.then(
        scene,
        () -> {
          new DataLoading(settings, data, trainingView, status, problems).start(background, fx);
          keeper.offerLeftBehind();
        });
  }

  /** Opens a model, as from the command line or dropped on the window. */
  public void open(Path model) {
    actions.openRecent(model);
  }

  @Override
  public void close() {
    timer.stop();
    training.close();
    autosave.close();
    dataTab.close();
    data.close();
    trainingData.close();
    references.close();
    strip.close();
    looks.close();
    firstImages.shutdownNow();
    background.close();
  }

  /** Waits, once closed, until the files that are being written are; not on the FX thread. */
  public void awaitEnd() {
    try {
      background.threads().awaitTermination(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Problems problems() {
    return problems;
  }

  Messages messages() {
    return messages;
  }

  ModelDocument document() {
    return document;
  }

  SessionKeeper keeper() {
    return keeper;
  }

  KeptModels kept() {
    return kept;
  }

  /** What is trained. */
  public TrainingViewModel training() {
    return training;
  }

  /** What is chosen on the left. */
  public ExperimentViewModel experiment() {
    return experiment;
  }

  /** The data that is shown and trained on. */
  public TrainingData trainingData() {
    return trainingData;
  }

  /** What all tabs look at. */
  public WorkbenchSession session() {
    return session;
  }

  ChartSettings chartSettings() {
    return chart;
  }

  TabName shownTab() {
    return window.shownTab();
  }

  /** What losses are compared with. */
  public ReferenceLinesViewModel references() {
    return references;
  }

  /** Brings a tab to the front. */
  public void showTab(TabName tab) {
    window.showTab(tab);
  }

  /**
   * The Latent tab's.
   *
   * @throws NullPointerException before it was first shown
   */
  public LatentViewModel latent() {
    return looks.latentModel();
  }

  /** The Pictures tab's. */
  public PicturesViewModel pictures() {
    return looks.picturesModel();
  }

  Incoming incoming() {
    return incoming;
  }

  WindowActions actions() {
    return actions;
  }

  /** The data that is used and what is imported. */
  public DataDesk data() {
    return data;
  }

  private void showPictures() {
    window.showTab(TabName.PICTURES);
  }

  private void compareWithRun() {
    var plan = training.plan();
    references.setPlan(plan == null ? experiment.plan() : plan);
  }
}
