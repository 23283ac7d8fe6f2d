package org.aeworkbench.ui.builder;

import org.aeworkbench.app.builder.Mend;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.Place;

/** What a row's fields and buttons do. All but {@link #replace} is about the selected layer. */
interface RowActions {
  void replace(Place place, Layer layer);

  /** A number begins to be typed (true), or that is over. */
  void typing(boolean begins);

  void addBehind();

  void duplicate();

  void moveBy(int step);

  void remove();

  void mend(Mend mend);
}
