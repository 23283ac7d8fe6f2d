package org.aeworkbench.app.builder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aeworkbench.files.AtomicFile;
import org.aeworkbench.files.Reason;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.modelfile.PlanJson;
import org.aeworkbench.problem.ProblemException;
import org.aeworkbench.problem.UsageException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The user's own presets, in {@code presets.json} beside the preferences. Each call reads the file,
 * so that several workbenches see each other's; entries that this version cannot read are kept.
 * Reads and writes files; not for the FX thread. For any thread.
 */
public final class OwnPresets {
  /** The longest name. */
  public static final int MAX_NAME = 40;

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final long MAX_BYTES = 4 << 20;

  private final Path file;

  /** Those in the user's folder for settings, whether there are any or not. */
  public OwnPresets(UserFolders folders) {
    file = folders.config().resolve("presets.json");
  }

  /**
   * All that can be read, in the order in which they were made.
   *
   * @throws ProblemException if the file is damaged
   */
  public synchronized List<Preset> all() {
    List<Preset> presets = new ArrayList<>();
    for (JsonNode entry : entries()) {
      read(entry).ifPresent(presets::add);
    }
    return List.copyOf(presets);
  }

  /**
   * The workbench's or the user's preset of a name, in any case.
   *
   * @throws UsageException if there is none of that name
   */
  public Preset of(String name) {
    try {
      return Presets.of(name);
    } catch (UsageException unknown) {
      return all().stream()
          .filter(preset -> preset.id().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow(() -> unknown);
    }
  }

  /**
   * Why a preset cannot have a name.
   *
   * @return a sentence; empty if it can
   */
  public static Optional<String> refusal(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      return Optional.of("Type a name.");
    }
    if (stripped.length() > MAX_NAME) {
      return Optional.of("Use at most " + MAX_NAME + " characters.");
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("Use letters, digits and spaces.");
    }
    return Presets.ALL.stream().anyMatch(preset -> preset.id().equalsIgnoreCase(stripped))
        ? Optional.of("The workbench has a preset of that name.")
        : Optional.empty();
  }

  /**
   * Keeps a plan under a name, in place of one that has it. A file that is damaged is not lost: it
   * is kept aside under another name.
   *
   * @throws ProblemException if the name cannot be, or the file not be read or written
   */
  public synchronized void save(String name, TrainingPlan plan) {
    Optional<String> refusal = refusal(name);
    if (refusal.isPresent()) {
      throw new UsageException("\"" + name.strip() + "\" is no name for a preset.", refusal.get());
    }
    ArrayNode kept = keptBeside(name.strip());
    ObjectNode entry = kept.addObject();
    entry.put("name", name.strip());
    entry.set("plan", PlanJson.write(plan));
    write(kept);
  }

  /**
   * Forgets the preset of a name, if there is one.
   *
   * @throws ProblemException if the file cannot be read or written
   */
  public synchronized void remove(String name) {
    write(without(name));
  }

  private ArrayNode keptBeside(String name) {
    try {
      return without(name);
    } catch (DamagedException e) {
      putAside();
      return JSON.createArrayNode();
    }
  }

  private void putAside() {
    try {
      Path aside = aside(0);
      for (int i = 2; Files.exists(aside); i++) {
        aside = aside(i);
      }
      Files.move(file, aside);
    } catch (IOException e) {
      throw new ProblemException(
          file + " is damaged and cannot be moved away: " + Reason.of(e) + ".",
          "Move it away yourself, then save again.",
          e);
    }
  }

  private Path aside(int number) {
    return file.resolveSibling("presets-damaged" + (number == 0 ? "" : "-" + number) + ".json");
  }

  private ArrayNode without(String name) {
    ArrayNode kept = JSON.createArrayNode();
    for (JsonNode entry : entries()) {
      if (!entry.path("name").asString("").equalsIgnoreCase(name)) {
        kept.add(entry);
      }
    }
    return kept;
  }

  private void write(ArrayNode entries) {
    ObjectNode json = JSON.createObjectNode();
    json.set("presets", entries);
    AtomicFile.writeText(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }

  private JsonNode entries() {
    try {
      if (!Files.exists(file)) {
        return JSON.createArrayNode();
      }
      if (Files.size(file) <= MAX_BYTES) {
        JsonNode entries = JSON.readTree(Files.readAllBytes(file)).path("presets");
        if (entries.isArray()) {
          return entries;
        }
      }
      throw damaged(null);
    } catch (IOException | JacksonException e) {
      throw damaged(e);
    }
  }

  private DamagedException damaged(@Nullable Exception cause) {
    return new DamagedException(
        "Your presets in " + file + " cannot be read.",
        "Mend the file; else it is kept aside when you save the next preset.",
        cause);
  }

  /** The file holds no presets that anybody could read. */
  private static final class DamagedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    DamagedException(String problem, String remedy, @Nullable Exception cause) {
      super(problem, remedy, cause);
    }
  }

  private static Optional<Preset> read(JsonNode entry) {
    try {
      String name = entry.path("name").asString("");
      TrainingPlan plan = PlanJson.read(entry.path("plan"));
      return refusal(name).isPresent()
          ? Optional.empty()
          : Optional.of(
              new Preset(
                  name,
                  name,
                  "custom",
                  plan.spec().text(),
                  plan,
                  NetworkSpec.MAX_CODE,
                  OptionalDouble.empty()));
    } catch (ProblemException | IllegalArgumentException e) {
      return Optional.empty(); // of another version
    }
  }
}
