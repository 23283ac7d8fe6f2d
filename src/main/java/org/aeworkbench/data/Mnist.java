package org.aeworkbench.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The MNIST database of handwritten digits, from inside the application.
 *
 * @param training 60 000 images
 * @param test 10 000 images
 */
public record Mnist(Dataset training, Dataset test) {
  private static final String FOLDER = "/assets/mnist/";

  /**
   * Reads and verifies the bundled files; takes about half a second, so never on the FX thread.
   *
   * @throws ProblemException if a file is missing, short or not what its checksum says
   */
  public static Mnist load() {
    return load(name -> Mnist.class.getResourceAsStream(FOLDER + name));
  }

  /** Where the four files and {@code SHA256SUMS} come from; null for a file that is not there. */
  interface Source {
    @Nullable InputStream open(String name) throws IOException;
  }

  static Mnist load(Source source) {
    Map<String, String> checksums = checksums(source);
    return new Mnist(dataset(source, checksums, "train"), dataset(source, checksums, "t10k"));
  }

  private static Dataset dataset(Source source, Map<String, String> checksums, String prefix) {
    String imagesName = prefix + "-images-idx3-ubyte";
    String labelsName = prefix + "-labels-idx1-ubyte";
    byte[] imagesFile = verified(source, checksums, imagesName);
    byte[] labelsFile = verified(source, checksums, labelsName);
    try {
      return new Dataset(
          IdxReader.images(new ByteArrayInputStream(imagesFile), imagesName),
          IdxReader.labels(new ByteArrayInputStream(labelsFile), labelsName));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
  }

  private static byte[] verified(Source source, Map<String, String> checksums, String name) {
    byte[] bytes = unzipped(source, name + ".gz");
    String expected = checksums.get(name);
    if (!sha256(bytes).equals(expected)) {
      throw damaged(name + ".gz", null);
    }
    return bytes;
  }

  private static byte[] unzipped(Source source, String name) {
    try (InputStream in = source.open(name)) {
      if (in == null) {
        throw new ProblemException(
            "The data file assets/mnist/" + name + " is missing.", "Install the workbench again.");
      }
      return name.endsWith(".gz")
          ? new GZIPInputStream(in, 1 << 16).readAllBytes()
          : in.readAllBytes();
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  private static Map<String, String> checksums(Source source) {
    Map<String, String> checksums = new HashMap<>();
    new String(unzipped(source, "SHA256SUMS"), StandardCharsets.US_ASCII)
        .lines()
        .map(line -> line.split("\\s+"))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> checksums.put(parts[1], parts[0]));
    return checksums;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ProblemException damaged(String name, @Nullable Exception cause) {
    return new ProblemException(
        "The data file assets/mnist/" + name + " is damaged.",
        "Install the workbench again.",
        cause);
  }
}
