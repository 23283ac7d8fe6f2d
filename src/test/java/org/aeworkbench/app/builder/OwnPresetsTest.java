package org.aeworkbench.app.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPresetsTest {
  private static final TrainingPlan CONV = Presets.LAB_CONV.plan().withEpochs(7);
  private static final TrainingPlan SMALL =
      CONV.withSpec(NetworkSpec.parse("28x28x1 | dense:5:tanh | dense:784:sigmoid"));

  @TempDir private Path home = Path.of("");
  private OwnPresets presets;
  private Path file;

  @BeforeEach
  void start() {
    UserFolders folders = UserFolders.under(home);
    presets = new OwnPresets(folders);
    file = folders.config().resolve("presets.json");
  }

  @Test
  void whatIsSavedIsThereInTheNextStartAndKnownByItsNameInAnyCase() {
    assertThat(presets.all()).isEmpty();
    presets.save(" Mine ", CONV);
    presets.save("Grüße 2", SMALL);
    OwnPresets next = new OwnPresets(UserFolders.under(home));
    assertThat(next.all()).extracting(Preset::id).containsExactly("Mine", "Grüße 2");
    assertThat(next.of("mine").plan()).isEqualTo(CONV);
    assertThat(next.of("LAB-deep")).isEqualTo(Presets.LAB_DEEP);
    assertThatThrownBy(() -> next.of("other")).hasMessageContaining("no preset \"other\"");
  }

  @Test
  void savingUnderANameThatIsThereTakesItsPlace() {
    presets.save("one", CONV);
    presets.save("two", CONV);
    presets.save("ONE", SMALL);
    assertThat(presets.all()).extracting(Preset::id).containsExactly("two", "ONE");
    assertThat(presets.of("one").plan()).isEqualTo(SMALL);
    presets.remove("Two");
    presets.remove("never there");
    assertThat(presets.all()).extracting(Preset::id).containsExactly("ONE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "lab-conv", "KERAS-conv", "a\nb"})
  void namesThatCannotBeAreRefusedAndNothingIsWritten(String name) {
    assertThat(OwnPresets.refusal(name)).isPresent();
    assertThatThrownBy(() -> presets.save(name, CONV)).hasMessageContaining("is no name");
    assertThat(file).doesNotExist();
    assertThat(OwnPresets.refusal("x".repeat(OwnPresets.MAX_NAME))).isEmpty();
    assertThat(OwnPresets.refusal("x".repeat(OwnPresets.MAX_NAME + 1))).isPresent();
  }

  @Test
  void entriesOfANewerVersionAreLeftOutAndKept() throws IOException {
    presets.save("mine", CONV);
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replaceFirst(
            "\\[", "[ {\"name\": \"later\", \"plan\": {\"network\": \"quantum:3\"}}, 5, "));
    assertThat(presets.all()).extracting(Preset::id).containsExactly("mine");
    presets.save("other", SMALL);
    assertThat(presets.all()).extracting(Preset::id).containsExactly("mine", "other");
    assertThat(Files.readString(file)).contains("later", "quantum:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"presets\": 3}", "\0\1\2"})
  void aDamagedFileIsSaidAndKeptAsideWhenTheNextOneIsSaved(String damaged) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, damaged);
    assertThatThrownBy(presets::all).hasMessageContaining(file + " cannot be read");
    assertThatThrownBy(() -> presets.remove("mine")).hasMessageContaining("cannot be read");
    assertThat(file).hasContent(damaged);
    presets.save("mine", CONV);
    assertThat(presets.all()).extracting(Preset::plan).isEqualTo(List.of(CONV));
    assertThat(file.resolveSibling("presets-damaged.json")).hasContent(damaged);
    Files.writeString(file, "damaged again");
    presets.save("mine", CONV);
    assertThat(file.resolveSibling("presets-damaged.json")).hasContent(damaged);
    assertThat(file.resolveSibling("presets-damaged-2.json")).hasContent("damaged again");
  }
}
