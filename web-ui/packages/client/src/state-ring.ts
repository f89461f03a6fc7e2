import type { Exact } from './exact.js';
import type { TopicKind } from './sequencer.js';
import type { Verdict } from './verdict.js';

/** A state of a topic, or an entry of a log, with its position, as either path brought it. */
export interface Snapshot {
  readonly epoch: string;
  readonly seq: number;
  readonly data: unknown;
  readonly exact: () => Exact | undefined;
}

interface Kept {
  readonly state: Snapshot;
  readonly atMs: number;
}

/** As many as a page shows. */
const MOST_ENTRIES = 2000;

/**
 * The recent states of one topic, as the stream brought them. A state is forgotten a while after its successor came, the
 * last one never; of a log the last entries are kept.
 */
export class StateRing {
  readonly #kind: TopicKind;
  readonly #kept = new Map<number, Kept>();
  readonly #entries = new Set<string>();
  readonly #formerEpochs = new Set<string>();
  #epoch: string | undefined;
  #epochSinceMs = 0;
  #newest = -1;
  #broken = false;

  constructor(kind: TopicKind) {
    this.#kind = kind;
  }

  get states(): readonly Snapshot[] {
    return [...this.#kept.values()].map(({ state }) => state);
  }

  /** The stream broke off; a log that does not go on where it stopped is one with a hole, not with a loss. */
  break(): void {
    this.#broken = true;
  }

  /** Takes the next state; the verdict is about the order of the stream alone. */
  add(state: Snapshot, nowMs: number, memoryMs: number): Verdict {
    if (this.#formerEpochs.has(state.epoch)) {
      return 'REORDERED';
    }
    this.#begin(state, nowMs);
    const same = this.#kept.get(state.seq)?.state;
    if (same) {
      return this.#kind === 'log' || text(same) !== text(state) ? 'DUPLICATE' : 'EQUAL';
    }
    if (state.seq < this.#newest) {
      return 'REORDERED';
    }
    this.#kept.set(state.seq, { state, atMs: nowMs });
    this.#newest = state.seq;
    const again = this.#kind === 'log' && this.#entries.has(text(state));
    if (this.#kind === 'log') {
      this.#entries.add(text(state));
    }
    this.#forget(nowMs - memoryMs);
    return again ? 'DUPLICATE' : 'EQUAL';
  }

  find({ epoch, seq }: Snapshot): Snapshot | undefined {
    return epoch === this.#epoch ? this.#kept.get(seq)?.state : undefined;
  }

  /** Whether the stream has not come to a position yet, or not to its epoch. */
  isBehind({ epoch, seq }: Snapshot): boolean {
    return !this.#formerEpochs.has(epoch) && (epoch !== this.#epoch || this.#newest < seq);
  }

  /** Whether a position lies before the oldest state that is kept. */
  isForgotten({ epoch, seq }: Snapshot): boolean {
    const [oldest = Infinity] = this.#kept.keys();
    return this.#formerEpochs.has(epoch) || seq < oldest;
  }

  /** Whether the stream left a position behind before a moment. */
  isLeftBehind({ epoch, seq }: Snapshot, beforeMs: number): boolean {
    if (this.#formerEpochs.has(epoch)) {
      return this.#epochSinceMs < beforeMs;
    }
    const next = [...this.#kept.values()].find(({ state }) => state.seq > seq);
    return next !== undefined && next.atMs < beforeMs;
  }

  #begin({ epoch, seq }: Snapshot, nowMs: number): void {
    const hole = this.#broken && this.#kind === 'log' && seq > this.#newest + 1;
    this.#broken = false;
    if (epoch !== this.#epoch && this.#epoch !== undefined) {
      this.#formerEpochs.add(this.#epoch);
      this.#epochSinceMs = nowMs;
    }
    if (epoch !== this.#epoch || hole) {
      this.#epoch = epoch;
      this.#kept.clear();
      this.#entries.clear();
      this.#newest = -1;
    }
  }

  #forget(beforeMs: number): void {
    if (this.#kind === 'log') {
      this.#drop(this.#kept.size - MOST_ENTRIES);
      return;
    }
    const [, ...successors] = this.#kept.values();
    this.#drop(successors.findIndex(({ atMs }) => atMs >= beforeMs));
  }

  #drop(oldest: number): void {
    for (const [seq, { state }] of [...this.#kept].slice(0, Math.max(0, oldest))) {
      this.#kept.delete(seq);
      this.#entries.delete(text(state));
    }
  }
}

/** One text for one value, since readers make the members in one order. */
function text({ data }: Snapshot): string {
  return JSON.stringify(data);
}
