import { useConnection, useCutoverStatus, useThorClient } from '@thor/react';
import { useCallback, useState } from 'react';
import type { PageProps } from '../app';
import { Header } from '../chrome/header';
import { leavePage } from '../user';
import { loadAudit, loadFeature, loadSessions } from './api';
import { AuditTrail } from './audit-trail';
import { CalendarPanel } from './calendar/calendar-panel';
import { FeatureCard } from './feature-card';
import { LiveLog } from './live-log';
import { KillButton } from './order-buttons';
import { SessionsPanel } from './sessions-panel';
import { useFigures } from './use-figures';
import { useLoaded } from './use-loaded';

const READERS = ['operator', 'viewer'];
const EVERY_MS = 5000;

/** Where operators steer the cutover, and viewers look on. */
export function Console({ user, onSignedOut }: PageProps) {
  const allowed = user.roles.some((role) => READERS.includes(role));
  return (
    <>
      <a className="skip" href="#content">
        Skip to the features
      </a>
      <Header user={user} here="/console/" onSignOut={() => void leavePage(onSignedOut)} />
      <main id="content" className="console" tabIndex={-1}>
        {allowed ? (
          <Panels steers={user.roles.includes('operator')} />
        ) : (
          <p className="panel">
            The console is for operators and viewers; {user.username} is neither. <a href="/">Go to the dashboard</a>
          </p>
        )}
      </main>
    </>
  );
}

function Panels({ steers }: { readonly steers: boolean }) {
  const { rest } = useThorClient();
  const { status } = useCutoverStatus();
  const { state } = useConnection();
  const [orders, setOrders] = useState(0);
  const names = Object.keys(status.features);
  const trigger = `${status.revision} ${state} ${names.join()} ${orders}`;
  const ordered = useCallback(() => setOrders((count) => count + 1), []);
  const features = useLoaded(() => Promise.all(names.map((name) => loadFeature(rest, name))), EVERY_MS, trigger);
  const sessions = useLoaded(() => loadSessions(rest), EVERY_MS, trigger);
  const audit = useLoaded(() => loadAudit(rest), EVERY_MS * 2, trigger);
  const looks = useFigures();
  const problem = features.problem || sessions.problem || audit.problem;

  return (
    <>
      <div className="console-head">
        <h2>Cutover console</h2>
        <p className="muted">
          {steers ? 'Every order needs a reason and is kept in the audit.' : 'You may look; orders need an operator.'}
        </p>
        {steers && <KillButton sessions={sessions.data} onOrdered={ordered} />}
      </div>
      <p className="problem console-problem" role="alert">
        {problem}
      </p>
      <div className="cards">
        {(features.data ?? []).map((facts) => (
          <FeatureCard
            key={facts.feature.name}
            facts={facts}
            inForce={status.features[facts.feature.name]}
            sessions={sessions.data}
            looks={looks}
            pollSeconds={status.poll_seconds?.[facts.feature.name]}
            steers={steers}
            onOrdered={ordered}
          />
        ))}
      </div>
      <SessionsPanel sessions={sessions.data} revision={status.revision} />
      <AuditTrail audit={audit.data} />
      <CalendarPanel steers={steers} />
      <LiveLog />
    </>
  );
}
