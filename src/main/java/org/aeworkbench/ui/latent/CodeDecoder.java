package org.aeworkbench.ui.latent;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.analysis.LatentStatistics;
import org.aeworkbench.analysis.ReconstructionLoss;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.network.Autoencoder;
import org.aeworkbench.ui.common.ClassText;
import org.jspecify.annotations.Nullable;

/**
 * Decodes codes on a worker. What stays the same while a slider moves is kept, so that a move costs
 * one decode. For one thread at a time.
 */
final class CodeDecoder {
  private @Nullable Prepared prepared;

  /**
   * What to decode.
   *
   * @param statistics of the network's codes, which may be those of a moment ago; null only if the
   *     start does not need them
   */
  record Question(
      LiveModel model, Dataset test, ChosenCode chosen, @Nullable LatentStatistics statistics) {}

  private record Prepared(
      Autoencoder network,
      Dataset test,
      CodeStart start,
      @Nullable LatentStatistics statistics,
      float[] code,
      List<Decoded.StartImage> images) {}

  Decoded decode(Question question) {
    Prepared start = prepare(question);
    float[] code = question.chosen().applyTo(start.code());
    Autoencoder network = start.network();
    float[] image = network.decode(new float[][] {code})[0];
    return new Decoded(
        network,
        question.model().loss(),
        question.model().epoch(),
        question.chosen(),
        start.code(),
        code,
        image,
        start.images());
  }

  private Prepared prepare(Question question) {
    Autoencoder network = question.model().autoencoder();
    CodeStart start = question.chosen().start();
    LatentStatistics statistics = start.needsStatistics() ? question.statistics() : null;
    Prepared before = prepared;
    if (before != null
        && before.network() == network
        && before.test() == question.test()
        && before.start().equals(start)
        && before.statistics() == statistics) {
      return before;
    }
    List<Decoded.StartImage> images = images(question.model(), question.test(), start);
    Prepared now =
        new Prepared(
            network, question.test(), start, statistics, code(start, images, statistics), images);
    prepared = now;
    return now;
  }

  private static List<Decoded.StartImage> images(LiveModel model, Dataset test, CodeStart start) {
    Autoencoder network = model.autoencoder();
    int[] indices = start.images();
    float[][] originals = test.images(indices);
    float[][] codes = network.encode(originals);
    float[][] reconstructions = network.decode(codes);
    List<Decoded.StartImage> images = new ArrayList<>();
    for (int i = 0; i < indices.length; i++) {
      images.add(
          new Decoded.StartImage(
              indices[i],
              ClassText.of(test, indices[i], ""),
              originals[i],
              codes[i],
              reconstructions[i],
              ReconstructionLoss.of(model.loss(), originals[i], reconstructions[i])));
    }
    return images;
  }

  private static float[] code(
      CodeStart start, List<Decoded.StartImage> images, @Nullable LatentStatistics statistics) {
    return switch (start) {
      case CodeStart.Image image -> images.getFirst().code();
      case CodeStart.Between between ->
          between(images.get(0).code(), images.get(1).code(), (float) between.share());
      case CodeStart.Mean mean -> known(statistics).meanCode();
      case CodeStart.Random random -> known(statistics).randomCode(random.seed());
    };
  }

  private static LatentStatistics known(@Nullable LatentStatistics statistics) {
    if (statistics == null) {
      throw new IllegalArgumentException("asked before the codes of the test set are known");
    }
    return statistics;
  }

  /** The point on the line from one code to another. */
  static float[] between(float[] from, float[] to, float share) {
    float[] code = new float[from.length];
    for (int i = 0; i < code.length; i++) {
      code[i] = (1 - share) * from[i] + share * to[i];
    }
    return code;
  }
}
