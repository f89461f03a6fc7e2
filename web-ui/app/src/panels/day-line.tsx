import type { MarketStatus } from '@thor/client';

const DAY_MS = 86_400_000;
const WIDTH = 240;

/** The market's day from midnight to midnight: where it is now, and how long its state lasts. */
export function DayLine({ status, nowMs }: { readonly status: MarketStatus | undefined; readonly nowMs: number }) {
  const now = status ? dayPart(status.timezone, nowMs) : 0;
  const leftMs = status?.next_event_at ? Math.max(0, Date.parse(status.next_event_at) - nowMs) : DAY_MS;
  const until = Math.min(1, now + leftMs / DAY_MS);
  return (
    <svg className="day-line" viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="day" x="0" y="5" width={WIDTH} height="2" />
      {status && (
        <>
          <rect
            className="lasts"
            data-phase={status.status}
            x={now * WIDTH}
            y="4"
            width={(until - now) * WIDTH}
            height="4"
          />
          <rect className="now" x={now * WIDTH - 1} y="0" width="2" height="12" />
        </>
      )}
    </svg>
  );
}

/** From 0 at midnight up to 1, in a time zone. */
function dayPart(timeZone: string, nowMs: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(nowMs);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return (part('hour') * 60 + part('minute')) / 1440;
}
