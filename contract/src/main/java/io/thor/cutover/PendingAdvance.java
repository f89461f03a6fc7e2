package io.thor.cutover;

import java.time.Instant;

/** An advance that waits for its second person. */
public record PendingAdvance(Step to, Actor by, String reason, Instant since) {}
