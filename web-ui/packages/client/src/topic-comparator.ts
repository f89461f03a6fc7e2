import { Comparison, type CompareRules, type Difference } from './compare.js';
import type { TopicKind } from './sequencer.js';
import { StateRing, type Snapshot } from './state-ring.js';
import type { Finding, Verdict } from './verdict.js';

/** How long the stream may lag behind REST. */
export const STREAM_WAIT_MS = 2000;
const LEAST_MEMORY_MS = 30_000;

interface Waiting {
  readonly rest: Snapshot;
  readonly untilMs: number;
}

/**
 * Compares one topic's stream with what REST answers. For an answer at a position it looks for the stream's state at
 * that position, and waits a moment when the stream is behind. It changes nothing but its own memory; the server's
 * comparator passes the same golden cases.
 */
export class TopicComparator {
  readonly #topic: string;
  readonly #kind: TopicKind;
  readonly #rules: CompareRules;
  readonly #pollMs: () => number;
  readonly #ring: StateRing;
  #waiting: readonly Waiting[] = [];
  #streaming = false;

  /** @param pollMs milliseconds from one REST poll to the next */
  constructor(topic: string, kind: TopicKind, rules: CompareRules, pollMs: () => number) {
    this.#topic = topic;
    this.#kind = kind;
    this.#rules = rules;
    this.#pollMs = pollMs;
    this.#ring = new StateRing(kind);
  }

  /** The topic is subscribed: from now on, what REST has must come. */
  streamBegins(): void {
    this.#streaming = true;
  }

  /** The connection is gone; what it might have brought is undecided. */
  streamEnds(): void {
    this.#streaming = false;
    this.#ring.break();
  }

  onStream(state: Snapshot, nowMs: number): Finding {
    const memoryMs = Math.max(LEAST_MEMORY_MS, 2 * this.#pollMs());
    return this.#finding(state, this.#ring.add(state, nowMs, memoryMs));
  }

  /** Takes a REST answer; WAITING where `due` will tell. */
  onRest(rest: Snapshot, nowMs: number): Finding {
    const found = this.#judge(rest, nowMs);
    if (found.verdict === 'WAITING') {
      this.#waiting = [...this.#waiting, { rest, untilMs: nowMs + STREAM_WAIT_MS }];
    }
    return found;
  }

  /** Whether the stream has still not come to a position that was lost before. */
  isStillLost(rest: Snapshot, before: Finding): boolean {
    return before.verdict === 'LOST' && rest.seq === before.seq && this.#streaming && this.#ring.isBehind(rest);
  }

  /** The findings of answers that waited for the stream, as far as they are decided now. */
  due(nowMs: number): readonly Finding[] {
    const decided: Finding[] = [];
    this.#waiting = this.#waiting.filter(({ rest, untilMs }) => {
      const found = this.#judge(rest, nowMs);
      if (found.verdict === 'WAITING' && nowMs < untilMs) {
        return true;
      }
      decided.push(found.verdict === 'WAITING' ? this.#finding(rest, 'LOST') : found);
      return false;
    });
    return decided;
  }

  /** Whether it would see one changed figure of a state; `choice` picks which. */
  sees({ exact }: Snapshot, choice: number, nowMs: number): boolean {
    return this.#comparison(nowMs).sees(exact() ?? null, choice);
  }

  #judge(rest: Snapshot, nowMs: number): Finding {
    if (this.#ring.isBehind(rest)) {
      return this.#finding(rest, this.#streaming ? 'WAITING' : 'UNDECIDED');
    }
    const pushed = this.#ring.find(rest);
    const comparison = this.#comparison(nowMs);
    const differences = pushed ? comparison.differences(pushed.exact(), rest.exact()) : [];
    if (differences.length > 0) {
      return this.#finding(rest, this.#isTorn(rest, comparison) ? 'TORN' : 'MISMATCH', differences);
    }
    if (this.#kind === 'state' && this.#ring.isLeftBehind(rest, nowMs - 2 * this.#pollMs())) {
      return this.#finding(rest, 'STALE_REST');
    }
    return this.#finding(rest, pushed ? 'EQUAL' : this.#unseen(rest));
  }

  /** Entries of a log are about different things, so that a mix of them says nothing. */
  #isTorn(rest: Snapshot, comparison: Comparison): boolean {
    const states = this.#kind === 'state' ? this.#ring.states : [];
    const pushed = states.map(({ exact }) => exact());
    return comparison.isTorn(pushed, rest.exact());
  }

  /** A log has no gaps: what is missing within it is lost. */
  #unseen(rest: Snapshot): Verdict {
    return this.#kind === 'log' && !this.#ring.isForgotten(rest) ? 'LOST' : 'UNDECIDED';
  }

  #comparison(nowMs: number): Comparison {
    return new Comparison(this.#rules, this.#topic, nowMs);
  }

  #finding({ epoch, seq }: Snapshot, verdict: Verdict, differences: readonly Difference[] = []): Finding {
    return { topic: this.#topic, epoch, seq, verdict, differences };
  }
}
