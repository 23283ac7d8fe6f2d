package org.aeworkbench.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.problem.ProblemException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The zip format of DL4J models with entries of our own beside DL4J's.
 *
 * <p>Written by DL4J itself, so {@code ModelSerializer.restoreMultiLayerNetwork} opens it. Read
 * without DL4J: numbers and our own entries only. The configuration and any serialised Java object
 * in a foreign file are never parsed, so no class that a file names is ever loaded.
 */
public final class NetworkArchive {
  /** Larger than any entry that we write. */
  private static final int MAX_ENTRY = 32 << 20;

  private static final int MAX_ENTRIES = 64;

  private final Path file;
  private final Map<String, byte[]> entries;

  private NetworkArchive(Path file, Map<String, byte[]> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** Writes a network, what its optimizer remembers, and entries of our own. */
  public static void write(Dl4jNetwork network, Map<String, byte[]> extras, OutputStream out)
      throws IOException {
    ByteArrayOutputStream stock = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network.network(), stock, true);
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(stock.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        put(zip, entry.getName(), in.readAllBytes());
      }
    }
    for (Map.Entry<String, byte[]> extra : extras.entrySet()) {
      put(zip, extra.getKey(), extra.getValue());
    }
    zip.finish();
  }

  /** Writes a network that only runs, such as an encoder, as DL4J does. */
  public static void write(MultiLayerNetwork network, OutputStream out) throws IOException {
    ModelSerializer.writeModel(network, out, false);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same model makes the same bytes
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /**
   * Reads all entries of a file.
   *
   * @throws ProblemException if there is no such file, it cannot be read, or is no model of DL4J
   */
  public static NetworkArchive read(Path file) {
    Map<String, byte[]> entries = new HashMap<>();
    if (Files.isDirectory(file)) {
      throw new ProblemException(file + " is a folder.", "Choose an .aemodel file.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw foreign(file, null);
      }
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] content = in.readNBytes(MAX_ENTRY + 1);
          if (content.length > MAX_ENTRY) {
            throw foreign(file, null);
          }
          entries.put(entry.getName(), content);
        }
      }
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (ZipException | IllegalArgumentException e) {
      throw foreign(file, e);
    } catch (IOException e) {
      throw new ProblemException(file + " cannot be read.", "Is it whole, and may you read it?", e);
    }
    if (!entries.containsKey("coefficients.bin") || !entries.containsKey("configuration.json")) {
      throw foreign(file, null);
    }
    return new NetworkArchive(file, entries);
  }

  /**
   * An entry of our own.
   *
   * @throws ProblemException if the file has none of that name
   */
  public byte[] extra(String name) {
    byte[] content = entries.get(name);
    if (content == null) {
      throw new ProblemException(
          file + " is a DL4J model, but not of this workbench: it has no " + name + ".",
          "Choose an .aemodel file.");
    }
    return content;
  }

  /**
   * The parameters in our order.
   *
   * @throws ProblemException if the file does not hold exactly the network's parameters
   */
  public float[] parameters(NetworkSpec spec) {
    return ParameterOrder.fromDl4j(spec, numbers("coefficients.bin", spec.parameterCount(), spec));
  }

  /**
   * What the optimizer remembers.
   *
   * @param slots arrays that the optimizer keeps
   * @throws ProblemException if the file does not hold exactly that
   */
  public UpdaterState updaterState(NetworkSpec spec, long iterations, int slots) {
    if (!entries.containsKey("updaterState.bin")) {
      return UpdaterState.initial();
    }
    int length = spec.parameterCount();
    float[] all = numbers("updaterState.bin", length * slots, spec);
    List<float[]> split =
        IntStream.range(0, slots)
            .mapToObj(i -> Arrays.copyOfRange(all, i * length, (i + 1) * length))
            .map(slot -> ParameterOrder.fromDl4j(spec, slot))
            .toList();
    return new UpdaterState(iterations, split);
  }

  private float[] numbers(String entry, int expected, NetworkSpec spec) {
    try {
      float[] numbers = Nd4jArray.read(extra(entry));
      if (numbers.length != expected) {
        throw new ProblemException(
            file
                + " is damaged: "
                + numbers.length
                + " numbers in "
                + entry
                + ", "
                + expected
                + " expected for "
                + spec.text()
                + ".",
            "Use another copy of the file.");
      }
      for (float number : numbers) {
        if (!Float.isFinite(number)) {
          throw new ProblemException(
              file + " holds numbers that are not finite.", "Use another copy of the file.");
        }
      }
      return numbers;
    } catch (IOException e) {
      throw foreign(file, e);
    }
  }

  private static ProblemException foreign(Path file, @Nullable Exception cause) {
    return new ProblemException(
        file + " is no model file, or a damaged one.", "Choose an .aemodel file.", cause);
  }
}
