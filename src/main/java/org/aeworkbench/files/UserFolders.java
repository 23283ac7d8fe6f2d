package org.aeworkbench.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps a user's things, by the custom of the system. Nothing is created here.
 *
 * @param config preferences
 * @param data models that are kept safe
 * @param cache what can be made again
 */
public record UserFolders(Path config, Path data, Path cache) {
  /** Puts all folders elsewhere: for tests and for a portable installation. */
  public static final String HOME_PROPERTY = "aeworkbench.home";

  private static final String NAME = "autoencoder-workbench";

  /** The folders of this system and user. */
  public static UserFolders ofSystem() {
    String elsewhere = System.getProperty(HOME_PROPERTY);
    return elsewhere != null
        ? under(SystemNames.path(elsewhere))
        : of(System.getProperty("os.name", ""), System.getenv(), System.getProperty("user.home"));
  }

  /** All folders under one. */
  public static UserFolders under(Path folder) {
    return new UserFolders(
        folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
  }

  static UserFolders of(String system, Map<String, String> environment, @Nullable String userHome) {
    Path home = SystemNames.path(userHome == null ? "." : userHome);
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
      Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
      return new UserFolders(roaming.resolve(NAME), roaming.resolve(NAME), local.resolve(NAME));
    }
    if (os.startsWith("mac")) {
      Path library = home.resolve("Library");
      Path support = library.resolve("Application Support").resolve(NAME);
      return new UserFolders(support, support, library.resolve("Caches").resolve(NAME));
    }
    return new UserFolders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve(NAME),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME));
  }

  // The XDG specification: a path that is not absolute is to be ignored.
  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.get(variable);
    return value == null || value.isBlank() || !SystemNames.path(value).isAbsolute()
        ? otherwise
        : SystemNames.path(value);
  }
}
