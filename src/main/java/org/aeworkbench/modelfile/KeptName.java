package org.aeworkbench.modelfile;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Presets;

/** Where models are kept that nobody has saved, and how they are called there. */
public final class KeptName {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);

  private KeptName() {}

  /** The folder of such models. */
  public static Path folder(UserFolders folders) {
    return folders.data().resolve("models");
  }

  /** A file for a model, by the time, the network and how far it is. */
  public static Path of(TrainedModel model, UserFolders folders) {
    NetworkSpec spec = model.plan().spec();
    String name =
        LocalDateTime.now().format(TIME)
            + " "
            + Presets.name(spec)
            + "-"
            + spec.encodingDim()
            + " epoch "
            + model.history().epochs().size()
            + ModelFile.EXTENSION;
    return folder(folders).resolve(name);
  }
}
