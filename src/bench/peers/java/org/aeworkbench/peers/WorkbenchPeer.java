package org.aeworkbench.peers;

import java.util.Objects;
import java.util.stream.IntStream;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
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
    network = new VectorNetwork(spec, Loss.BINARY_CROSS_ENTROPY, new Optimizer.Adadelta(), threads);
    network.setParameters(InitialWeights.of(spec, 1));
  }

  @Override
  public double step(int from) {
    return network.trainBatch(Objects.requireNonNull(data.heldBytes()), order, from, batch);
  }

  @Override
  public void close() {
    network.close();
  }
}
