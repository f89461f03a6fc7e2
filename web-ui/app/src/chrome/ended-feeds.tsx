import type { FeedFigures } from '@thor/client';
import { useMonitor } from '@thor/react';
import { title } from '../format';

/** That a replay is over, so that nobody waits for it. */
export function EndedFeeds() {
  const { feeds } = useMonitor();
  return <Ended feeds={feeds} />;
}

export function Ended({ feeds }: { readonly feeds: readonly FeedFigures[] }) {
  return feeds
    .filter(({ status }) => status === 'ENDED')
    .map(({ name }) => (
      <p key={name} className="badge" role="status">
        {title(name)} has ended
      </p>
    ));
}
