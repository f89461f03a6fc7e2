package io.thor.cutover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says where a session stands in the canaries, for operators.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SteeredViews {

  @Inject CutoverSettings settings;

  /** The buckets of a session's account by feature; none without an account. */
  public Map<String, Integer> buckets(CutoverStatus status, SteeredSession session) {
    Bucketing bucketing = settings.bucketing();
    Map<String, Integer> buckets = new LinkedHashMap<>();
    session
        .accountId()
        .ifPresent(
            account ->
                status
                    .features()
                    .forEach(
                        stage ->
                            buckets.put(
                                stage.feature(), bucketing.bucket(stage.feature(), account))));
    return buckets;
  }

  /** What a session is to draw from, by feature. */
  public Map<String, RenderPath> renders(CutoverStatus status, SteeredSession session) {
    Bucketing bucketing = settings.bucketing();
    Map<String, RenderPath> renders = new LinkedHashMap<>();
    status
        .features()
        .forEach(
            stage ->
                renders.put(stage.feature(), stage.rendersFor(session.accountId(), bucketing)));
    return renders;
  }
}
