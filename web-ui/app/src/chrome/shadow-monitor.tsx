import { isFault, type FeatureFigures, type MonitorSnapshot, type Verdict } from '@thor/client';
import { useMonitor, useThorClient } from '@thor/react';
import { useState } from 'react';
import { age, title } from '../format';

const SIGNS = { WebSocket: '⇄', REST: '↻', transitioning: '◐' } as const;

/** A small view of both paths: connection, state of each feature, counts, parity, and ages. */
export function ShadowMonitor() {
  const monitor = useMonitor();
  const confirmed = monitor.features.reduce((sum, { parity }) => sum + parity.confirmed, 0);
  const compared = monitor.features.reduce((sum, { parity }) => sum + parity.comparisons, 0);
  return (
    <aside aria-label="Shadow monitor">
      <details className="monitor panel" id="shadow-monitor" data-confirmed={confirmed}>
        <summary>
          Shadow monitor
          <span className="muted monitor-line">
            {` ${compared} compared, ${confirmed === 0 ? 'no fault' : `${confirmed} confirmed`}`}
          </span>
        </summary>
        <div className="monitor-scroll">
          <Features features={monitor.features} />
          <Messages monitor={monitor} />
          <LogSwitch />
        </div>
      </details>
    </aside>
  );
}

function Features({ features }: { readonly features: readonly FeatureFigures[] }) {
  return (
    <table>
      <caption className="hidden">Features on both paths</caption>
      <thead>
        <tr>
          <th scope="col">Feature</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Messages
          </th>
          <th scope="col" className="number">
            Age WS
          </th>
          <th scope="col" className="number">
            Age REST
          </th>
          <th scope="col">Parity</th>
        </tr>
      </thead>
      <tbody>
        {features.map((feature) => (
          <tr key={feature.name} data-feature={feature.name} data-matches={feature.parity.counts.EQUAL ?? 0}>
            <th scope="row">{title(feature.name)}</th>
            <td title={feature.stage?.why}>
              <span aria-hidden="true">{SIGNS[feature.state]} </span>
              {feature.state === 'REST' ? 'REST' : feature.state} <span className="muted">{feature.stage?.stage}</span>
            </td>
            <td className="number">{feature.messages}</td>
            <td className="number">{age(feature.streamAgeMs)}</td>
            <td className="number">{age(feature.restAgeMs)}</td>
            <td>{parityWords(feature)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function parityWords({ parity: { counts, comparisons, confirmed } }: FeatureFigures): string {
  if (comparisons === 0) {
    return 'not compared yet';
  }
  const faults = Object.entries(counts)
    .filter(([verdict]) => isFault(verdict as Verdict))
    .map(([verdict, count]) => `${count} ${title(verdict)}`);
  const undecided = counts.UNDECIDED ? `, ${counts.UNDECIDED} undecided` : '';
  const words = faults.length > 0 ? `, ${faults.join(', ')}${confirmed > 0 ? ` (${confirmed} confirmed)` : ''}` : '';
  return `${counts.EQUAL ?? 0} equal${undecided}${words}`;
}

function Messages({ monitor }: { readonly monitor: MonitorSnapshot }) {
  const { lastMessage, counts, feeds, rejected } = monitor;
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return (
    <dl className="facts">
      <dt>Last message</dt>
      <dd>{lastMessage ? `${lastMessage.name}, ${age(lastMessage.agoMs)} ago` : 'none yet'}</dd>
      <dt>Received</dt>
      <dd>{words.length > 0 ? words.join(', ') : 'nothing yet'}</dd>
      <dt>Feeds</dt>
      <dd>{feeds.map(({ name, status }) => `${name} ${status}`).join(', ') || 'not known yet'}</dd>
      <dt>Unreadable</dt>
      <dd>{rejected}</dd>
    </dl>
  );
}

function LogSwitch() {
  const client = useThorClient();
  const [on, setOn] = useState(client.logsShadow);
  const toggle = () => {
    client.logShadow(!on);
    localStorage.setItem('thor.log-shadow', on ? 'off' : 'on');
    setOn(!on);
  };
  return (
    <label className="switch">
      <input type="checkbox" checked={on} onChange={toggle} /> Log [WS] messages to the console in shadow
    </label>
  );
}
