package io.thor.cutover;

/**
 * What one session alone is told, on the way on which all are told a change.
 *
 * @param connection of that session
 */
public record DrillStatus(CutoverStatus status, String connection) {}
