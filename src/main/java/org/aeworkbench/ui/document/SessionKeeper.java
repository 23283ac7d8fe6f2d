package org.aeworkbench.ui.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aeworkbench.app.session.KeptModels;
import org.aeworkbench.app.work.Background;
import org.aeworkbench.modelfile.TrainedModel;
import org.aeworkbench.ui.messages.MessageBar;
import org.aeworkbench.ui.messages.Messages;
import org.aeworkbench.ui.messages.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing learned is lost: offers what an earlier session left behind, keeps what
 * is replaced or not saved, and says where that is not possible. Only for the FX thread.
 */
public final class SessionKeeper {
  private final KeptModels kept;
  private final ModelDocument document;
  private final Background background;
  private final Messages messages;
  private final Problems problems;
  private final Consumer<String> onNotKept;
  // Gone as soon as there is space.
  private final List<MessageBar> notKept = new ArrayList<>();

  /**
   * @param onNotKept is told why the model cannot be kept safe, with nothing once it can
   */
  public SessionKeeper(
      KeptModels kept,
      ModelDocument document,
      Background background,
      Messages messages,
      Problems problems,
      Consumer<String> onNotKept) {
    this.kept = kept;
    this.document = document;
    this.background = background;
    this.messages = messages;
    this.problems = problems;
    this.onNotKept = onNotKept;
  }

  /** Offers the model of a session that ended before it was saved. */
  public void offerLeftBehind() {
    background.run(
        kept::leftBehind,
        found ->
            found.ifPresent(
                file ->
                    messages.ask(
                        "The last session ended before its model was saved.",
                        () -> {},
                        new Messages.Choice("Restore", () -> restore(file)),
                        new Messages.Choice("Discard", () -> KeptModels.delete(file)))),
        problems::show);
  }

  /** A session that is taken up again is this one's: kept under its name, not offered again. */
  private void restore(Path file) {
    document.open(
        file,
        false,
        () -> {
          messages.info("The last session is open again.");
          TrainedModel model = document.model();
          background.run(
              () -> {
                if (model != null) {
                  kept.keep(model);
                }
                KeptModels.delete(file);
                return file;
              },
              done -> {},
              problems::show);
        });
  }

  /**
   * Keeps a model that another one replaces, if it is in no file.
   *
   * @param open shows the file in which it is kept
   */
  public void keepReplaced(TrainedModel before, Consumer<Path> open) {
    boolean unsaved = document.unsavedProperty().get();
    // Save must not put the next model into this one's file without asking.
    document.detach();
    if (!unsaved) {
      return;
    }
    background.run(
        () -> {
          kept.keepReplaced(before);
          return before;
        },
        done ->
            messages.info(
                "The model before is kept.",
                "Open it",
                () -> kept.replaced().stream().findFirst().ifPresent(open)),
        problems::show);
  }

  /**
   * Keeps what is not saved, or forgets what is, before the window closes.
   *
   * @param unsaved null if nothing is
   * @param then is called when it is on the disk
   * @param failed is called with the reason if it could not be written
   */
  public void keepForNextStart(
      @Nullable TrainedModel unsaved, Runnable then, Consumer<String> failed) {
    background.run(
        () -> {
          if (unsaved == null) {
            kept.forget();
          } else {
            kept.keep(unsaved);
          }
          return true;
        },
        done -> then.run(),
        failure -> failed.accept(String.valueOf(failure.getMessage())));
  }

  /**
   * The window was to be closed, and its model can be kept nowhere: asks what to do.
   *
   * @param saveAs asks where to save, and closes then
   * @param close closes without the model
   */
  public void askWhereTo(String reason, Runnable saveAs, Runnable close) {
    notKept.add(
        messages.problem(
            "The model is in no file and cannot be kept for the next start: " + reason,
            new Messages.Choice("Save as and quit …", saveAs),
            new Messages.Choice("Quit without saving", close)));
  }

  /**
   * Says once, and in the status bar as long as it is so, that the model cannot be kept safe.
   *
   * @param reason empty if it can
   * @param saveAs what can be done about it
   */
  public void showNotKept(String reason, Runnable saveAs) {
    onNotKept.accept(reason);
    notKept.forEach(MessageBar::dismiss);
    notKept.clear();
    if (!reason.isEmpty()) {
      notKept.add(
          messages.problem(
              "What is learned cannot be kept safe: " + reason + " It is tried again meanwhile.",
              new Messages.Choice("Save as …", saveAs)));
    }
  }
}
