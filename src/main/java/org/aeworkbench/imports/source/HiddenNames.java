package org.aeworkbench.imports.source;

import java.util.Locale;
import java.util.Set;

/** What systems and programs leave in folders and archives beside what people put there. */
final class HiddenNames {
  private static final Set<String> NAMES =
      Set.of(
          "__macosx",
          "thumbs.db",
          "ehthumbs.db",
          "desktop.ini",
          "@eadir",
          "$recycle.bin",
          "system volume information");

  private HiddenNames() {}

  /** True for a name of a file or a folder that nobody means. */
  static boolean contain(String name) {
    return name.startsWith(".") || NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
