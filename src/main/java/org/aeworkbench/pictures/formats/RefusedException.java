package org.aeworkbench.pictures.formats;

import java.io.IOException;

/** A picture that is not read though it need not be damaged: too large, or of a kind unknown. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param problem goes on where the file's name ends: "is a JPEG of 12 bits."
   * @param remedy what the user can do, a sentence
   */
  RefusedException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** What the user can do, a sentence. */
  public String remedy() {
    return remedy;
  }
}
