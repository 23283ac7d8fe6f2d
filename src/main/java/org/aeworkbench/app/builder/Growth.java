package org.aeworkbench.app.builder;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Layer;

/** Maps brought to a larger size, by doubling and cropping. */
final class Growth {
  private Growth() {}

  /** How often maps have to be doubled to be at least so large. */
  static int doublings(int height, int width, int wantedHeight, int wantedWidth) {
    int doublings = 0;
    while (height << doublings < wantedHeight || width << doublings < wantedWidth) {
      doublings++;
    }
    return doublings;
  }

  /** The layers between the one size and the other. */
  static List<Layer> layers(int height, int width, int wantedHeight, int wantedWidth) {
    List<Layer> layers = new ArrayList<>();
    int doublings = doublings(height, width, wantedHeight, wantedWidth);
    for (int i = 0; i < doublings; i++) {
      layers.add(new Layer.Upsampling());
    }
    if (height << doublings != wantedHeight || width << doublings != wantedWidth) {
      layers.add(new Layer.Crop(wantedHeight, wantedWidth));
    }
    return layers;
  }
}
