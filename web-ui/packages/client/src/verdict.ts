import type { Difference } from './compare.js';

/** What follows from a confirmed verdict on a critical field. */
export type ParityAction = 'NONE' | 'ROLL_BACK' | 'PAUSE';

const ACTIONS = {
  EQUAL: 'NONE',
  /** REST is ahead; the stream has a moment to follow. */
  WAITING: 'NONE',
  /** The position that REST answered was never seen on the stream, and need not have been. */
  UNDECIDED: 'NONE',
  MISMATCH: 'ROLL_BACK',
  /** In REST, never on the stream. */
  LOST: 'ROLL_BACK',
  /** REST mixes several states of the stream. */
  TORN: 'ROLL_BACK',
  /** One position with other data, or a log's entry twice. */
  DUPLICATE: 'ROLL_BACK',
  REORDERED: 'ROLL_BACK',
  /** REST answers what the stream left behind long ago. */
  STALE_REST: 'PAUSE',
  /** Everything of a feature is lost at once while the connection lives. */
  STALLED: 'ROLL_BACK',
} as const satisfies Record<string, ParityAction>;

/** What one comparison says. */
export type Verdict = keyof typeof ACTIONS;

/** What one look at one topic found. */
export interface Finding {
  readonly topic: string;
  readonly epoch: string;
  readonly seq: number;
  readonly verdict: Verdict;
  readonly differences: readonly Difference[];
}

/** What is to be done when it is confirmed; a difference in no critical field asks for nothing. */
export function actionOf({ verdict, differences }: Pick<Finding, 'verdict' | 'differences'>): ParityAction {
  const harmless = differences.length > 0 && !differences.some(({ critical }) => critical);
  return harmless ? 'NONE' : ACTIONS[verdict];
}

export function isFault(verdict: Verdict): boolean {
  return ACTIONS[verdict] !== 'NONE';
}

/** Whether further polls can say if it lasts; what the stream itself did, it did. */
export function isRepolled(verdict: Verdict): boolean {
  return ['MISMATCH', 'LOST', 'TORN', 'STALE_REST'].includes(verdict);
}

/**
 * Whether a whole feature has stopped: REST moved on at some topics, and none of these moves came on the stream, though
 * the connection lives.
 *
 * @param moved the verdicts of the topics whose REST position has changed
 */
export function isStalled(moved: readonly Verdict[], connectionLives: boolean): boolean {
  return connectionLives && moved.length > 0 && moved.every((verdict) => verdict === 'LOST');
}
