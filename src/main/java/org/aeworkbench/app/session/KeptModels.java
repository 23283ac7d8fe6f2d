package org.aeworkbench.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.modelfile.KeptName;
import org.aeworkbench.modelfile.ModelFile;
import org.aeworkbench.modelfile.TrainedModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which models are kept that nobody has saved: the one that is being trained, and
 * those that another training has replaced. Writing is slow; never on the FX thread.
 *
 * <p>Each running workbench writes a file of its own, named by its process, so that several do not
 * disturb each other. A file whose process is gone was left by a session that had no time to save.
 */
public final class KeptModels {
  private static final Logger LOG = LoggerFactory.getLogger(KeptModels.class);
  private static final String SESSION = "session-";
  private static final int MOST_REPLACED = 10;
  private static final long CLOCK_MILLIS = 2000;
  private final UserFolders folders;
  private final Path folder;
  private final Path session;

  /** * @param process that this session runs in */
  public KeptModels(UserFolders folders, long process) {
    this.folders = folders;
    folder = KeptName.folder(folders);
    session = folder.resolve(SESSION + process + ModelFile.EXTENSION);
  }

  /** Keeps the model of this session, in place of the one before. */
  public void keep(TrainedModel model) {
    ModelFile.save(model, session);
  }

  /** The model of this session is safe elsewhere. */
  public void forget() {
    delete(session);
  }

  /** Keeps a model that is about to be replaced. */
  public void keepReplaced(TrainedModel model) {
    ModelFile.save(model, KeptName.of(model, folders));
    replaced().stream().skip(MOST_REPLACED).forEach(KeptModels::delete);
  }

  /** Models that were replaced, the latest first. */
  public List<Path> replaced() {
    return models(name -> !name.startsWith(SESSION)).reversed();
  }

  /** What a session left behind that ended before it could save; the latest. */
  public Optional<Path> leftBehind() {
    return models(name -> name.startsWith(SESSION)).stream()
        .filter(file -> !file.equals(session) && !isRunning(file))
        .max(Comparator.comparing(KeptModels::modified));
  }

  /** Removes what was left behind, once it is open or not wanted. */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.info("{} stays behind", file, e);
    }
  }

  private List<Path> models(java.util.function.Predicate<String> name) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ModelFile.EXTENSION))
          .filter(file -> name.test(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.info("{} cannot be read", folder, e);
      return List.of();
    }
  }

  private static boolean isRunning(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      String process =
          name.substring(SESSION.length(), name.length() - ModelFile.EXTENSION.length());
      // A process that is younger than the file has only been given the number of the one that
      // wrote it.
      return ProcessHandle.of(Long.parseLong(process))
          .flatMap(running -> running.info().startInstant())
          .filter(start -> start.toEpochMilli() <= modified(file) + CLOCK_MILLIS)
          .isPresent();
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
