import { useId } from 'react';
import type { Sessions } from './facts';

/** Who is connected, and how many follow the present revision. */
export function SessionsPanel({
  sessions,
  revision,
}: {
  readonly sessions: Sessions | undefined;
  readonly revision: number;
}) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id} id="sessions">
      <header className="panel-head">
        <h2 id={id}>Sessions</h2>
        {sessions && (
          <p>
            <strong>
              {sessions.applied}/{sessions.full} applied
            </strong>{' '}
            <span className="muted">
              revision {revision}, {sessions.sessions} sessions on this node
            </span>
          </p>
        )}
      </header>
      {sessions ? (
        <Table sessions={sessions} revision={revision} />
      ) : (
        <p className="muted">Nothing is known of sessions.</p>
      )}
    </section>
  );
}

function Table({ sessions, revision }: { readonly sessions: Sessions; readonly revision: number }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus
    <div className="scroll tall" role="region" aria-label="Sessions, scrolls" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">User</th>
            <th scope="col">Client</th>
            <th scope="col">Draws from WebSocket</th>
            <th scope="col">Applied</th>
            <th scope="col">Connection</th>
          </tr>
        </thead>
        <tbody>
          {sessions.list.map((session) => (
            <tr key={session.connection}>
              <th scope="row">{session.user}</th>
              <td>{session.client.toLowerCase()}</td>
              <td>{streamed(session.renders) || 'nothing'}</td>
              <td>
                {session.applied ?? 'never'}
                {session.applied !== undefined && session.applied < revision && ' (behind)'}
              </td>
              <td className="muted">{session.connection}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.more && <p className="muted">There are more sessions than these.</p>}
    </div>
  );
}

function streamed(renders: Readonly<Record<string, string>>): string {
  return Object.keys(renders)
    .filter((feature) => renders[feature] === 'WebSocket')
    .join(', ');
}
