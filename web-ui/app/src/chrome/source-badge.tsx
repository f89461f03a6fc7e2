import type { FeatureSnapshot, StaleCause } from '@thor/client';
import { age } from '../format';

const STALE_WORDS: Readonly<Record<StaleCause, string>> = {
  path: 'Stale',
  'feed stale': 'Feed stale',
  'feed down': 'Feed down',
};

/** Where the data comes from and how old it is; that and why it is stale is a word and a sign, not only a colour. */
export function SourceBadge({
  state,
  showAge,
}: {
  readonly state: FeatureSnapshot<unknown>;
  readonly showAge: boolean;
}) {
  const { source, staleBecause, ageMs } = state;
  const tone = source === 'WebSocket' ? 'stream' : 'rest';
  return (
    <p className="source">
      {staleBecause && (
        <span className="badge" data-tone="stale">
          <span aria-hidden="true">⚠ </span>
          {STALE_WORDS[staleBecause]}
        </span>
      )}
      <span className="badge" data-tone={staleBecause ? 'plain' : tone}>
        {source}
      </span>
      {showAge && <span className="age muted">{age(ageMs)}</span>}
    </p>
  );
}
