package org.aeworkbench.ui.data;

import java.util.Locale;
import org.aeworkbench.imports.ImportControl;
import org.aeworkbench.ui.common.Numbers;

/**
 * How far an import is.
 *
 * @param done images read
 * @param total images there are, 0 while nobody knows
 */
public record ImportProgress(long done, long total) {
  static ImportProgress of(ImportControl control) {
    return new ImportProgress(control.done(), control.total());
  }

  /** In 0…1; negative while nobody knows. */
  public double share() {
    return total == 0 ? -1 : Math.min(1, (double) done / total);
  }

  /** For people. */
  public String text() {
    return total == 0
        ? String.format(Locale.ROOT, "%s images", Numbers.grouped(done))
        : String.format(
            Locale.ROOT, "%s of %s images", Numbers.grouped(done), Numbers.grouped(total));
  }
}
