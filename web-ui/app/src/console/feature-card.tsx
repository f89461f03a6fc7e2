import type { FeatureStage } from '@thor/client';
import { useId } from 'react';
import { title, toTheSecond } from '../format';
import { AgeChart } from './age-chart';
import type { FeatureFacts } from './api';
import { EvidenceViewer } from './evidence-viewer';
import { stageWords, type Gates, type Sessions } from './facts';
import { OrderButtons } from './order-buttons';
import { requestWords } from './requests';
import type { Look } from './use-figures';
import { VerdictChart } from './verdict-chart';

interface Props {
  readonly facts: FeatureFacts;
  /** What this page's own session was told, caps included. */
  readonly inForce: FeatureStage | undefined;
  readonly sessions: Sessions | undefined;
  readonly looks: readonly Look[];
  /** Seconds from poll to poll; undefined where the server does not say. */
  readonly pollSeconds: number | undefined;
  readonly steers: boolean;
  readonly onOrdered: () => void;
}

/** One feature: where it stands and why, what the next step needs, and the orders that can be given. */
export function FeatureCard({ facts, inForce, sessions, looks, pollSeconds, steers, onOrdered }: Props) {
  const id = useId();
  const { feature, gates, evidence } = facts;
  return (
    <section className="panel card" aria-labelledby={id} data-feature={feature.name} data-stage={feature.stage}>
      <header className="panel-head">
        <h3 id={id}>{title(feature.name)}</h3>
        <StageBadges facts={facts} inForce={inForce} />
      </header>
      <p className="why">{inForce?.why ?? feature.why}</p>
      {feature.hold && <p className="hold">{feature.hold}</p>}
      {feature.pending && (
        <p className="hold">
          {feature.pending.by} asked for {feature.pending.to}: “{feature.pending.reason}”; another operator approves.
        </p>
      )}
      <GateList gates={gates} />
      {evidence && evidence.minutes.length > 0 ? (
        <VerdictChart feature={feature.name} minutes={evidence.minutes} />
      ) : (
        <p className="muted no-chart">No evidence yet.</p>
      )}
      {evidence?.probe && <p className="muted probe">{toTheSecond(evidence.probe)}</p>}
      <AgeChart feature={feature.name} looks={looks} />
      <ul className="requests muted">
        {requestWords({ feature, looks, sessions, pollSeconds }).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {evidence && evidence.samples.length > 0 && <EvidenceViewer samples={evidence.samples} />}
      {steers && <OrderButtons feature={feature} gates={gates} sessions={sessions} onOrdered={onOrdered} />}
    </section>
  );
}

function StageBadges({ facts: { feature }, inForce }: Pick<Props, 'facts' | 'inForce'>) {
  const drawn = inForce?.renders ?? 'REST';
  const capped = inForce && inForce.stage !== feature.stage;
  return (
    <p className="stage-badges">
      {feature.overlay && (
        <span className="badge" data-tone="stale">
          <span aria-hidden="true">⚠ </span>
          {feature.overlay === 'ROLLED_BACK' ? 'Rolled back' : title(feature.overlay)}
        </span>
      )}
      {capped && <span className="badge">in force: {inForce.stage}</span>}
      <span className="badge" data-tone={drawn === 'WebSocket' ? 'stream' : undefined}>
        <span aria-hidden="true">{drawn === 'WebSocket' ? '⇄ ' : '↻ '}</span>
        <span className="stage">{stageWords(feature)}</span>
      </span>
    </p>
  );
}

const SIGNS: Readonly<Record<string, string>> = { PASS: '✓', HOLD: '✕', INCONCLUSIVE: '…' };

function GateList({ gates }: { readonly gates: Gates }) {
  return (
    <div className="gates">
      <h4>{gates.to ? `Gate to ${gates.to}: ${gates.passes ? 'passes' : 'holds'}` : gates.words}</h4>
      {gates.to && gates.checks.length === 0 && <p className="muted">This step has no conditions.</p>}
      <ul>
        {gates.checks.map(({ name, result, words }) => (
          <li key={name} data-result={result}>
            <span aria-hidden="true">{SIGNS[result] ?? '?'}</span>
            <span className="hidden">
              {result === 'PASS' ? 'met:' : result === 'HOLD' ? 'not met:' : 'not known yet:'}
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
