import type { Intraday } from '@thor/client';

/** The session's VWAP at the end of a minute. */
export interface VwapPoint {
  readonly minute: string;
  readonly value: number;
}

/**
 * The VWAP through the session, for drawing: the sum of price times volume over the volume since the session began. Its
 * last point is the figure that the server computed.
 */
export function vwapLine({ bars, forming, vwap }: Intraday): readonly VwapPoint[] {
  const points: VwapPoint[] = [];
  let notional = 0;
  let volume = 0;
  for (const bar of forming ? [...bars, forming] : bars) {
    if (vwap && bar.timestamp_minute >= vwap.session_date) {
      notional += bar.vwap * bar.volume;
      volume += bar.volume;
      points.push({ minute: bar.timestamp_minute, value: volume > 0 ? notional / volume : bar.close });
    }
  }
  const last = points.at(-1);
  return last && vwap ? [...points.slice(0, -1), { minute: last.minute, value: vwap.vwap }] : points;
}
