package org.aeworkbench.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final Queue<Runnable> delivery = new ArrayDeque<>();
  private final List<Integer> worked = new ArrayList<>();
  private final List<Integer> results = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final LatestTask<Integer, Integer> task =
      new LatestTask<>(
          this::square,
          worker::add,
          delivery::add,
          results::add,
          e -> failures.add(String.valueOf(e.getMessage())));

  private int square(int input) {
    worked.add(input);
    if (input < 0) {
      throw new IllegalArgumentException("negative " + input);
    }
    return input * input;
  }

  private static void runAll(Queue<Runnable> executor) {
    for (Runnable next = executor.poll(); next != null; next = executor.poll()) {
      next.run();
    }
  }

  @Test
  void worksOnTheNewestOfThoseThatWait() {
    task.submit(1);
    task.submit(2);
    task.submit(3);
    assertThat(worker).hasSize(1);
    runAll(worker);
    runAll(delivery);
    assertThat(worked).containsExactly(3);
    assertThat(results).containsExactly(9);
    assertThat(task.isBusy()).isFalse();
  }

  @Test
  void deliversOnlyTheNewestResult() {
    task.submit(1);
    runAll(worker);
    task.submit(2);
    runAll(worker);
    assertThat(delivery).hasSize(1);
    runAll(delivery);
    assertThat(worked).containsExactly(1, 2);
    assertThat(results).containsExactly(4);
  }

  @Test
  void anInputThatComesDuringTheWorkIsWorkedOnNext() {
    AtomicInteger runs = new AtomicInteger();
    List<LatestTask<Integer, Integer>> self = new ArrayList<>();
    self.add(
        new LatestTask<>(
            input -> {
              if (runs.getAndIncrement() == 0) {
                self.getFirst().submit(20);
                self.getFirst().submit(30);
              }
              return input;
            },
            worker::add,
            delivery::add,
            results::add,
            e -> failures.add(String.valueOf(e.getMessage()))));
    self.getFirst().submit(10);
    worker.remove().run();
    runAll(delivery);
    assertThat(results).containsExactly(10);
    assertThat(worker).hasSize(1);
    runAll(worker);
    runAll(delivery);
    assertThat(results).containsExactly(10, 30);
  }

  @Test
  void aFailureIsToldAndDoesNotEndTheTask() {
    task.submit(-1);
    runAll(worker);
    runAll(delivery);
    task.submit(4);
    runAll(worker);
    runAll(delivery);
    assertThat(failures).containsExactly("negative -1");
    assertThat(results).containsExactly(16);
  }

  @Test
  void anErrorIsToldToAndDoesNotEndTheTask() {
    LatestTask<Integer, Integer> deep =
        new LatestTask<>(
            input -> {
              if (input != 0) {
                throw new StackOverflowError();
              }
              return 0;
            },
            worker::add,
            delivery::add,
            results::add,
            e -> failures.add(e.getClass().getSimpleName()));
    deep.submit(1);
    runAll(worker);
    runAll(delivery);
    assertThat(failures).containsExactly("StackOverflowError");
    assertThat(deep.isBusy()).isFalse();
    deep.submit(0);
    runAll(worker);
    runAll(delivery);
    assertThat(results).containsExactly(0);
  }

  @Test
  void aWorkerThatHasNoThreadIsToldAndTriedAgain() {
    List<Runnable> given = new ArrayList<>();
    LatestTask<Integer, Integer> starved =
        new LatestTask<>(
            i -> i,
            work -> {
              if (given.isEmpty()) {
                given.add(work);
                throw new OutOfMemoryError("unable to create native thread");
              }
              work.run();
            },
            delivery::add,
            results::add,
            e -> failures.add(String.valueOf(e.getMessage())));
    starved.submit(1);
    runAll(delivery);
    assertThat(failures).containsExactly("unable to create native thread");
    starved.submit(2);
    runAll(delivery);
    assertThat(results).containsExactly(2);
  }

  @Test
  void nothingComesAfterClose() {
    task.submit(1);
    runAll(worker);
    task.submit(2);
    task.close();
    task.submit(3);
    runAll(worker);
    runAll(delivery);
    assertThat(worked).containsExactly(1);
    assertThat(results).isEmpty();
  }

  @Test
  void aClosedWorkerIsNoError() {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdown();
    LatestTask<Integer, Integer> late =
        new LatestTask<>(i -> i, closed, delivery::add, results::add, e -> {});
    late.submit(1);
    assertThat(late.isBusy()).isFalse();
  }

  @Test
  void manyThreadsEndWithTheLastInput() throws InterruptedException {
    int last = 20_000;
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    List<Integer> delivered = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(3);
        ExecutorService receiver = Executors.newSingleThreadExecutor()) {
      LatestTask<Integer, Integer> busy =
          new LatestTask<>(
              input -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                atOnce.decrementAndGet();
                return input;
              },
              pool,
              receiver,
              result -> {
                delivered.add(result);
                if (result == last) {
                  done.countDown();
                }
              },
              e -> {});
      for (int i = 0; i <= last; i++) {
        busy.submit(i);
      }
      done.await();
    }
    assertThat(mostAtOnce).hasValue(1);
    assertThat(delivered).isSorted().doesNotHaveDuplicates();
  }
}
