package org.aeworkbench.pictures.raster;

import java.util.ArrayList;
import java.util.List;

/**
 * The convex hull of a mask (Andrew's monotone chain) and the smallest rectangle around it, turned
 * as it likes (rotating calipers).
 *
 * @param hullArea in pixels
 * @param perimeter of the hull
 * @param longer side of the rectangle
 * @param shorter side of the rectangle
 */
public record Outline(double hullArea, double perimeter, double longer, double shorter) {
  private record Point(double x, double y) {}

  /** Of the pixels that are set, their corners included; of nothing, all are 0. */
  public static Outline of(boolean[] mask, int width, int height) {
    List<Point> points = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      int first = -1;
      int last = -1;
      for (int x = 0; x < width; x++) {
        if (mask[y * width + x]) {
          first = first < 0 ? x : first;
          last = x;
        }
      }
      if (first >= 0) {
        points.add(new Point(first, y));
        points.add(new Point(first, y + 1));
        points.add(new Point(last + 1, y));
        points.add(new Point(last + 1, y + 1));
      }
    }
    return points.isEmpty() ? new Outline(0, 0, 0, 0) : around(hull(points));
  }

  /** How much of the smallest rectangle the hull fills: 1 for a rectangle, 0.79 for an ellipse. */
  public double rectangularity() {
    return hullArea / Math.max(1e-9, longer * shorter);
  }

  private static List<Point> hull(List<Point> points) {
    points.sort((a, b) -> a.x != b.x ? Double.compare(a.x, b.x) : Double.compare(a.y, b.y));
    List<Point> hull = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      int floor = hull.size();
      for (Point point : points) {
        while (hull.size() >= floor + 2
            && cross(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
          hull.removeLast();
        }
        hull.add(point);
      }
      hull.removeLast();
      points = points.reversed();
    }
    return hull;
  }

  private static Outline around(List<Point> hull) {
    double area = 0;
    double perimeter = 0;
    double best = Double.MAX_VALUE;
    double longer = 0;
    double shorter = 0;
    for (int i = 0; i < hull.size(); i++) {
      Point a = hull.get(i);
      Point b = hull.get((i + 1) % hull.size());
      double length = Math.hypot(b.x - a.x, b.y - a.y);
      area += (a.x * b.y - b.x * a.y) / 2;
      perimeter += length;
      double ux = (b.x - a.x) / length;
      double uy = (b.y - a.y) / length;
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      double far = 0;
      for (Point point : hull) {
        double along = ux * point.x + uy * point.y;
        low = Math.min(low, along);
        high = Math.max(high, along);
        far = Math.max(far, Math.abs(ux * (point.y - a.y) - uy * (point.x - a.x)));
      }
      if ((high - low) * far < best) {
        best = (high - low) * far;
        longer = Math.max(high - low, far);
        shorter = Math.min(high - low, far);
      }
    }
    return new Outline(Math.abs(area), perimeter, longer, shorter);
  }

  private static double cross(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }
}
