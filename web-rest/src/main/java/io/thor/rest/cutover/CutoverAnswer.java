package io.thor.rest.cutover;

import io.thor.cutover.AppliedTotals;
import io.thor.cutover.CutoverView;
import java.util.Map;

/**
 * The cutover as the caller sees it, with how far the sessions of this node follow it.
 *
 * @param features by name, in display order
 * @param pollSeconds from poll to poll of the old path, by feature
 */
public record CutoverAnswer(
    long revision,
    Map<String, CutoverView.Feature> features,
    Map<String, Integer> pollSeconds,
    AppliedTotals totals) {

  static CutoverAnswer of(CutoverView view, AppliedTotals totals) {
    return new CutoverAnswer(view.revision(), view.features(), view.pollSeconds(), totals);
  }
}
