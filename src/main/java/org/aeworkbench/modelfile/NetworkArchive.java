package org.aeworkbench.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.aeworkbench.backend.dl4j.Dl4jBackend;
import org.aeworkbench.backend.dl4j.ParameterOrder;
import org.aeworkbench.backend.dl4j.StockModel;
import org.aeworkbench.files.IoConsumer;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.network.UpdaterState;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zip format of DL4J's models with an entry of our own beside DL4J's. {@code
 * ModelSerializer.restoreMultiLayerNetwork} opens it wherever DL4J has the network's layers; where
 * it has not, DL4J's description is missing and the rest is the same.
 *
 * <p>Read without DL4J: numbers and our own entry only. The configuration and any serialised Java
 * object in a foreign file are never parsed, so no class that a file names is ever loaded. Sizes
 * are known from the network before any number is read.
 */
final class NetworkArchive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkArchive.class);
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final String UPDATER = "updaterState.bin";
  private static final int MAX_ENTRIES = 64;

  private final Path file;
  private final ZipFile zip;

  private NetworkArchive(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Writes a model.
   *
   * @param name of the entry of our own
   * @param writer fills that entry
   */
  static void write(
      TrainedModel model, String name, IoConsumer<OutputStream> writer, OutputStream out)
      throws IOException {
    NetworkSpec spec = model.plan().spec();
    ZipOutputStream zip = new ZipOutputStream(out);
    byte[] configuration = configuration(model);
    if (configuration != null) {
      put(zip, CONFIGURATION, entry -> entry.write(configuration));
    }
    put(
        zip,
        COEFFICIENTS,
        entry -> Nd4jArray.write(entry, ParameterOrder.toDl4j(spec, model.parameters())));
    List<float[]> slots = model.updaterState().slots();
    if (!slots.isEmpty()) {
      float[][] theirs =
          slots.stream().map(slot -> ParameterOrder.toDl4j(spec, slot)).toArray(float[][]::new);
      put(zip, UPDATER, entry -> Nd4jArray.write(entry, theirs));
    }
    put(zip, name, writer);
    zip.finish();
  }

  /** DL4J's description; null where it has none, or cannot be loaded: the model is kept without. */
  private static byte @Nullable [] configuration(TrainedModel model) {
    if (Dl4jBackend.refusal(model.plan().spec()).isPresent()) {
      return null;
    }
    try {
      return StockModel.configuration(model.plan(), model.updaterState().iterations());
    } catch (ProblemException e) {
      LOG.warn("Kept without DL4J's description: {}", e.getMessage());
      return null;
    }
  }

  private static void put(ZipOutputStream zip, String name, IoConsumer<OutputStream> writer)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same model makes the same bytes
    zip.putNextEntry(entry);
    writer.accept(zip);
    zip.closeEntry();
  }

  /**
   * Opens a file; nothing is read of it yet but the list of its entries.
   *
   * @throws ProblemException if there is no such file, it cannot be read, or is no model
   */
  static NetworkArchive open(Path file) {
    if (Files.isDirectory(file)) {
      throw new ProblemException(file + " is a folder.", "Choose an .aemodel file.");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      if (zip.size() > MAX_ENTRIES || zip.getEntry(COEFFICIENTS) == null) {
        zip.close();
        throw foreign(file, null);
      }
      return new NetworkArchive(file, zip);
    } catch (NoSuchFileException e) {
      throw new ProblemException(file + " does not exist.", "Check the path.", e);
    } catch (ZipException | IllegalArgumentException e) {
      throw foreign(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * An entry of our own, to be read once and closed.
   *
   * @throws ProblemException if the file has none of that name
   */
  InputStream extra(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ProblemException(
          file + " is a DL4J model, but not of this workbench: it has no " + name + ".",
          "Choose an .aemodel file.");
    }
    try {
      return zip.getInputStream(entry);
    } catch (IOException e) {
      throw foreign(file, e);
    }
  }

  /**
   * The parameters in our order.
   *
   * @throws ProblemException if the file does not hold exactly the network's parameters
   */
  float[] parameters(NetworkSpec spec) {
    return ParameterOrder.fromDl4j(spec, numbers(COEFFICIENTS, spec.parameterCount(), spec));
  }

  /**
   * What the optimizer remembers.
   *
   * @param slots arrays that the optimizer keeps
   * @throws ProblemException if the file does not hold exactly that
   */
  UpdaterState updaterState(NetworkSpec spec, long iterations, int slots) {
    if (zip.getEntry(UPDATER) == null) {
      return UpdaterState.initial();
    }
    int length = spec.parameterCount();
    float[] all = numbers(UPDATER, Math.multiplyExact(length, slots), spec);
    List<float[]> split =
        IntStream.range(0, slots)
            .mapToObj(i -> Arrays.copyOfRange(all, i * length, (i + 1) * length))
            .map(slot -> ParameterOrder.fromDl4j(spec, slot))
            .toList();
    return new UpdaterState(iterations, split);
  }

  private float[] numbers(String entry, int expected, NetworkSpec spec) {
    float[] numbers;
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      numbers = Nd4jArray.read(in, expected);
    } catch (Nd4jArray.WrongLengthException e) {
      throw new ProblemException(
          file
              + " is damaged: "
              + e.length()
              + " numbers in "
              + entry
              + ", "
              + expected
              + " expected for "
              + spec.text()
              + ".",
          "Use another copy of the file.",
          e);
    } catch (IOException e) {
      throw foreign(file, e);
    }
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new ProblemException(
            file + " holds numbers that are not finite.", "Use another copy of the file.");
      }
    }
    return numbers;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ProblemException unreadable(Path file, IOException cause) {
    return new ProblemException(
        file + " cannot be read.", "Is it whole, and may you read it?", cause);
  }

  private static ProblemException foreign(Path file, @Nullable Exception cause) {
    return new ProblemException(
        file + " is no model file, or a damaged one.", "Choose an .aemodel file.", cause);
  }
}
