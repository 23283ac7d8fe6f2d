package org.aeworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowLauncherTest {
  @Test
  void aLinuxWithoutDisplayCannotOpenAWindow() {
    String platform = System.clearProperty("glass.platform");
    try {
      assertThat(WindowLauncher.mayHaveDisplay("Linux", Map.of())).isFalse();
      assertThat(WindowLauncher.mayHaveDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
      assertThat(WindowLauncher.mayHaveDisplay("Linux", Map.of("WAYLAND_DISPLAY", "w"))).isTrue();
      assertThat(WindowLauncher.mayHaveDisplay("Windows 11", Map.of())).isTrue();
    } finally {
      if (platform != null) {
        System.setProperty("glass.platform", platform);
      }
    }
  }
}
