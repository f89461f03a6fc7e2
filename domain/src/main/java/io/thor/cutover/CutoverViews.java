package io.thor.cutover;

import io.thor.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;

/**
 * Shows the cutover to users, each with what their canary says.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class CutoverViews {

  @Inject CutoverSettings settings;
  @Inject PollIntervals polls;
  @Inject Clock clock;

  /** What a user's sessions are told of a status. */
  public CutoverView of(CutoverStatus status, Viewer viewer) {
    return CutoverView.of(
        status,
        viewer.accountIds().stream().min(Comparator.naturalOrder()),
        settings.bucketing(),
        polls,
        clock.instant());
  }
}
