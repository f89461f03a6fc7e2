package io.thor.cutover;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a drill.
 *
 * @param words what was seen, or what was not
 * @param toWebsocketUs from the order to the counted acknowledgement, in microseconds
 * @param backUs the same for the way back to REST
 */
public record DrillReport(
    String feature,
    boolean passed,
    String words,
    Optional<Long> toWebsocketUs,
    Optional<Long> backUs,
    Actor actor,
    Instant at) {}
