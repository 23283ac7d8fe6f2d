package org.aeworkbench.app.session;

/** The tabs of the window, in their order. */
public enum TabName {
  /** Losses as they come. */
  TRAINING("Training"),
  /** Originals beside their reconstructions. */
  RECONSTRUCTIONS("Reconstructions"),
  /** Sliders that drive the decoder. */
  LATENT("Latent"),
  /** The user's own pictures. */
  PICTURES("Pictures"),
  /** What is learned. */
  DATA("Data");

  private final String title;

  TabName(String title) {
    this.title = title;
  }

  /** As it stands on the tab and in the menu. */
  public String title() {
    return title;
  }
}
