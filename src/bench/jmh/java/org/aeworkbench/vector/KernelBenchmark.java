package org.aeworkbench.vector;

import static org.aeworkbench.vector.Tiling.LANES;
import static org.aeworkbench.vector.Tiling.ROWS;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.Optimizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each kernel on one thread, on the sizes that it has in the lab's networks. The score counts
 * floating-point operations (two a multiply-add) a nanosecond for the products: GFLOP/s. For the
 * others it counts elements a nanosecond. The sizes suppose vectors of 16 floats; narrower ones do
 * less a call, and their scores are to be scaled by lanes / 16.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector"})
public class KernelBenchmark {
  private static final int DEPTH = 784;
  private static final int COLUMNS = 128;
  private static final int IMAGES = 256;
  private static final int TAPS = 9 * 16;
  private static final int POSITIONS = 28;
  private static final int ROW = POSITIONS + 2;
  private static final int LENGTH = 784;

  private final Memory plan = new Memory();
  private final int a = plan.reserve(IMAGES * DEPTH);
  private final int b = plan.reserve(DEPTH * COLUMNS);
  private final int c = plan.reserve(DEPTH * COLUMNS);
  private final int maps = plan.reserve(16 * 30 * ROW * 16);
  private final int weights = plan.reserve(TAPS * ROWS);
  private final int strip = plan.reserve(ROWS * 2 * ROW * 16);
  private final int state = plan.reserve(4 * LENGTH);
  private final int row = plan.reserve(LENGTH);
  private final int target = plan.reserve(LENGTH);
  private final int scratch = plan.reserve(LENGTH + LANES);
  private final DropoutKernel dropout = new DropoutKernel(0.5);
  private final int ones = plan.reserve(LANES);
  private final int zeros = plan.reserve(ROWS * Tiling.WIDTH * LANES);
  private final float[] m = plan.allocate();
  private final int[] all = IntStream.range(0, IMAGES).toArray();
  private final int[] offsets = new int[TAPS];
  private final ParameterUpdate update =
      new ParameterUpdate(
          new Optimizer.Adadelta(),
          m,
          state,
          state + LENGTH,
          new int[] {state + 2 * LENGTH, state + 3 * LENGTH});

  /** Numbers that are no special case for anybody, and the distances of a 3×3 convolution. */
  @Setup
  public void fill() {
    for (int i = 0; i < m.length; i++) {
      m[i] = (i % 251) / 251f + 0.01f;
    }
    Arrays.fill(m, ones, ones + LANES, 1f);
    for (int t = 0; t < TAPS; t++) {
      offsets[t] = ((t / 9 * 30 + t % 9 / 3) * ROW + t % 3) * LANES;
    }
  }

  /** X·W for 8 images: the forward pass of the deep net's first layer. */
  @Benchmark
  @OperationsPerInvocation(2 * ROWS * DEPTH * COLUMNS)
  public void matrixProduct() {
    MatrixProduct.multiply(m, zeros, a, DEPTH, ROWS, b, COLUMNS, DEPTH, c, COLUMNS, COLUMNS);
  }

  /** Xᵀ·D for 8 pixels and 48 units over a batch. */
  @Benchmark
  @OperationsPerInvocation(2 * ROWS * IMAGES * 48)
  public void panelKernel() {
    PanelKernel.multiply(m, a, DEPTH, all, 0, IMAGES, b, COLUMNS, c, COLUMNS, 3);
  }

  /** A row of 28 sums of 8 output channels from 16 input channels, 16 images. */
  @Benchmark
  @OperationsPerInvocation(2 * ROWS * TAPS * POSITIONS * 16)
  public void tapKernel() {
    TapKernel.row(m, maps, LANES, offsets, TAPS, weights, strip, LANES, 2 * ROW * LANES, POSITIONS);
  }

  /** A row of 28 sums of one output channel from 16 input channels, 16 images. */
  @Benchmark
  @OperationsPerInvocation(2 * TAPS * POSITIONS * 16)
  public void singleTapKernel() {
    SingleTapKernel.row(m, maps, LANES, offsets, TAPS, weights, strip, LANES, POSITIONS);
  }

  /** Products of 4 taps and 4 channels over two rows of 28 positions, 16 images. */
  @Benchmark
  @OperationsPerInvocation(2 * 16 * 2 * POSITIONS * 16)
  public void tapGradientKernel() {
    int channel = 30 * ROW * LANES;
    TapGradientKernel.outer(
        m,
        maps,
        LANES,
        ROW * LANES,
        offsets,
        0,
        maps,
        channel,
        2 * channel,
        3 * channel,
        LANES,
        ROW * LANES,
        POSITIONS,
        2,
        strip);
  }

  /** Sigmoid, cross-entropy and gradient of an image. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public double lossKernel() {
    System.arraycopy(m, a, m, row, LENGTH);
    return LossKernel.apply(
        Loss.BINARY_CROSS_ENTROPY,
        Activation.SIGMOID,
        m,
        row,
        target,
        LENGTH / LANES,
        ones,
        scratch,
        1e-3f);
  }

  /** The sigmoid of an image. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public void sigmoids() {
    System.arraycopy(m, a, m, row, LENGTH);
    Functions.sigmoids(m, row, scratch, LENGTH);
  }

  /** The elu of an image. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public void elus() {
    System.arraycopy(m, a, m, row, LENGTH);
    Functions.elus(m, row, scratch, LENGTH);
  }

  /** Dropout on an image. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public void dropout() {
    System.arraycopy(m, a, m, row, LENGTH);
    dropout.row(m, row, LENGTH, 12345);
  }

  /** A row of 14 sums of 8 output channels of a strided convolution from 16 channels, 16 images. */
  @Benchmark
  @OperationsPerInvocation(2 * ROWS * TAPS * (POSITIONS / 2) * 16)
  public void stridedTapKernel() {
    int positions = POSITIONS / 2;
    TapKernel.row(
        m, maps, 2 * LANES, offsets, TAPS, weights, strip, LANES, 2 * ROW * LANES, positions);
  }

  /** Max pooling of two rows of 28 positions, 16 images. */
  @Benchmark
  @OperationsPerInvocation(2 * POSITIONS * 16)
  public void poolingKernel() {
    PoolingKernel.forward(
        m, maps, maps + ROW * LANES, 0.1f, strip, strip + ROW * LANES, POSITIONS / 2);
  }

  /** Adadelta on 784 parameters. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public void adadelta() {
    update.apply(0, LENGTH);
  }
}
