import { useConnection, useCutoverStatus } from '@thor/react';

export function WhereWeAre() {
  const { summary, isFullyCutover } = useCutoverStatus();
  const { state } = useConnection();
  return (
    <p>
      {summary}; the connection is {state}
      {isFullyCutover && ', and nothing polls any more'}
    </p>
  );
}
