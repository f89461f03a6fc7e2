import type { FeatureSnapshot, StaleCause } from '@thor/client';
import { age } from '../format';

const STALE_WORDS: Readonly<Record<StaleCause, string>> = {
  path: 'Stale',
  'feed stale': 'Feed stale',
  'feed down': 'Feed down',
};

/** That and why data is stale: a word and a sign, not only a colour. Nothing where it is fresh. */
export function StaleBadge({ because }: { readonly because: StaleCause | undefined }) {
  return (
    because && (
      <span className="badge" data-tone="stale">
        <span aria-hidden="true">⚠ </span>
        {STALE_WORDS[because]}
      </span>
    )
  );
}

/** Where the data comes from and how old it is. */
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
      <StaleBadge because={staleBecause} />
      <span className="badge" data-tone={staleBecause ? 'plain' : tone}>
        {source}
      </span>
      {showAge && <span className="age muted">{age(ageMs)}</span>}
    </p>
  );
}
