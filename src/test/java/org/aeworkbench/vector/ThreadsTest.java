package org.aeworkbench.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not depend on the number of threads, and what many batches must not cost. */
class ThreadsTest {
  private static final int BATCH = 200;
  private static final int BATCHES = 6;
  private static final int MOST_BYTES = 4096;

  static Stream<Arguments> networks() {
    Loss loss = Loss.BINARY_CROSS_ENTROPY;
    return Stream.of(
        Arguments.of("shallow", (Supplier<Topology>) () -> Networks.shallow(33, loss)),
        Arguments.of("deep", (Supplier<Topology>) () -> Networks.deep(32, loss)),
        Arguments.of("conv", (Supplier<Topology>) () -> Networks.conv(128, loss)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void theBitsAreTheSameForAnyNumberOfThreads(String name, Supplier<Topology> network) {
    Topology topology = network.get();
    Trained one = train(topology, 1);
    for (int threads : new int[] {1, 2, 3, 5}) {
      Trained other = train(topology, threads);
      assertThat(other.losses).as("losses, %d threads", threads).isEqualTo(one.losses);
      assertThat(other.parameters).as("parameters, %d threads", threads).isEqualTo(one.parameters);
    }
  }

  /** The losses of all batches, then that of a validation; the parameters after them. */
  private record Trained(double[] losses, float[] parameters) {}

  /** Trains over some batches, the last a part of one. */
  private static Trained train(Topology topology, int threads) {
    int images = BATCH * BATCHES - BATCH / 3;
    byte[] pixels = Networks.images(images, topology.pixels(), 13);
    int[] order = Networks.order(images);
    double[] losses = new double[BATCHES + 1];
    float[] parameters = new float[topology.parameterCount()];
    try (var network =
        new VectorNetwork(topology, new UpdateRule.Adadelta(1, 0.95, 1e-7), threads)) {
      network.setParameters(Networks.glorot(topology));
      for (int b = 0; b < BATCHES; b++) {
        int from = b * BATCH;
        losses[b] = network.trainBatch(pixels, order, from, Math.min(BATCH, images - from));
      }
      losses[BATCHES] = network.evaluate(pixels, 0, images);
      network.copyParameters(parameters);
    }
    return new Trained(losses, parameters);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void aBatchAllocatesNextToNothing(String name, Supplier<Topology> network) {
    Topology topology = network.get();
    byte[] pixels = Networks.images(BATCH, topology.pixels(), 17);
    int[] order = Networks.order(BATCH);
    try (var trained = new VectorNetwork(topology, new UpdateRule.Adadelta(1, 0.95, 1e-7), 2)) {
      trained.setParameters(Networks.glorot(topology));
      long[] threads = engineThreads();
      long least = Long.MAX_VALUE;
      // Vectors are objects until the compiler has seen to the kernels: wait for that.
      for (int round = 0; round < 100 && least > MOST_BYTES; round++) {
        long before = allocated(threads);
        for (int i = 0; i < 20; i++) {
          trained.trainBatch(pixels, order, 0, BATCH);
        }
        least = Math.min(least, (allocated(threads) - before) / 20);
      }
      assertThat(least).as("bytes a batch").isLessThanOrEqualTo(MOST_BYTES);
    }
  }

  /** This thread and the helpers. */
  private static long[] engineThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t == Thread.currentThread() || t.getName().startsWith("vector-"))
        .mapToLong(Thread::threadId)
        .toArray();
  }

  private static long allocated(long[] threads) {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return LongStream.of(bean.getThreadAllocatedBytes(threads)).filter(n -> n > 0).sum();
  }
}
