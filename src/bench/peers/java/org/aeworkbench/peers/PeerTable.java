package org.aeworkbench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Measures all trainers in turn, each in a fresh process of its own, so that neither the machine's
 * drift nor the threads that one leaves behind favour any: {@code PeerTable [ROUNDS [SECONDS]]}.
 * Ratios are taken round by round; the table has their medians.
 */
final class PeerTable {
  private static final List<String> PEERS = List.of("workbench", "tensorflow", "libtorch");

  private PeerTable() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    String seconds = arguments.length > 1 ? arguments[1] : "10";
    Map<PeerNetwork, Map<String, double[]>> results = new EnumMap<>(PeerNetwork.class);
    for (int round = 0; round < rounds; round++) {
      for (PeerNetwork network : PeerNetwork.values()) {
        for (String peer : peers(network)) {
          double milliseconds = run(peer, network, seconds);
          results.computeIfAbsent(network, n -> new LinkedHashMap<>())
                  .computeIfAbsent(peer, p -> new double[rounds])[round] =
              milliseconds;
          System.out.printf(
              Locale.ROOT, "round %d %s %s %.3f ms%n", round + 1, network.id(), peer, milliseconds);
        }
      }
    }
    System.out.println(
        "\n| network, batch | workbench | TensorFlow | libtorch | × TensorFlow | × libtorch |");
    System.out.println("|---|---|---|---|---|---|");
    results.forEach((network, times) -> System.out.println(row(network, times)));
  }

  private static List<String> peers(PeerNetwork network) {
    return LibtorchPeer.has(network.spec()) ? PEERS : PEERS.subList(0, 2);
  }

  private static String row(PeerNetwork network, Map<String, double[]> times) {
    double[] ours = times(times, "workbench");
    double[] tensorFlow = times(times, "tensorflow");
    double[] libtorch = times.get("libtorch");
    return String.format(
        Locale.ROOT,
        "| %s, %d | %.2f ms | %.2f ms | %s | %.1f | %s |",
        network.id(),
        network.batch(),
        median(ours),
        median(tensorFlow),
        libtorch == null ? "–" : String.format(Locale.ROOT, "%.2f ms", median(libtorch)),
        median(ratios(tensorFlow, ours)),
        libtorch == null
            ? "–"
            : String.format(Locale.ROOT, "%.1f", median(ratios(libtorch, ours))));
  }

  private static double[] times(Map<String, double[]> times, String peer) {
    return Objects.requireNonNull(times.get(peer));
  }

  private static double run(String peer, PeerNetwork network, String seconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(PeerRun.class.getName(), peer, network.id(), seconds));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String result = null;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("RESULT ")) {
          result = line;
        }
      }
    }
    if (process.waitFor() != 0 || result == null) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return Double.parseDouble(result.split(" ")[1]);
  }

  private static double[] ratios(double[] above, double[] below) {
    double[] ratios = new double[above.length];
    Arrays.setAll(ratios, i -> above[i] / below[i]);
    return ratios;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
