package org.aeworkbench;

/** Starts the window, or a command when there are arguments. */
public final class Main {
  private Main() {}

  /** The program's entry point. */
  public static void main(String[] arguments) {
    System.out.println("Autoencoder Workbench");
  }
}
