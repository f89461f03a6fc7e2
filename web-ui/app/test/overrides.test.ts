import { RequestFailedError, SignedOutError, type Rest } from '@thor/client';
import { describe, expect, it } from 'vitest';
import { hours, inWords, readOverrides, removeDay, setDay, type Day } from '../src/console/calendar/overrides';

const CLOSED: Day = {
  ...{ date: '2026-01-09', open: '', breakStart: '', breakEnd: '', close: '' },
  ...{ reason: 'storm', name: 'Typhoon' },
};
const SHORT: Day = { ...CLOSED, open: '10:00', breakStart: '11:00', breakEnd: '11:30', close: '12:00' };

/** Notes what is sent, and fails where it is told to. */
function restThat(error?: Error) {
  const sent: unknown[] = [];
  const send = (method: string, path: string, { body }: { body?: unknown } = {}) => {
    sent.push({ method, path, body });
    return error ? Promise.reject(error) : Promise.resolve({});
  };
  return { sent, rest: { send } as unknown as Rest };
}

describe('days of a calendar', () => {
  it('are said in words', () => {
    expect(inWords('XTKS', CLOSED)).toBe('XTKS is closed all day on 2026-01-09.');
    expect(inWords('XTKS', SHORT)).toContain('open 10:00 to 12:00, break 11:00 to 11:30');
    expect(hours({ ...SHORT, breakStart: '', breakEnd: '' })).toBe('10:00 to 12:00');
  });

  it('are sent without what is empty', async () => {
    const { rest, sent } = restThat();
    expect(await setDay(rest, 'XTKS', CLOSED)).toEqual({ done: true, words: 'XTKS is closed all day on 2026-01-09.' });
    const path = '/api/market/overrides/XTKS/2026-01-09';
    expect(sent).toEqual([{ method: 'PUT', path, body: { reason: 'storm', name: 'Typhoon' } }]);
  });

  it('that the server refuses say why', async () => {
    const { rest } = restThat(new RequestFailedError(400, "reason is 'Storm'; give a code such as storm"));
    expect(await setDay(rest, 'XTKS', CLOSED)).toEqual({
      done: false,
      words: "reason is 'Storm'; give a code such as storm",
    });
    const ended = restThat(new SignedOutError('Sign in first.'));
    await expect(removeDay(ended.rest, 'XTKS', CLOSED.date)).rejects.toThrow(SignedOutError);
  });

  it('are read with who changed them, the newest first', () => {
    const changes = [1, 2].map((id) => ({ id, at: '', actor: 'operator', date: '2026-01-09', words: 'closed' }));
    const status = { name: 'Tokyo Stock Exchange', status: 'CLOSED', reason: 'early_close' };
    const read = readOverrides({ overrides: [{ date: '2026-01-09', open: '10:00', close: '12:00' }], changes }, status);
    expect(read.now).toBe('Tokyo Stock Exchange is closed now, early close');
    expect(read.days.map(hours)).toEqual(['10:00 to 12:00']);
    expect(read.changes.map(({ id }) => id)).toEqual(['2', '1']);
    expect(readOverrides(null, null)).toMatchObject({ days: [], changes: [] });
  });
});
