package io.thor.bench.fanout;

import java.math.BigDecimal;

/**
 * What sessions hold that are sent nothing.
 *
 * @param writer {@code bare} for Payara Micro without Thor, to which no message is sent
 * @param rssKbPerSession resident memory after a full collection, less the same before the sessions
 * @param heapKbPerSession the part of it that is Java's heap
 * @param reached sessions that one message then reached
 * @param lastMs when it reached the last of them
 */
public record IdleRow(
    String writer,
    String client,
    int sessions,
    BigDecimal rssBeforeMb,
    BigDecimal rssMb,
    BigDecimal rssKbPerSession,
    BigDecimal heapKbPerSession,
    int open,
    int reached,
    BigDecimal p99Ms,
    BigDecimal lastMs,
    BigDecimal machineLoad) {}
