package org.aeworkbench.vector;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The processor's multiply-add peak, measured by loops that touch registers only: what 100 % means
 * in the benchmark.
 */
public final class Peak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int ACCUMULATORS = 12;
  private static final int ROUNDS = 4_000_000;
  private static final int REPEATS = 8;

  private Peak() {}

  /**
   * Measures for a few tenths of a second.
   *
   * @param threads threads that compute at the same time, 1 or more
   * @return floating-point operations a second of all threads, best of several rounds
   * @throws InterruptedException if interrupted while waiting
   */
  public static double flopsPerSecond(int threads) throws InterruptedException {
    double[][] seconds = new double[threads][REPEATS];
    float[] sink = new float[threads];
    CyclicBarrier start = new CyclicBarrier(threads);
    CountDownLatch done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      int thread = t;
      Thread.ofPlatform()
          .daemon()
          .name("peak-", thread)
          .start(
              () -> {
                try {
                  for (int r = 0; r < REPEATS; r++) {
                    start.await();
                    long begin = System.nanoTime();
                    sink[thread] += multiplyAdd(ROUNDS, 0.5f + thread);
                    seconds[thread][r] = (System.nanoTime() - begin) / 1e9;
                  }
                } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
                  throw new IllegalStateException(e);
                } finally {
                  done.countDown();
                }
              });
    }
    done.await();
    double flops = 2.0 * ROUNDS * ACCUMULATORS * SPECIES.length();
    double best = 0;
    for (int r = 1; r < REPEATS; r++) {
      double sum = 0;
      for (double[] thread : seconds) {
        sum += flops / thread[r];
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  /** Lanes of a vector of floats: 4, 8 or 16. */
  public static int lanes() {
    return SPECIES.length();
  }

  /** 12 independent chains hide the latency of the multiply-add on every current processor. */
  private static float multiplyAdd(int rounds, float start) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector a = FloatVector.broadcast(SPECIES, start);
    FloatVector b = a.add(1f);
    FloatVector c = a.add(2f);
    FloatVector d = a.add(3f);
    FloatVector e = a.add(4f);
    FloatVector f = a.add(5f);
    FloatVector g = a.add(6f);
    FloatVector h = a.add(7f);
    FloatVector i = a.add(8f);
    FloatVector j = a.add(9f);
    FloatVector k = a.add(10f);
    FloatVector l = a.add(11f);
    for (int r = 0; r < rounds; r++) {
      a = a.fma(x, x);
      b = b.fma(x, x);
      c = c.fma(x, x);
      d = d.fma(x, x);
      e = e.fma(x, x);
      f = f.fma(x, x);
      g = g.fma(x, x);
      h = h.fma(x, x);
      i = i.fma(x, x);
      j = j.fma(x, x);
      k = k.fma(x, x);
      l = l.fma(x, x);
    }
    FloatVector sum =
        a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
    return sum.reduceLanes(VectorOperators.ADD);
  }
}
