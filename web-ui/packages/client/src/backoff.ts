const LEAST_MS = 500;
const MOST_MS = 20_000;

/**
 * How long to wait before a further try: anything from half a second to a cap that doubles with each attempt, so that
 * clients which lost one server do not come back together.
 *
 * @param attempt 0 for the first
 * @param random from 0 up to 1
 */
export function fullJitterMs(attempt: number, random: number): number {
  const capMs = Math.min(MOST_MS, 2 * LEAST_MS * 2 ** Math.min(attempt, 10));
  return LEAST_MS + random * (capMs - LEAST_MS);
}
