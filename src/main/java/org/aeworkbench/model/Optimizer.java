package org.aeworkbench.model;

import java.util.Locale;
import org.aeworkbench.problem.UsageException;

/** How gradients of the mean loss change the parameters. Immutable. */
public sealed interface Optimizer {
  /** The name on the command line and in files. */
  String id();

  /** Factor of each step, above 0. */
  double learningRate();

  /** The same optimizer with another learning rate. */
  Optimizer withLearningRate(double learningRate);

  /** Arrays as long as the parameters that it keeps between batches. */
  int slots();

  /**
   * Adadelta (Zeiler 2012) as Keras 2 has it: the lab's optimizer.
   *
   * @param rho decay of the two running means, 0…1
   * @param epsilon keeps the first steps from being zero
   */
  record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {
    /** Checks the ranges. */
    public Adadelta {
      checkLearningRate(learningRate);
      checkDecay("rho", rho);
      checkEpsilon(epsilon);
    }

    /** The lab's: learning rate 1, rho 0.95, epsilon 1e-7. */
    public Adadelta() {
      this(1.0, 0.95, 1e-7);
    }

    @Override
    public String id() {
      return "adadelta";
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Adadelta withLearningRate(double rate) {
      return new Adadelta(rate, rho, epsilon);
    }
  }

  /**
   * Adam (Kingma and Ba 2015).
   *
   * @param beta1 decay of the mean gradient, 0…1
   * @param beta2 decay of the mean squared gradient, 0…1
   * @param epsilon added to the root of the mean squared gradient
   */
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements Optimizer {
    /** Checks the ranges. */
    public Adam {
      checkLearningRate(learningRate);
      checkDecay("beta1", beta1);
      checkDecay("beta2", beta2);
      checkEpsilon(epsilon);
    }

    /** Keras' defaults: learning rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public Adam() {
      this(0.001, 0.9, 0.999, 1e-7);
    }

    @Override
    public String id() {
      return "adam";
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Adam withLearningRate(double rate) {
      return new Adam(rate, beta1, beta2, epsilon);
    }
  }

  /**
   * Stochastic gradient descent with Nesterov momentum, DL4J's {@code Nesterovs}.
   *
   * @param momentum 0 (plain descent) to below 1
   */
  record Sgd(double learningRate, double momentum) implements Optimizer {
    /** Checks the ranges. */
    public Sgd {
      checkLearningRate(learningRate);
      checkDecay("momentum", momentum);
    }

    /** Learning rate 0.5, momentum 0.9. */
    public Sgd() {
      this(0.5, 0.9);
    }

    @Override
    public String id() {
      return "sgd";
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public Sgd withLearningRate(double rate) {
      return new Sgd(rate, momentum);
    }
  }

  /**
   * RMSprop (Tieleman and Hinton 2012) as Keras 2 has it: each step is the gradient over the root
   * of the mean of its squares.
   *
   * @param rho decay of the mean squared gradient, 0…1
   * @param epsilon added to the mean before the root is taken
   */
  record Rmsprop(double learningRate, double rho, double epsilon) implements Optimizer {
    /** Checks the ranges. */
    public Rmsprop {
      checkLearningRate(learningRate);
      checkDecay("rho", rho);
      checkEpsilon(epsilon);
    }

    /** Keras' defaults: learning rate 0.001, rho 0.9, epsilon 1e-7. */
    public Rmsprop() {
      this(0.001, 0.9, 1e-7);
    }

    @Override
    public String id() {
      return "rmsprop";
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public Rmsprop withLearningRate(double rate) {
      return new Rmsprop(rate, rho, epsilon);
    }
  }

  /**
   * An optimizer with its default numbers.
   *
   * @throws UsageException if there is none of that name
   */
  static Optimizer of(String id) {
    return switch (id.toLowerCase(Locale.ROOT)) {
      case "adadelta" -> new Adadelta();
      case "adam" -> new Adam();
      case "sgd" -> new Sgd();
      case "rmsprop" -> new Rmsprop();
      default ->
          throw new UsageException(
              "There is no optimizer \"" + id + "\".", "Choose adadelta, adam, rmsprop or sgd.");
    };
  }

  private static void checkLearningRate(double rate) {
    if (!(rate > 0 && rate <= 100)) {
      throw new UsageException(
          "The learning rate " + rate + " is out of range.", "Choose above 0 and at most 100.");
    }
  }

  private static void checkDecay(String name, double decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new UsageException(name + " " + decay + " is out of range.", "Choose 0 to below 1.");
    }
  }

  private static void checkEpsilon(double epsilon) {
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new UsageException(
          "epsilon " + epsilon + " is out of range.", "Choose above 0 and at most 1.");
    }
  }
}
