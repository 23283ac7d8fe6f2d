package org.aeworkbench.datasets.store;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a running program in names of files: what it writes or uses is told from what one
 * that was killed has left. Process numbers are given again, so its start belongs to it.
 */
final class ProcessMark {
  private static final Pattern MARK = Pattern.compile(".*\\.([0-9]{1,18})-([0-9]{1,18})\\.[a-z]+");

  private ProcessMark() {}

  /** Of this program: {@code 4711-1764268027000}. */
  static String own() {
    ProcessHandle own = ProcessHandle.current();
    return own.pid() + "-" + start(own).orElse(0L);
  }

  /** True if a file's name carries the mark of a program that runs. */
  static boolean runs(String fileName) {
    Matcher matcher = MARK.matcher(fileName);
    if (!matcher.matches()) {
      return false;
    }
    long start = Long.parseLong(matcher.group(2));
    return ProcessHandle.of(Long.parseLong(matcher.group(1)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> start(process).orElse(start) == start)
        .isPresent();
  }

  private static Optional<Long> start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }
}
