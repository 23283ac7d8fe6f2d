package org.aeworkbench.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aeworkbench.datasets.store.Part;
import org.jspecify.annotations.Nullable;

/**
 * What the folders say that pictures lie in: a folder called {@code train} or {@code test} in
 * whatever way which part they belong to, any other one their class. Folders that hold all there is
 * in one more folder, as unpacking leaves them, say nothing.
 *
 * @param part null where no folder says it
 * @param label name of the class, empty for none
 */
record Placement(@Nullable Part part, String label) {
  /** The placement of each picture, in their order. */
  static List<Placement> of(List<Leaf> pictures) {
    List<List<String>> folders = unwrapped(pictures.stream().map(Placement::folders).toList());
    List<Placement> placements = placed(folders);
    Set<Part> parts =
        placements.stream()
            .map(Placement::part)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return parts.size() == 2
        ? placements
        : placements.stream().map(placement -> new Placement(null, placement.label())).toList();
  }

  private static List<String> folders(Leaf leaf) {
    List<String> names = leaf.names();
    return names.subList(0, names.size() - 1);
  }

  /** Without the folders that all pictures lie in, unless it is the only class. */
  private static List<List<String>> unwrapped(List<List<String>> all) {
    List<List<String>> folders = all;
    while (!folders.isEmpty()
        && have(folders, 0, folders.getFirst().stream().findFirst().orElse("")::equals)
        && (isPart(folders.getFirst().getFirst())
            || folders.stream().anyMatch(names -> names.size() > 1))) {
      folders = folders.stream().map(names -> names.subList(1, names.size())).toList();
    }
    return folders;
  }

  private static List<Placement> placed(List<List<String>> folders) {
    if (folders.stream().anyMatch(names -> !names.isEmpty() && isPart(names.getFirst()))) {
      return byPart(folders, PartNames::of);
    }
    if (have(folders, 0, name -> PartNames.within(name).isPresent())) {
      return byPart(folders, PartNames::within);
    }
    if (have(folders, 1, Placement::isPart)) {
      return folders.stream()
          .map(names -> new Placement(PartNames.of(names.get(1)).orElseThrow(), names.getFirst()))
          .toList();
    }
    return folders.stream().map(names -> new Placement(null, first(names))).toList();
  }

  private static List<Placement> byPart(
      List<List<String>> folders, Function<String, Optional<Part>> reading) {
    Map<Part, List<List<String>>> within =
        folders.stream()
            .filter(names -> !names.isEmpty() && reading.apply(names.getFirst()).isPresent())
            .collect(
                Collectors.groupingBy(
                    names -> reading.apply(names.getFirst()).orElseThrow(),
                    Collectors.mapping(
                        names -> names.subList(1, names.size()), Collectors.toList())));
    Map<Part, Integer> wrappers =
        within.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> wrappers(entry.getValue())));
    List<Placement> placements = new ArrayList<>();
    for (List<String> names : folders) {
      Part part = names.isEmpty() ? null : reading.apply(names.getFirst()).orElse(null);
      int skipped = part == null ? 0 : 1 + Objects.requireNonNull(wrappers.get(part));
      placements.add(
          new Placement(part, first(names.subList(Math.min(skipped, names.size()), names.size()))));
    }
    return placements;
  }

  /** Folders within a part that say nothing: {@code seg_train/seg_train}, {@code train/images}. */
  private static int wrappers(List<List<String>> folders) {
    int depth = folders.getFirst().size();
    return depth - unwrapped(folders).getFirst().size();
  }

  private static boolean have(List<List<String>> folders, int level, Predicate<String> what) {
    return folders.stream().allMatch(names -> names.size() > level && what.test(names.get(level)));
  }

  private static String first(List<String> names) {
    return names.isEmpty() ? "" : names.getFirst();
  }

  private static boolean isPart(String name) {
    return PartNames.of(name).isPresent();
  }
}
