package io.thor.rest.cutover;

import io.thor.cutover.AppliedTotals;
import io.thor.cutover.ClientKind;
import io.thor.cutover.RenderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the sessions of this node, by connection.
 *
 * @param revision the present one, of which {@code totals} speaks
 * @param next what {@code after} is for the next page; absent on the last one
 */
public record SessionsAnswer(
    long revision, AppliedTotals totals, List<Row> sessions, Optional<String> next) {

  /**
   * One session.
   *
   * @param user who signed in
   * @param buckets where the user's smallest account stands from 0 to 9,999, by feature; none
   *     without an account
   * @param renders what the session is told to draw from, by feature
   * @param applied the revision that it has acknowledged
   */
  public record Row(
      String connection,
      String user,
      ClientKind client,
      Map<String, Integer> buckets,
      Map<String, RenderPath> renders,
      Optional<Long> applied) {}
}
