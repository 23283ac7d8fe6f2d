package org.aeworkbench.model;

/** How the kernel of a convolution meets the border, and how far it steps. */
public enum Border {
  /** One ring of zeros: the map keeps its size. */
  SAME,
  /** Nothing: the map loses one row or column at each side. */
  VALID,
  /**
   * Steps of two to ceil(n/2): of an even side nothing is added before and one zero behind, of an
   * odd side one at each end.
   */
  STRIDE2
}
