package org.aeworkbench.ui.reconstruction;

import org.aeworkbench.analysis.EpochArchive;
import org.aeworkbench.app.session.LiveModel;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Autoencoder;
import org.jspecify.annotations.Nullable;

/**
 * Which images, through which network; answered on a worker.
 *
 * @param live the network as it is now, null while there is none
 * @param epoch of the archive, or {@link ReconstructionViewModel#LIVE}
 * @param data that the numbers are of
 * @param selected number of the image that is chosen everywhere
 */
record Question(
    EpochArchive archive,
    @Nullable LiveModel live,
    int epoch,
    Dataset data,
    int[] indices,
    int selected) {
  /** The network that is asked for; the past one is unpacked on the worker. */
  @Nullable Autoencoder network() {
    return epoch == ReconstructionViewModel.LIVE
        ? (live == null ? null : live.autoencoder())
        : archive.at(epoch);
  }

  /** That of the run, to which past networks belong as well. */
  private Loss loss() {
    return live == null ? Loss.BINARY_CROSS_ENTROPY : live.loss();
  }

  ShownImages answer() {
    int shownEpoch =
        epoch != ReconstructionViewModel.LIVE ? epoch : live == null ? 0 : live.epoch();
    return ShownImages.of(
        network(),
        loss(),
        data,
        indices,
        selected,
        shownEpoch,
        epoch != ReconstructionViewModel.LIVE);
  }
}
