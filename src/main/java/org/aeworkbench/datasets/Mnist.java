package org.aeworkbench.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The MNIST database of handwritten digits from inside the application: 60 000 images to learn and
 * 10 000 to judge by.
 */
public final class Mnist {
  private static final String FOLDER = "/assets/mnist/";
  private static final String CHECKSUMS = "SHA256SUMS";
  private static final String PIXELS =
      "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757";
  private static final int IMAGES = 60_000;

  private Mnist() {}

  /**
   * Reads and verifies the bundled files; takes about half a second, so never on the FX thread.
   *
   * @throws ProblemException if a file is missing, short or not what its checksum says
   */
  public static DataSplit load() {
    return load(name -> Mnist.class.getResourceAsStream(FOLDER + name));
  }

  /**
   * True for MNIST's training images, wherever they come from: what others published of MNIST holds
   * for them alone. Takes up to a second, so never on the FX thread.
   */
  public static boolean isTraining(Dataset data) {
    return data.size() == IMAGES
        && data.shape().equals(ImageShape.MNIST)
        && data.checksum().equals(PIXELS);
  }

  /** Where the four files and {@code SHA256SUMS} come from; null for a file that is not there. */
  interface Source {
    @Nullable InputStream open(String name) throws IOException;
  }

  static DataSplit load(Source source) {
    Map<String, String> checksums = checksums(source);
    return new DataSplit(dataset(source, checksums, "train"), dataset(source, checksums, "t10k"));
  }

  private static Dataset dataset(Source source, Map<String, String> checksums, String prefix) {
    return new Dataset(
        verified(
            source,
            checksums,
            prefix + "-images-idx3-ubyte",
            (in, name) -> IdxStream.open(in, name).all()),
        verified(source, checksums, prefix + "-labels-idx1-ubyte", IdxReader::labels));
  }

  private interface Parser<T> {
    T parse(InputStream in, String name) throws IOException;
  }

  // Read and digested in one go: an unpacked copy beside the pixels would take another 47 MB.
  private static <T> T verified(
      Source source, Map<String, String> checksums, String name, Parser<T> parser) {
    MessageDigest digest = sha256();
    try (InputStream file = opened(source, name + ".gz");
        InputStream in = new DigestInputStream(new GZIPInputStream(file, 1 << 16), digest)) {
      T content = parsed(parser, in, name);
      if (!HexFormat.of().formatHex(digest.digest()).equals(checksums.get(name))) {
        throw damaged(name + ".gz", null);
      }
      return content;
    } catch (IOException e) {
      throw damaged(name + ".gz", e);
    }
  }

  // Whatever a reader of others' files would say: these are ours.
  private static <T> T parsed(Parser<T> parser, InputStream in, String name) throws IOException {
    try {
      return parser.parse(in, name);
    } catch (ProblemException e) {
      throw damaged(name + ".gz", e);
    }
  }

  private static InputStream opened(Source source, String name) throws IOException {
    InputStream in = source.open(name);
    if (in == null) {
      throw new ProblemException(
          "The data file assets/mnist/" + name + " is missing.", "Install the workbench again.");
    }
    return in;
  }

  private static Map<String, String> checksums(Source source) {
    try (InputStream in = opened(source, CHECKSUMS)) {
      Map<String, String> checksums = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> line.split("\\s+"))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> checksums.put(parts[1], parts[0]));
      return checksums;
    } catch (IOException e) {
      throw damaged(CHECKSUMS, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
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
