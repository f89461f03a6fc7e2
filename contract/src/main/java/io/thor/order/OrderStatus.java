package io.thor.order;

/** Where an order stands; only {@code OPEN} ones change. */
public enum OrderStatus {
  OPEN,
  FILLED,
  /** By its owner. */
  CANCELLED,
  /** By Thor, which gives a reason. */
  REJECTED
}
