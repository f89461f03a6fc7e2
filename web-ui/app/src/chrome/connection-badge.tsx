import type { ConnectionState } from '@thor/client';
import { useConnection } from '@thor/react';

const WORDS: Readonly<Record<ConnectionState, string>> = {
  idle: 'Not connected',
  connecting: 'Connecting…',
  open: 'Connected',
  waiting: 'Reconnecting…',
  offline: 'Offline',
  closed: 'Not connected',
};

/** The state of the WebSocket in words and a sign. */
export function ConnectionBadge() {
  const { state, reason } = useConnection();
  const good = state === 'open';
  return (
    <p
      id="connection"
      className="badge"
      data-state={state}
      data-tone={good ? 'stream' : 'stale'}
      role="status"
      title={reason}
    >
      <span aria-hidden="true">{good ? '● ' : '○ '}</span>
      {WORDS[state]}
    </p>
  );
}
