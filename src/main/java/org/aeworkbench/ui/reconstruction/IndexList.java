package org.aeworkbench.ui.reconstruction;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeworkbench.problem.UsageException;

/** Images as one types them: {@code 0-9, 42, 9999}. */
final class IndexList {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:\\s*[-–]\\s*(\\d{1,9}))?");
  private static final String REMEDY = "Write for instance 0-9, 42.";

  private IndexList() {}

  /**
   * @param size of the data: indices are 0…size−1
   * @param limit the most indices
   * @throws UsageException naming what is wrong
   */
  static int[] parse(String text, int size, int limit) {
    Set<Integer> indices = new LinkedHashSet<>();
    for (String part : text.strip().split("\\s*[,;]\\s*|(?<=\\d)\\s+(?=\\d)", -1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw new UsageException("\"" + part + "\" is no number of an image.", REMEDY);
      }
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (from >= size || to >= size) {
        throw new UsageException(
            "There is no image " + Math.max(from, to) + ".",
            "Choose from 0 to " + (size - 1) + ".");
      }
      if (from > to) {
        throw new UsageException("\"" + part + "\" runs backwards.", REMEDY);
      }
      for (int i = from; i <= to && indices.size() <= limit; i++) {
        indices.add(i);
      }
    }
    if (indices.size() > limit) {
      throw new UsageException("These are more than " + limit + " images.", "Choose fewer.");
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }
}
