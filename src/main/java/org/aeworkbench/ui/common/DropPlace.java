package org.aeworkbench.ui.common;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What a part of the window takes a dropped folder for. */
public enum DropPlace {
  /** Data to learn. */
  DATA,
  /** Pictures to send through the network. */
  PICTURES,
  /** Either: nothing says which. */
  ANYWHERE;

  /** Whatever is dropped on a node, or within it, is for this. */
  public void mark(Node node) {
    node.getProperties().put(DropPlace.class, this);
  }

  /**
   * What the part of the window is for that a node lies in.
   *
   * @param node under the mouse; null if there is none
   */
  public static DropPlace of(@Nullable Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.hasProperties()
          && up.getProperties().get(DropPlace.class) instanceof DropPlace place) {
        return place;
      }
    }
    return ANYWHERE;
  }
}
