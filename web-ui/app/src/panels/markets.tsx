import { globalMarket, type MarketPhase, type MarketStatus } from '@thor/client';
import { useFeature } from '@thor/react';
import { useId } from 'react';
import { SourceBadge, StaleBadge } from '../chrome/source-badge';
import { countdown, title } from '../format';
import { useServerTime } from '../use-server-time';
import { DayLine } from './day-line';

const SIGNS: Readonly<Record<MarketPhase, string>> = {
  OPEN: '●',
  PREOPEN: '◐',
  PRECLOSE: '◑',
  BREAK: '◌',
  CLOSED: '○',
  UNKNOWN: '?',
};

/** Which markets trade, and the time to the next event of each. */
export function Markets({ markets }: { readonly markets: readonly string[] }) {
  const id = useId();
  const [first] = markets;
  return (
    <section className="panel markets" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>World markets</h2>
        {first !== undefined && <CommonSource market={first} />}
      </header>
      <ul className="market-list">
        {markets.map((market) => (
          <Market key={market} market={market} />
        ))}
      </ul>
    </section>
  );
}

/** All markets are one feature, and drawn from one path; each says by itself only that it is stale. */
function CommonSource({ market }: { readonly market: string }) {
  const state = useFeature(globalMarket, market);
  return <SourceBadge state={{ ...state, staleBecause: undefined }} showAge={false} />;
}

function Market({ market }: { readonly market: string }) {
  const state = useFeature(globalMarket, market);
  const nowMs = useServerTime();
  const { data } = state;
  return (
    <li className="market" data-stale={state.stale} data-source={state.source}>
      <div className="market-head">
        <h3>{data?.name ?? market}</h3>
        <StaleBadge because={state.staleBecause} />
      </div>
      <p className="market-line">
        <span className="phase" data-phase={data?.status}>
          <span aria-hidden="true">{SIGNS[data?.status ?? 'UNKNOWN']} </span>
          {data ? words(data) : 'Waiting for data…'}
        </span>
        <span className="local muted">{data && localTime(data.timezone, nowMs)}</span>
      </p>
      <DayLine status={data} nowMs={nowMs} />
      <p className="muted next">{data && nextWords(data, nowMs)}</p>
    </li>
  );
}

function words({ status, reason }: MarketStatus): string {
  return reason === 'regular' || reason === '' ? title(status) : `${title(status)}, ${title(reason).toLowerCase()}`;
}

function nextWords({ next_event, next_event_at }: MarketStatus, nowMs: number): string {
  return next_event && next_event_at
    ? `${title(next_event)} in ${countdown(next_event_at, nowMs)}`
    : 'Nothing planned: it never closes';
}

function localTime(timeZone: string, nowMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
    nowMs,
  );
}
