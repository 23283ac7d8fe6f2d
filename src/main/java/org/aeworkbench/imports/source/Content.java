package org.aeworkbench.imports.source;

import java.awt.image.BufferedImage;
import org.aeworkbench.problem.ProblemException;

/** What an image of a source is, before it is brought to a shape. */
public sealed interface Content {
  /** A picture that has yet to be decoded. */
  non-sealed interface Picture extends Content {
    /**
     * Reads and decodes it; on any thread but the FX thread.
     *
     * @throws ProblemException if it is none, damaged or absurdly large
     */
    BufferedImage read();
  }

  /** A row of a table or an array that has yet to be made numbers of. */
  non-sealed interface Row extends Content {
    /**
     * Its pixels; on any thread.
     *
     * @throws ProblemException if one of them is no number, or out of range
     */
    Pixels read();
  }

  /**
   * Numbers of a table or an array.
   *
   * @param bytes [row][column][channel], not to be written to
   */
  record Pixels(int height, int width, int channels, byte[] bytes) implements Content {}
}
