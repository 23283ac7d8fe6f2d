package org.aeworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final String HOME = Path.of("/home/ada").toString();

  @Test
  void linuxKeepsToXdg() {
    assertThat(UserFolders.of("Linux", Map.of(), HOME))
        .isEqualTo(
            new UserFolders(
                Path.of("/home/ada/.config/autoencoder-workbench"),
                Path.of("/home/ada/.local/share/autoencoder-workbench"),
                Path.of("/home/ada/.cache/autoencoder-workbench")));
    Map<String, String> elsewhere =
        Map.of("XDG_CACHE_HOME", "/big", "XDG_CONFIG_HOME", "relative", "XDG_DATA_HOME", "/data");
    assertThat(UserFolders.of("Linux", elsewhere, HOME))
        .isEqualTo(
            new UserFolders(
                Path.of("/home/ada/.config/autoencoder-workbench"),
                Path.of("/data/autoencoder-workbench"),
                Path.of("/big/autoencoder-workbench")));
  }

  @Test
  void theOthersHaveTheirOwnCustoms() {
    assertThat(UserFolders.of("Mac OS X", Map.of(), HOME).cache())
        .isEqualTo(Path.of("/home/ada/Library/Caches/autoencoder-workbench"));
    assertThat(UserFolders.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME).cache())
        .isEqualTo(Path.of("/local/autoencoder-workbench"));
  }
}
