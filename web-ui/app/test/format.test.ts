import { describe, expect, it } from 'vitest';
import { age, countdown, decimal, quantity, signed, title, toTheSecond } from '../src/format';
import { vwapLine } from '../src/panels/vwap-line';

describe('figures', () => {
  it('have a sign that needs no colour', () => {
    expect([signed(1.5, 2), signed(-1.5, 2), signed(0, 2)]).toEqual(['+1.50', '−1.50', '0.00']);
  });

  it('have fixed decimals or as many as they need', () => {
    expect([decimal(1234.5, 2), quantity(0.00000001), quantity(-2)]).toEqual(['1,234.50', '0.00000001', '−2']);
  });

  it('are a dash where there is none', () => expect([decimal(undefined, 2), age(undefined)]).toEqual(['–', '–']));
});

describe('times', () => {
  it('count down to zero and not below', () => {
    const now = Date.parse('2026-01-05T14:30:00Z');
    expect(countdown('2026-01-07T17:34:05Z', now)).toBe('2 d 03:04:05');
    expect(countdown('2026-01-05T14:29:00Z', now)).toBe('00:00:00');
  });

  it('grow in units that a reader takes in', () => {
    expect([age(4200), age(150_000), age(9_000_000)]).toEqual(['4 s', '2 min', '2 h']);
  });
});

it('a protocol name becomes words', () => expect(title('global_market')).toBe('Global market'));

describe('the VWAP line', () => {
  const bar = (minute: string, vwap: number, volume: number) => ({
    country: 'GLOBAL',
    symbol: 'X',
    timestamp_minute: minute,
    open: vwap,
    high: vwap,
    low: vwap,
    close: vwap,
    volume,
    trades: 1,
    vwap,
    final: true,
    revision: 0,
  });

  it('begins with the session, weighs by volume, and ends at the figure of the server', () => {
    const bars = [
      bar('2026-01-04T23:59:00Z', 900, 5),
      bar('2026-01-05T00:00:00Z', 100, 1),
      bar('2026-01-05T00:01:00Z', 200, 3),
      bar('2026-01-05T00:02:00Z', 175, 1),
    ];
    const vwap = { symbol: 'X', vwap: 175.5, volume: 5, session_date: '2026-01-05', timestamp: '2026-01-05T00:02:30Z' };
    expect(vwapLine({ bars, vwap }).map(({ value }) => value)).toEqual([100, 175, 175.5]);
  });

  it('is empty until the session is known', () =>
    expect(vwapLine({ bars: [bar('2026-01-05T00:00:00Z', 1, 1)] })).toEqual([]));
});

describe('words of the server', () => {
  it('show moments to the second', () => {
    expect(toTheSecond('compares since 2026-11-23T14:08:12.345678901Z')).toBe('compares since 2026-11-23T14:08:12Z');
    expect(toTheSecond('a drill at 2026-11-23T14:08:12Z passed in 1.5 ms')).toBe(
      'a drill at 2026-11-23T14:08:12Z passed in 1.5 ms',
    );
  });
});
