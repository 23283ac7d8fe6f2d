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

  /** Why images do not come out, to follow a colon. */
  static String reason(NetworkSpec spec, ImageShape image) {
    NetworkDraft draft = NetworkDraft.of(spec).withImage(image);
    int code =
        draft.diagnosis().input(draft, new Place(Part.DECODER, 0)).map(Shape::size).orElse(0);
    return code > NetworkSpec.MAX_CODE
        ? "its code would have "
            + code
            + " numbers, and at most "
            + NetworkSpec.MAX_CODE
            + " can be."
        : "made for 28×28, it halves and doubles them.";
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
