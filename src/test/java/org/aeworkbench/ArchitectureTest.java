package org.aeworkbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What src/docs/architecture.md says about who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "org.aeworkbench";

  private static final int MOST_LINES = 300;

  /**
   * The rooms, top floor first. Each knows those on the floors below its own and nothing of its
   * neighbours; rooms within a room have their order from the rule against cycles.
   */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("cli", "ui"),
          Set.of("tools", "app"),
          Set.of("training", "figures"),
          Set.of("analysis"),
          Set.of("modelfile"),
          Set.of("backend", "imports"),
          Set.of("network", "datasets"),
          Set.of("vector", "pictures", "tables"),
          Set.of("model", "files"),
          Set.of("problem"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages(ROOT);

  @Test
  void onlyTheUserInterfaceSeesJavaFx() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ui..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "javafx..",
                    "org.controlsfx..",
                    "impl.org.controlsfx..",
                    "atlantafx..",
                    "org.kordamp..",
                    "io.fair_acc..")));
  }

  @Test
  void onlyItsBackendSeesDl4j() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".backend.dl4j..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "org.deeplearning4j..", "org.nd4j..", "org.bytedeco..", "org.datavec..")));
  }

  @Test
  void theEngineDependsOnValuesAlone() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".vector..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    ROOT + ".vector..",
                    ROOT + ".model..",
                    ROOT + ".problem..",
                    "java..",
                    "jdk.incubator.vector..",
                    "org.jspecify..")));
  }

  @Test
  void valuesDependOnNothingButTheWordsForWhatIsWrong() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".model..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    ROOT + ".model..", ROOT + ".problem..", "java..", "org.jspecify..")));
  }

  @Test
  void onlyTheEngineSeesTheVectorModule() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".vector..")
            .should()
            .dependOnClassesThat(resideInAPackage("jdk.incubator.vector..")));
  }

  /** Each package by itself, those within ui and those of the tests too. */
  @Test
  void packagesHaveNoCycles() {
    ArchRule rule = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
    rule.check(CLASSES);
    rule.check(WITH_TESTS);
  }

  @Test
  void noArrowLeadsUpward() {
    List<String> upward =
        CLASSES.stream()
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .filter(arrow -> isUpward(arrow.getOriginClass(), arrow.getTargetClass()))
            .map(Dependency::getDescription)
            .toList();
    assertThat(upward).isEmpty();
  }

  private static boolean isUpward(JavaClass from, JavaClass to) {
    String source = room(from);
    String target = room(to);
    return !target.isEmpty()
        && !source.isEmpty()
        && !source.equals(target)
        && floor(source) >= floor(target);
  }

  /** Of an inner or outer class: the first part of its package; empty outside and at the root. */
  private static String room(JavaClass each) {
    String name = each.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
  }

  private static int floor(String room) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room)) {
        return floor;
      }
    }
    throw new AssertionError(room + " has no floor: say on which it is");
  }

  @Test
  void nothingButTheEntryPointKnowsBothWindowAndCommands() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".cli..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".ui..")));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".cli..")
            .should()
            .dependOnClassesThat(
                resideInAPackage(ROOT + ".cli..").or(resideInAPackage("picocli.."))));
  }

  @Test
  void viewModelsHaveNoControls() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("javafx.scene.control..", "javafx.scene.layout..")));
  }

  /** Numbers have the digits 0 to 9 and a point, whatever the language of the system. */
  @Test
  void theWindowFormatsNothingByTheSystemsLocale() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".ui..")
            .should()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase"));
  }

  @Test
  void thereIsNoMutableStaticState() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> unmarked =
          files
              .filter(ArchitectureTest::isSource)
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !folder.endsWith(Path.of("org/aeworkbench")))
              .filter(folder -> !isMarked(folder.resolve("package-info.java")))
              .toList();
      assertThat(unmarked).isEmpty();
    }
  }

  @Test
  void classesStaySmall() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> large =
          files
              .filter(ArchitectureTest::isSource)
              .filter(file -> lines(file) > MOST_LINES)
              .toList();
      assertThat(large).as("files of more than " + MOST_LINES + " lines").isEmpty();
    }
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java");
  }

  private static boolean isMarked(Path packageInfo) {
    try {
      return Files.exists(packageInfo) && Files.readString(packageInfo).contains("@NullMarked");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
