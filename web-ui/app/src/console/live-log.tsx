import { globalMarket, intraday, type ServerMessage } from '@thor/client';
import { useFeature, useThorClient } from '@thor/react';
import { useEffect, useId, useState } from 'react';
import { useScope } from '../use-scope';
import { logLine, type LogLine } from './log-line';

const MOST_LINES = 200;

/** What this page's own session receives, newest first. */
export function LiveLog() {
  const id = useId();
  const client = useThorClient();
  const [scope] = useScope(client);
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  const [paused, setPaused] = useState(false);

  useEffect(() => {
    if (paused) {
      return undefined;
    }
    let count = Date.now();
    return client.session.messages.add((message: ServerMessage) => {
      const line = logLine(message, count++);
      setLines((before) => [line, ...before].slice(0, MOST_LINES));
    });
  }, [client, paused]);

  return (
    <section className="panel" aria-labelledby={id} id="live-log">
      <header className="panel-head">
        <h2 id={id}>Live log</h2>
        <button type="button" className="quiet" aria-pressed={paused} onClick={() => setPaused(!paused)}>
          {paused ? 'Go on' : 'Hold'}
        </button>
      </header>
      {scope.symbols.map((symbol) => (
        <Symbol key={symbol} symbol={symbol} />
      ))}
      {scope.markets.map((market) => (
        <Market key={market} market={market} />
      ))}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus */}
      <div className="log" role="log" aria-live="off" aria-label="Messages, newest first" tabIndex={0}>
        {lines.length === 0 && <p className="muted">Nothing received yet.</p>}
        {lines.map(({ key, at, name, words }) => (
          <p key={key}>
            <span className="muted">{at}</span> <strong>{name}</strong> {words}
          </p>
        ))}
      </div>
    </section>
  );
}

/** Keeps a symbol's topics subscribed while the log is there. */
function Symbol({ symbol }: { readonly symbol: string }) {
  useFeature(intraday, symbol);
  return null;
}

/** Keeps a market's topic subscribed while the log is there. */
function Market({ market }: { readonly market: string }) {
  useFeature(globalMarket, market);
  return null;
}
