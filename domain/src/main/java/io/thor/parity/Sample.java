package io.thor.parity;

import java.time.Instant;
import java.util.Optional;

/**
 * One finding with what both paths said, for people to look at.
 *
 * @param words where they differ
 * @param stream empty where the stream had nothing
 * @param rest empty where REST had nothing
 */
public record Sample(
    String feature,
    Source source,
    Verdict verdict,
    Optional<Suspicion.Result> result,
    String topic,
    String epoch,
    long seq,
    Instant found,
    String words,
    Optional<Value> stream,
    Optional<Value> rest) {}
