package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/** Which image sizes come out of a network again. */
final class FittingSize {
  private FittingSize() {}

  static boolean fits(NetworkSpec spec, ImageShape image) {
    try {
      spec.withImage(image);
      return true;
    } catch (UsageException e) {
      return false;
    }
  }

  /** What to do about images that do not: the nearest square size that would, if there is one. */
  static String remedy(NetworkSpec spec, ImageShape image) {
    int wanted = Math.max(image.height(), image.width());
    for (int apart = 0; apart < ImageShape.MAX_SIDE; apart++) {
      for (int side : new int[] {wanted - apart, wanted + apart}) {
        if (side >= 1
            && side <= ImageShape.MAX_SIDE
            && fits(spec, new ImageShape(side, side, image.channels()))) {
          return "Bring the images to " + side + "×" + side + ", or choose another network.";
        }
      }
    }
    return "Choose another network.";
  }
}
