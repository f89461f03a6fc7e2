import { useThorClient } from '@thor/react';
import { useState } from 'react';
import { title } from '../format';
import type { Feature, Gates, Sessions } from './facts';
import { OrderDialog } from './order-dialog';
import { consequences, give, kill, killConsequences, offered, type Verb } from './orders';

interface Props {
  readonly feature: Feature;
  readonly gates: Gates;
  readonly sessions: Sessions | undefined;
  readonly onOrdered: () => void;
}

const STOPPING: readonly Verb[] = ['rollback'];

/** The orders that make sense for a feature as it is; each asks for a reason first. */
export function OrderButtons({ feature, gates, sessions, onOrdered }: Props) {
  const { rest } = useThorClient();
  const [verb, setVerb] = useState<Verb>();
  // What the operator has seen when the dialog opened: what changes meanwhile is refused as stale.
  const [seen, setSeen] = useState(feature);
  const open = (chosen: Verb) => {
    setSeen(feature);
    setVerb(chosen);
  };
  return (
    <div className="orders" role="group" aria-label={`Orders for ${feature.name}`}>
      {offered(feature).map((one) => (
        <button
          key={one}
          type="button"
          className={STOPPING.includes(one) ? 'stopping' : 'quiet'}
          data-verb={one}
          onClick={() => open(one)}
        >
          {title(one)}
        </button>
      ))}
      {verb && (
        <OrderDialog
          title={`${title(verb)} ${feature.name}`}
          consequences={consequences(verb, seen, gates, sessions)}
          asksAccounts={verb === 'advance' && gates.to === 'CANARY'}
          seen={seen}
          onSeen={setSeen}
          give={(entered) => give(rest, verb, seen, entered)}
          onOrdered={onOrdered}
          onClose={() => setVerb(undefined)}
        />
      )}
    </div>
  );
}

/** Everything off at once. */
export function KillButton({
  sessions,
  onOrdered,
}: {
  readonly sessions: Sessions | undefined;
  readonly onOrdered: () => void;
}) {
  const { rest } = useThorClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="stopping" onClick={() => setOpen(true)}>
        Kill switch
      </button>
      {open && (
        <OrderDialog
          title="Set all features OFF"
          consequences={killConsequences(sessions)}
          asksAccounts={false}
          give={({ reason }) => kill(rest, reason)}
          onOrdered={onOrdered}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
