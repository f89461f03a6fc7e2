import type { IntradayBar } from '@thor/client';

/**
 * The bars by which a chart that shows `before` comes to show `after`: a chart can change its last bar and append to it.
 * Undefined where anything else changed, such as a minute that came late, and the chart has to be set anew. Bars that
 * did not change are the same objects.
 */
export function barsToUpdate(
  before: readonly IntradayBar[],
  after: readonly IntradayBar[],
): readonly IntradayBar[] | undefined {
  let changed = 0;
  while (changed < before.length && before[changed] === after[changed]) {
    changed++;
  }
  const last = before.at(-1);
  const first = after[changed];
  if (!last || after.length < before.length || (first && first.timestamp_minute < last.timestamp_minute)) {
    return undefined;
  }
  return after.slice(changed);
}
