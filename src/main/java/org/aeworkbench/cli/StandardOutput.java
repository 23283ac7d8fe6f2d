package org.aeworkbench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.aeworkbench.files.WriteFailure;
import org.aeworkbench.problem.ProblemException;

/**
 * The process' standard output, which says when it cannot be written: {@link System#out} keeps that
 * to itself, and goes on for nobody. Throws {@link ProblemException}s, which writers that swallow
 * IOExceptions let pass.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      throw WriteFailure.of("Standard output", e, "Free some space, or send it elsewhere.");
    }
  }
}
