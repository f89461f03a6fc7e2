import { useThorClient } from '@thor/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { LastBars } from './every-message';
import everyMessage from './every-message.tsx?raw';
import { Profit } from './one-feature';
import oneFeature from './one-feature.tsx?raw';
import { listen } from './plain-socket';
import plainSocket from './plain-socket.ts?raw';
import { Balance } from './while-you-migrate';
import whileYouMigrate from './while-you-migrate.tsx?raw';
import { WhereWeAre } from './whole-cutover';
import wholeCutover from './whole-cutover.tsx?raw';
import { showMarket } from './without-react';
import withoutReact from './without-react.ts?raw';

/** A pattern: its own file, which runs here and is shown as it stands. */
export interface Example {
  readonly title: string;
  readonly words: string;
  readonly source: string;
  /** Undefined while what it is about is not known. */
  readonly live: ReactNode;
}

/** All patterns, for one account and one market. */
export function examples(account: string | undefined, market: string | undefined): readonly Example[] {
  return [
    {
      title: 'A component on a feature',
      words:
        'All that most components need. The stage on the server decides where the data comes from, and may change it.',
      source: oneFeature,
      live: account && <Profit account={account} />,
    },
    {
      title: 'Beside code that polls',
      words: 'Takes over when the feature renders from WebSocket, and leaves the old code alone until then.',
      source: whileYouMigrate,
      live: account && <Balance account={account} polling={<p>The old code polls.</p>} />,
    },
    {
      title: 'Every message of a type',
      words: 'For logs, sounds and counters: called for each message, in order, whatever is drawn.',
      source: everyMessage,
      live: <LastBars />,
    },
    {
      title: 'How far the cutover is',
      words: 'The same words as thorctl status, anew with every change.',
      source: wholeCutover,
      live: <WhereWeAre />,
    },
    {
      title: 'Without React',
      words: 'A feature is a snapshot and a subscription; any framework can draw it.',
      source: withoutReact,
      live: market && <Market market={market} />,
    },
    {
      title: 'Without a library',
      words:
        'A client that only listens gets everything that its user may see. It cannot be steered, and compares nothing.',
      source: plainSocket,
      live: <Counts />,
    },
  ];
}

function Market({ market }: { readonly market: string }) {
  const client = useThorClient();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => (line.current ? showMarket(client, market, line.current) : undefined), [client, market]);
  return <p ref={line} />;
}

function Counts() {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => listen((type, count) => setCounts((all) => ({ ...all, [type]: count }))), []);
  const rows = Object.entries(counts).sort();
  return rows.length === 0 ? <p>Connecting…</p> : <p>{rows.map(([type, count]) => `${type} ${count}`).join(', ')}</p>;
}
