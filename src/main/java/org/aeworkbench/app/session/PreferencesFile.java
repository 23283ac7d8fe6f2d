package org.aeworkbench.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.aeworkbench.app.builder.PlanChoice;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.modelfile.PlanJson;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the preferences as JSON. Never fails: whatever is missing, damaged or not writable, the
 * window opens, with the default where nothing better is known.
 */
public final class PreferencesFile {
  private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final long MAX_BYTES = 1 << 20;

  private final Path file;

  /** The file in the user's folder for settings, whether it is there or not. */
  public PreferencesFile(UserFolders folders) {
    file = folders.config().resolve("preferences.json");
  }

  /** What is kept, with defaults for what is not. */
  public Preferences load() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return Preferences.DEFAULT;
      }
      return read(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException | JacksonException e) {
      LOG.info("The preferences in {} cannot be read; the defaults are used", file, e);
      return Preferences.DEFAULT;
    }
  }

  /** Best effort: a home folder that cannot be written to costs the preferences, nothing else. */
  public void save(Preferences preferences) {
    ObjectNode json = JSON.createObjectNode();
    json.put("width", preferences.width());
    json.put("height", preferences.height());
    json.put("maximized", preferences.maximized());
    json.put("theme", preferences.theme().name());
    json.set("plan", PlanJson.write(preferences.choice().plan()));
    if (preferences.choice().draft() != null) {
      json.put("draft", preferences.choice().draft().text());
    }
    ArrayNode recent = json.putArray("recent");
    preferences.recent().forEach(path -> recent.add(path.toString()));
    KnownDataJson.write(preferences.data(), json.putArray("data"));
    if (preferences.folder() != null) {
      json.put("folder", preferences.folder().toString());
    }
    json.put("tab", preferences.tab().name());
    json.put("smoothing", preferences.smoothing());
    json.put("logarithmic", preferences.logarithmic());
    json.put("speed", preferences.speed());
    try {
      AtomicFile.writeText(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    } catch (ProblemException e) {
      LOG.info("The preferences are not kept: {}", e.getMessage());
    }
  }

  private static Preferences read(JsonNode json) {
    Preferences or = Preferences.DEFAULT;
    return new Preferences(
        json.path("width").asDouble(or.width()),
        json.path("height").asDouble(or.height()),
        json.path("maximized").asBoolean(or.maximized()),
        orElse(() -> ThemeChoice.valueOf(json.path("theme").asString("")), or.theme()),
        choice(json, or.choice()),
        recent(json.path("recent")),
        KnownDataJson.read(json.path("data")),
        folder(json.path("folder").asString("")),
        orElse(() -> tab(json.path("tab").asString("")), or.tab()),
        json.path("smoothing").asDouble(or.smoothing()),
        json.path("logarithmic").asBoolean(or.logarithmic()),
        json.path("speed").asDouble(0));
  }

  private static PlanChoice choice(JsonNode json, PlanChoice otherwise) {
    PlanChoice choice = orElse(() -> PlanChoice.of(PlanJson.read(json.path("plan"))), otherwise);
    String draft = json.path("draft").asString("");
    return draft.isEmpty()
        ? choice
        : orElse(() -> choice.withDraft(NetworkDraft.parse(draft)), choice);
  }

  private static List<Path> recent(JsonNode json) {
    List<Path> recent = new ArrayList<>();
    for (JsonNode path : json) {
      try {
        recent.add(Path.of(path.asString("")));
      } catch (InvalidPathException e) {
        LOG.debug("Not a path of this system: {}", path);
      }
    }
    return recent;
  }

  /** Older files have the title. */
  private static TabName tab(String name) {
    return TabName.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Path folder(String path) {
    try {
      return path.isEmpty() ? null : Path.of(path);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static <T> T orElse(Supplier<T> reading, T otherwise) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | ProblemException e) {
      return otherwise;
    }
  }
}
