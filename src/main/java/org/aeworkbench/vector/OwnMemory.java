package org.aeworkbench.vector;

import java.util.ArrayList;
import java.util.List;
import org.aeworkbench.model.Shape;

/**
 * The memory that every worker has for itself, in one piece. Where one core writes next to what
 * another reads or writes, each takes the lines from the other, those too that it only fetched
 * ahead: with the workers' maps side by side two threads took a quarter longer.
 */
final class OwnMemory {
  private final int workers;

  /** A worker's piece, as if it began with the memory. */
  private final Memory piece = new Memory();

  private final List<TileMap[]> all = new ArrayList<>();

  OwnMemory(int workers) {
    this.workers = workers;
  }

  /**
   * Reserves maps for each worker.
   *
   * @param each maps of a worker
   * @return those of the first worker, of the second and so on; they have their strides from now
   *     on, their places after {@link #place}
   */
  TileMap[] reserve(int each, Shape.Maps shape, int border) {
    TileMap[] maps = new TileMap[workers * each];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = i < each ? TileMap.reserve(piece, shape, border) : maps[i - each];
    }
    all.add(maps);
    return maps;
  }

  /** Gives a worker's maps their places; to be called for each worker when all are reserved. */
  void place(int worker, Memory plan) {
    int shift = plan.reserve(piece.length()) - Memory.FIRST;
    for (TileMap[] maps : all) {
      int each = maps.length / workers;
      for (int i = worker * each; i < (worker + 1) * each; i++) {
        maps[i] = maps[i].shifted(shift);
      }
    }
  }
}
