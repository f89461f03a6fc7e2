import type { FeatureSnapshot } from '@thor/client';
import { age } from '../format';

/** Where the data comes from and how old it is; staleness is a word and a sign, not only a colour. */
export function SourceBadge({
  state,
  showAge,
}: {
  readonly state: FeatureSnapshot<unknown>;
  readonly showAge: boolean;
}) {
  const { source, stale, ageMs } = state;
  const tone = stale ? 'stale' : source === 'WebSocket' ? 'stream' : 'rest';
  return (
    <p className="source">
      {stale && (
        <span className="badge" data-tone="stale">
          <span aria-hidden="true">⚠ </span>Stale
        </span>
      )}
      <span className="badge" data-tone={tone === 'stale' ? 'plain' : tone}>
        {source}
      </span>
      {showAge && <span className="age muted">{age(ageMs)}</span>}
    </p>
  );
}
