package org.aeworkbench.model;

/**
 * Where a layer stands, or where one can be put.
 *
 * @param part encoder, code or decoder
 * @param index within its part, from 0; as many as there are layers for the place behind the last
 */
public record Place(Part part, int index) {
  /** The place behind this one. */
  public Place next() {
    return new Place(part, index + 1);
  }
}
