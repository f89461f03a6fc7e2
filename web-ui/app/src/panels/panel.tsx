import type { FeatureSnapshot } from '@thor/client';
import { useId, type ReactNode } from 'react';
import { SourceBadge } from '../chrome/source-badge';

interface Props {
  readonly title: string;
  readonly className: string;
  readonly state: FeatureSnapshot<unknown>;
  /** Whether the age of the data says something; a market that is closed all day is not old. */
  readonly showAge?: boolean;
  readonly children: ReactNode;
}

/** A frame that says where its data comes from, and that greys what is stale without moving it. */
export function Panel({ title, className, state, showAge = true, children }: Props) {
  const id = useId();
  const { data, stale, problem } = state;
  return (
    <section className={`panel ${className}`} aria-labelledby={id} data-stale={stale} data-source={state.source}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        <SourceBadge state={state} showAge={showAge} />
      </header>
      <div className="panel-body">
        {data === undefined ? <p className="muted waiting">{problem || 'Waiting for the first figures…'}</p> : children}
      </div>
    </section>
  );
}
