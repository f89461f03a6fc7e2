import { decimal } from '../format';
import type { Feature, Sessions } from './facts';
import type { Look } from './use-figures';

interface Known {
  readonly feature: Pick<Feature, 'name' | 'stage'>;
  /** The oldest first. */
  readonly looks: readonly Pick<Look, 'atMs' | 'calls'>[];
  readonly sessions: Sessions | undefined;
  /** Seconds from poll to poll at the present stage. */
  readonly pollSeconds: number | undefined;
}

const MINUTE_MS = 60_000;
/** From a shorter time a rate would jump with each request. */
const LEAST_MS = 9_000;
/** How often pages that draw REST poll, unless it is configured otherwise. */
const USUAL_SECONDS: Readonly<Record<string, number>> = { intraday: 5, global_market: 30 };
const FALLBACK_SECONDS = 10;
/** What pages are drawn from; a failed stream is replaced by `resync`. */
const DRAWING = ['none', 'resync'];
const COMPARING = ['parity'];

/** What the old path still carries, and what the stream spares it, a line each. */
export function requestWords({ feature, looks, sessions, pollSeconds }: Known): readonly string[] {
  const drawing = perMinute(looks, feature.name, DRAWING);
  const comparing = perMinute(looks, feature.name, COMPARING);
  const carried =
    drawing === undefined || comparing === undefined
      ? 'REST requests a minute: being counted.'
      : `REST requests a minute: ${decimal(drawing, 0)} to draw, ${decimal(comparing, 0)} to compare.`;
  return [carried, savedWords(feature, sessions, pollSeconds)];
}

function savedWords(feature: Known['feature'], sessions: Known['sessions'], pollSeconds: number | undefined): string {
  if (!sessions || pollSeconds === undefined) {
    return 'Requests saved: not known.';
  }
  const streamed = sessions.list.filter(({ renders }) => renders[feature.name] === 'WebSocket').length;
  if (streamed === 0) {
    return 'Requests saved: none, every session draws REST.';
  }
  const usual = USUAL_SECONDS[feature.name] ?? FALLBACK_SECONDS;
  const polled = feature.stage === 'COMPLETE' ? 0 : 60 / pollSeconds;
  const saved = decimal(Math.max(0, streamed * (60 / usual - polled)), 0);
  const now = polled === 0 ? 'do not poll' : `poll each ${pollSeconds} s to compare`;
  const who = `${streamed}${sessions.more ? ' or more' : ''} sessions that draw the stream`;
  return `Requests saved: about ${saved} a minute, as ${who} ${now}, instead of each ${usual} s to draw.`;
}

/** By how much counters rose, in requests a minute; undefined while there is too little to tell, or after a restart. */
function perMinute(looks: Known['looks'], feature: string, purposes: readonly string[]): number | undefined {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || last.atMs - first.atMs < LEAST_MS) {
    return undefined;
  }
  const rose = purposes.reduce((sum, purpose) => {
    const name = `${feature} ${purpose}`;
    return sum + (last.calls.get(name) ?? 0) - (first.calls.get(name) ?? 0);
  }, 0);
  return rose < 0 ? undefined : (rose * MINUTE_MS) / (last.atMs - first.atMs);
}
