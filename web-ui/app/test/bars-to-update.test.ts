import type { IntradayBar } from '@thor/client';
import { describe, expect, it } from 'vitest';
import { barsToUpdate } from '../src/panels/bars-to-update';

function bar(minute: string, close = 800): IntradayBar {
  return { timestamp_minute: `2026-01-05T14:${minute}:00Z`, close } as IntradayBar;
}

describe('a chart', () => {
  const [a, b, c] = [bar('30'), bar('31'), bar('32')];

  it('changes its last bar and appends', () => {
    const [later, latest] = [bar('31', 801), bar('32', 802)];
    expect(barsToUpdate([a, b], [a, later])).toEqual([later]);
    expect(barsToUpdate([a, b], [a, later, latest])).toEqual([later, latest]);
    expect(barsToUpdate([a, b], [a, b, c])).toEqual([c]);
    expect(barsToUpdate([a, b], [a, b])).toEqual([]);
  });

  it('is set anew by a minute that comes after the one behind it', () => {
    expect(barsToUpdate([a, c], [a, b, c])).toBeUndefined();
    expect(barsToUpdate([a, c], [a, b, bar('32', 801)])).toBeUndefined();
  });

  it('is set anew at first, by an old correction, and where bars are gone', () => {
    expect(barsToUpdate([], [a])).toBeUndefined();
    expect(barsToUpdate([a, b, c], [bar('30', 801), b, c])).toBeUndefined();
    expect(barsToUpdate([a, b, c], [b, c])).toBeUndefined();
    expect(barsToUpdate([a, b], [a])).toBeUndefined();
  });
});
