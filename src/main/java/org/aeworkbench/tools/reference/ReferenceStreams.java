package org.aeworkbench.tools.reference;

import org.aeworkbench.model.NoiseStreams;

/** The random numbers of reference files: streams counted by their step. */
final class ReferenceStreams implements NoiseStreams {
  private static final long SAMPLES = 1_000_000;
  private static final long CORRUPTIONS = 2_000_000;

  @Override
  public long origin(Purpose purpose, long step) {
    long stream =
        switch (purpose) {
          case CORRUPTION, VALIDATION_CORRUPTION -> CORRUPTIONS + step;
          case SAMPLE, VALIDATION_SAMPLE, GENERATION -> SAMPLES + step;
        };
    return stream << Integer.SIZE;
  }
}
