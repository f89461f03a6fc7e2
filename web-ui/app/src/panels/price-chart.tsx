import { intraday, type Intraday } from '@thor/client';
import { useFeature } from '@thor/react';
import { useEffect, useRef } from 'react';
import { decimal, quantity } from '../format';
import type { CandleChart } from './candle-chart';
import { Panel } from './panel';

// The charting library is a good half of the page: it comes while the form or the first figures are shown.
const loaded = import('./candle-chart');

/** Candles of minutes with the session's VWAP. */
export function PriceChart({ symbol }: { readonly symbol: string }) {
  const state = useFeature(intraday, symbol);
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<CandleChart>(null);
  const newest = useRef<Intraday>(undefined);
  const { data } = state;

  useEffect(() => {
    let gone = false;
    void loaded.then((module) => {
      if (!gone && frame.current) {
        chart.current = new module.CandleChart(frame.current);
        if (newest.current) {
          chart.current.show(newest.current);
        }
      }
    });
    return () => {
      gone = true;
      chart.current?.remove();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    newest.current = data;
    if (data) {
      chart.current?.show(data);
    }
  }, [data]);

  return (
    <Panel title={`${symbol}, minutes (UTC)`} className="chart" state={{ ...state, data: true }}>
      <Facts data={data} />
      <div className="chart-frame" ref={frame} role="img" aria-label={`Candles of ${symbol} by minute, with VWAP`} />
      <div className="chart-tools" role="group" aria-label="Chart">
        <button type="button" className="quiet" onClick={() => chart.current?.scroll(-30)}>
          ← Earlier
        </button>
        <button type="button" className="quiet" onClick={() => chart.current?.scroll(30)}>
          Later →
        </button>
        <button type="button" className="quiet" onClick={() => chart.current?.zoom(0.6)} aria-label="Zoom in">
          +
        </button>
        <button type="button" className="quiet" onClick={() => chart.current?.zoom(1.6)} aria-label="Zoom out">
          −
        </button>
        <button type="button" className="quiet" onClick={() => chart.current?.latest()}>
          Latest
        </button>
        <a className="muted credit" href="https://www.tradingview.com/" rel="noreferrer">
          Lightweight Charts by TradingView
        </a>
      </div>
    </Panel>
  );
}

function Facts({ data }: { readonly data: Intraday | undefined }) {
  const bar = data?.forming ?? data?.bars.at(-1);
  const facts = [
    ['Last', decimal(bar?.close, 2)],
    ['VWAP', decimal(data?.vwap?.vwap, 2)],
    ['Open', decimal(bar?.open, 2)],
    ['High', decimal(bar?.high, 2)],
    ['Low', decimal(bar?.low, 2)],
    ['Volume', quantity(bar?.volume)],
  ] as const;
  return (
    <dl className="bar-facts">
      {facts.map(([label, value]) => (
        <div key={label} data-fact={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
