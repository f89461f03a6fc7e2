import { RequestFailedError, type Rest } from '@thor/client';
import { title } from '../../format';
import { members, rows, text, type Members } from '../read';

/** A day on which a market does not follow its calendar; times are the venue's. */
export interface Day {
  readonly date: string;
  /** Empty where the market is closed all day. */
  readonly open: string;
  readonly breakStart: string;
  readonly breakEnd: string;
  readonly close: string;
  /** A code, which the market's status carries. */
  readonly reason: string;
  readonly name: string;
}

/** Who changed which day to what. */
export interface Change {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly date: string;
  readonly words: string;
}

export interface Overrides {
  /** What the market is now, so that the effect of a change is seen where it is made. */
  readonly now: string;
  readonly days: readonly Day[];
  /** The newest first. */
  readonly changes: readonly Change[];
}

/** What became of a change, in words. */
export interface Changed {
  readonly done: boolean;
  readonly words: string;
}

/**
 * Errors: as of Rest.
 *
 * @param nowMs the server's time; asked of a moment, the status is the calendar's and no read of the old path
 */
export async function loadOverrides(rest: Rest, market: string, nowMs: number): Promise<Overrides> {
  const [overrides, status] = await Promise.all([
    rest.get(path(market)),
    rest.get(`/api/market/status/${encodeURIComponent(market)}?at=${new Date(nowMs).toISOString()}`),
  ]);
  return readOverrides(overrides.json, status.json);
}

/** @param marketStatus as `GET /api/market/status/{market_id}` answers */
export function readOverrides(json: unknown, marketStatus: unknown): Overrides {
  const { overrides, changes } = members(json);
  const { name, status, reason } = members(marketStatus);
  return {
    now: `${text(name)} is ${title(text(status)).toLowerCase()} now, ${text(reason).replaceAll('_', ' ')}`,
    days: rows(overrides).map(readDay),
    changes: rows(changes).map(readChange).reverse(),
  };
}

/** Errors: SignedOutError; every other failure is an outcome. */
export function setDay(rest: Rest, market: string, day: Day): Promise<Changed> {
  return attempt(inWords(market, day), () => rest.send('PUT', `${path(market)}/${day.date}`, { body: body(day) }));
}

/** Errors: as of setDay. */
export function removeDay(rest: Rest, market: string, date: string): Promise<Changed> {
  return attempt(`${market} follows its calendar on ${date}.`, () => rest.send('DELETE', `${path(market)}/${date}`));
}

/** Such as `10:00 to 16:00, break 12:00 to 13:00`. */
export function hours({ open, breakStart, breakEnd, close }: Day): string {
  if (!open && !close) {
    return 'closed';
  }
  return breakStart || breakEnd ? `${open} to ${close}, break ${breakStart} to ${breakEnd}` : `${open} to ${close}`;
}

/** What a day is set to, as a sentence. */
export function inWords(market: string, day: Day): string {
  const when = day.open || day.close ? `is open ${hours(day)} on its own clock` : 'is closed all day';
  return `${market} ${when} on ${day.date || 'the day'}.`;
}

function path(market: string): string {
  return `/api/market/overrides/${encodeURIComponent(market)}`;
}

/** Members that are empty are left out; what is missing is for the server to say. */
function body({ open, breakStart, breakEnd, close, reason, name }: Day): Members {
  const all = { open, break_start: breakStart, break_end: breakEnd, close, reason, name };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

async function attempt(done: string, send: () => Promise<unknown>): Promise<Changed> {
  try {
    await send();
    return { done: true, words: done };
  } catch (error) {
    if (error instanceof RequestFailedError) {
      return { done: false, words: error.message };
    }
    throw error;
  }
}

function readDay(row: Members): Day {
  return {
    date: text(row['date']),
    open: text(row['open']),
    breakStart: text(row['break_start']),
    breakEnd: text(row['break_end']),
    close: text(row['close']),
    reason: text(row['reason']),
    name: text(row['name']),
  };
}

function readChange({ id, at, actor, date, words }: Members): Change {
  return { id: String(id), at: text(at), actor: text(actor), date: text(date), words: text(words) };
}
