package org.aeworkbench.tools.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.files.Reason;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads reference files: JSON with a list {@code cases}. */
public final class ReferenceFile {
  private static final long MAX_BYTES = 64 << 20;
  private static final String REMEDY = "Use a file in the format of torch-losses.json.";

  private ReferenceFile() {}

  /**
   * Reads and checks all cases.
   *
   * @throws ProblemException naming the case and the entry that is not as it has to be
   */
  public static List<ReferenceCase> read(Path file) {
    JsonNode cases = parsed(file).path("cases");
    if (!cases.isArray() || cases.isEmpty()) {
      throw new ProblemException(file + " has no list \"cases\".", REMEDY);
    }
    List<ReferenceCase> read = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      try {
        read.add(ReferenceCaseReader.read(cases.get(i)));
      } catch (ReferenceCaseReader.Malformed | UsageException e) {
        throw new ProblemException(file + ", case " + (i + 1) + ": " + e.getMessage(), REMEDY, e);
      }
    }
    return List.copyOf(read);
  }

  private static JsonNode parsed(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ProblemException(file + " is a folder.", REMEDY);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new ProblemException(file + " has more than 64 MB.", REMEDY);
      }
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (IOException e) {
      throw new ProblemException(
          file + " cannot be read: " + Reason.of(e) + ".", "Check that it is a file.", e);
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
      throw new ProblemException(file + " is not valid JSON" + where + ".", REMEDY, e);
    }
  }
}
