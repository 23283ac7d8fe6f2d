package org.aeworkbench.vector;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Optimizer;

/**
 * A program that prints how many bytes a batch allocates. Vectors are objects until the kernels are
 * compiled, so it is to be run with {@code -Xbatch}: whoever calls a method once too often waits
 * for the compiler then, and what is compiled depends on the number of batches and on no clock.
 */
final class AllocationProbe {
  private static final int WARM_UP = 200;
  private static final int MEASURED = 20;

  private AllocationProbe() {}

  /** Takes the text of a network and the size of its batches. */
  public static void main(String[] arguments) {
    NetworkSpec spec = NetworkSpec.parse(arguments[0]);
    int batch = Integer.parseInt(arguments[1]);
    byte[] pixels = Networks.images(batch, spec.image().size(), 17);
    int[] order = Networks.order(batch);
    try (var network =
        Networks.compiled(spec, Loss.BINARY_CROSS_ENTROPY, new Optimizer.Adadelta(), 2, 42)) {
      network.setParameters(Networks.glorot(spec));
      for (int i = 0; i < WARM_UP; i++) {
        network.trainBatch(pixels, order, 0, batch);
      }
      long[] threads = engineThreads();
      long before = allocated(threads);
      for (int i = 0; i < MEASURED; i++) {
        network.trainBatch(pixels, order, 0, batch);
      }
      System.out.println((allocated(threads) - before) / MEASURED);
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
