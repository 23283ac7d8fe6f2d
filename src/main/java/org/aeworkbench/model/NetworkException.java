package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/** A network that cannot be, because of one of its layers. */
public final class NetworkException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final Part part;
  private final int index;
  private final String problem;

  /**
   * @param part where the layer stands that does not fit
   * @param index of the layer within its part, from 0; the number of layers for what is missing
   *     behind the last
   * @param problem what is wrong, naming the layer
   * @param remedy what would fit
   */
  NetworkException(Part part, int index, String problem, String remedy) {
    super(problem, remedy);
    this.part = part;
    this.index = index;
    this.problem = problem;
  }

  /** Where the layer stands that does not fit. */
  public Part part() {
    return part;
  }

  /** Its place there, from 0; the number of layers for what is missing behind the last. */
  public int index() {
    return index;
  }

  /** What is wrong, without what would fit. */
  String problem() {
    return problem;
  }
}
