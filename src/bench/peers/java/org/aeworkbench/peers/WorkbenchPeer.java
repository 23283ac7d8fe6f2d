package org.aeworkbench.peers;

import java.util.Objects;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.NoiseStreams;
import org.aeworkbench.model.Objective;
import org.aeworkbench.model.Optimizer;
import org.aeworkbench.network.InitialWeights;
import org.aeworkbench.vector.VectorNetwork;

/** Our own engine. */
final class WorkbenchPeer implements Peer {
  private final Dataset data;
  private final int batch;
  private final int[] order;
  private final VectorNetwork network;

  WorkbenchPeer(PeerNetwork peers, Dataset data, int threads) {
    NetworkSpec spec = peers.spec();
    batch = peers.batch();
    this.data = data;
    order = IntStream.range(0, data.size()).toArray();
    network =
        new VectorNetwork(
            spec,
            Objective.LAB.fitting(spec.code()),
            new Optimizer.Adadelta(),
            threads,
            1,
            NoiseStreams.of(1));
    network.setParameters(InitialWeights.of(spec, 1));
  }

  @Override
  public double step(int from) {
    return network.trainBatch(Objects.requireNonNull(data.heldBytes()), order, from, batch).total();
  }

  @Override
  public void close() {
    network.close();
  }
}
