package org.aeworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileFiltersTest {
  @Test
  void onLinuxAnEndingIsMatchedInAnyCase() {
    String pattern = FileFilters.pattern(".jpeg", true);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    for (String name : List.of("a.jpeg", "a.JPEG", "a.Jpeg", "a.b.jPeG", ".jpeg")) {
      assertThat(matcher.matches(Path.of(name))).as(name).isTrue();
    }
    for (String name : List.of("a.jpg", "a.jpegs", "jpeg", "a.jpe")) {
      assertThat(matcher.matches(Path.of(name))).as(name).isFalse();
    }
    assertThat(FileFilters.pattern(".mp4", true)).isEqualTo("*.[mM][pP]4");
  }

  @Test
  void windowsAndMacHavePlainPatterns() {
    assertThat(FileFilters.pattern(".png", false)).isEqualTo("*.png");
    assertThat(FileFilters.matchesExactly("Windows 11")).isFalse();
    assertThat(FileFilters.matchesExactly("Mac OS X")).isFalse();
    assertThat(FileFilters.matchesExactly("Linux")).isTrue();
  }
}
