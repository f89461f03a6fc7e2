import { corrupted, differences, type CompareRules, type Difference } from './compare.js';
import type { Exact } from './exact.js';
import type { TopicMessage } from './parse.js';
import type { Cancel, Runtime } from './runtime.js';
import type { Anomaly, TopicKind } from './sequencer.js';

/** What one comparison says. */
export type Verdict = 'MATCH' | 'UNDECIDED' | 'MISMATCH' | 'LOST' | 'TORN' | 'STALE_REST' | Anomaly['kind'];

/** Whether asking again gave the same fault. */
export type Certainty = 'CONFIRMED' | 'TRANSIENT';

export interface ParityCase {
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  readonly topic: string;
  readonly epoch: string;
  readonly seq: number;
  readonly differences: readonly Difference[];
}

/** What a topic's comparison takes from its surroundings. */
export interface ParityPlan {
  readonly topic: string;
  readonly kind: TopicKind;
  readonly rules: CompareRules;
  pollIntervalMs(): number;
  /** Asks REST again, without condition; nothing where it does not answer. */
  probe(): Promise<readonly TopicMessage[]>;
  onCase(found: ParityCase): void;
  onSelfTest(seen: boolean): void;
}

interface Finding {
  readonly verdict: Verdict;
  readonly differences: readonly Difference[];
}

interface Held {
  readonly message: TopicMessage;
  readonly atMs: number;
}

const STREAM_WAIT_MS = 2000;
const REPOLL_MS = 1000;
const REPOLLS = 2;
const LEAST_KEPT_MS = 30_000;
const MOST_KEPT = 2000;
const SELF_TEST_EVERY = 1000;
const FAULTS: ReadonlySet<Verdict> = new Set(['MISMATCH', 'LOST', 'TORN']);

/**
 * Compares one topic on both paths. It keeps what the stream said for a while, looks up the position that REST
 * answered, waits where the stream may still be on its way, and asks again before it accuses. It changes nothing.
 */
export class TopicParity {
  readonly #runtime: Runtime;
  readonly #plan: ParityPlan;
  readonly #ring = new Map<number, Held>();
  readonly #judged = new Set<number>();
  readonly #timers = new Set<Cancel>();
  #epoch = '';
  #newest = -1;
  #oldest = Infinity;
  #live = false;
  /** What a log said before a break may be followed by a hole, so it is not compared any more. */
  #afterBreak = true;
  /** Counts the breaks of the stream: what was awaited across one is not decided. */
  #breaks = 0;
  #confirming = false;
  #comparisons = 0;
  /** What REST said before the stream began. */
  #early: readonly TopicMessage[] = [];

  constructor(runtime: Runtime, plan: ParityPlan) {
    this.#runtime = runtime;
    this.#plan = plan;
  }

  stop(): void {
    this.#live = false;
    this.#timers.forEach((cancel) => cancel());
    this.#timers.clear();
  }

  streamIs(live: boolean): void {
    this.#live = live;
    if (!live) {
      this.#breaks++;
      this.#afterBreak = true;
    }
  }

  streamed(message: TopicMessage): void {
    if (message.epoch !== this.#epoch) {
      this.#ring.clear();
      this.#judged.clear();
      this.#epoch = message.epoch;
      this.#newest = -1;
    }
    if (this.#afterBreak) {
      this.#oldest = message.seq;
      this.#afterBreak = false;
    }
    this.#ring.set(message.seq, { message, atMs: this.#runtime.monotonicMs() });
    this.#newest = Math.max(this.#newest, message.seq);
    this.#forget();
    const early = this.#early;
    this.#early = [];
    this.answered(early);
  }

  /** Takes a REST answer: one state, or the entries of a log. */
  answered(snapshot: readonly TopicMessage[]): void {
    if (!this.#live || this.#epoch === '') {
      this.#early = snapshot;
      return;
    }
    for (const rest of snapshot) {
      const done = this.#plan.kind === 'log' && this.#judged.has(rest.seq);
      if (!done && rest.topic === this.#plan.topic) {
        this.#consider(rest);
      }
    }
  }

  #consider(rest: TopicMessage): void {
    if (this.#plan.kind === 'log' && rest.epoch === this.#epoch && rest.seq < this.#oldest) {
      return;
    }
    if (rest.epoch === this.#epoch && rest.seq > this.#newest) {
      const breaks = this.#breaks;
      this.#later(STREAM_WAIT_MS, () => {
        const cut = breaks !== this.#breaks;
        this.#conclude(rest, cut ? { verdict: 'UNDECIDED', differences: [] } : this.#judge(rest));
      });
    } else {
      this.#conclude(rest, this.#judge(rest));
    }
  }

  #judge(rest: TopicMessage): Finding {
    const held = rest.epoch === this.#epoch ? this.#ring.get(rest.seq) : undefined;
    if (held) {
      return this.#compare(rest, held.message);
    }
    const lost = rest.epoch === this.#epoch && (rest.seq > this.#newest || this.#plan.kind === 'log');
    return { verdict: lost ? 'LOST' : this.#lagging(rest) ? 'STALE_REST' : 'UNDECIDED', differences: [] };
  }

  #compare(rest: TopicMessage, stream: TopicMessage): Finding {
    const [left, right] = [rest.exact(), stream.exact()];
    const found = this.#differ(left, right);
    if (found.length > 0) {
      return { verdict: this.#isTorn(left, found) ? 'TORN' : 'MISMATCH', differences: found };
    }
    if (++this.#comparisons % SELF_TEST_EVERY === 0) {
      this.#plan.onSelfTest(this.#differ(left, corrupted(right)).length > 0);
    }
    return { verdict: this.#lagging(rest) ? 'STALE_REST' : 'MATCH', differences: [] };
  }

  #differ(rest: Exact | undefined, stream: Exact | undefined): readonly Difference[] {
    const today = new Date(this.#runtime.wallMs()).toISOString().slice(0, 10);
    return differences(rest, stream, this.#plan.rules, today);
  }

  /** Whether every place that differs is right in some other state, so that REST mixed several. */
  #isTorn(rest: Exact | undefined, found: readonly Difference[]): boolean {
    const others = [...this.#ring.values()].map(({ message }) => this.#differ(rest, message.exact()));
    const matched = (path: string) => others.some((other) => !other.some((difference) => difference.path === path));
    return this.#plan.kind === 'state' && others.length > 1 && found.every(({ path }) => matched(path));
  }

  /** Whether the stream went past this position more than two polls ago. */
  #lagging(rest: TopicMessage): boolean {
    const limitMs = this.#runtime.monotonicMs() - 2 * this.#plan.pollIntervalMs();
    const passed = [...this.#ring.values()].some(({ message, atMs }) => message.seq > rest.seq && atMs < limitMs);
    return this.#plan.kind === 'state' && rest.epoch === this.#epoch && passed;
  }

  #conclude(rest: TopicMessage, finding: Finding): void {
    if (!FAULTS.has(finding.verdict)) {
      this.#judged.add(rest.seq);
      this.#tell(rest, finding, 'CONFIRMED');
    } else if (!this.#confirming) {
      this.#confirming = true;
      this.#later(REPOLL_MS, () => void this.#confirm(rest, finding, REPOLLS - 1));
    }
  }

  /** Asks again: one sound answer is enough to call the fault a passing one. */
  async #confirm(rest: TopicMessage, finding: Finding, left: number): Promise<void> {
    const again = await this.#plan.probe();
    const same = again.find(
      (message) => message.topic === rest.topic && (this.#plan.kind === 'state' || message.seq === rest.seq),
    );
    const verdict = same && this.#live ? this.#judge(same).verdict : 'UNDECIDED';
    if (FAULTS.has(verdict) && left > 0) {
      this.#later(REPOLL_MS, () => void this.#confirm(rest, finding, left - 1));
      return;
    }
    this.#confirming = false;
    this.#judged.add(rest.seq);
    this.#tell(rest, finding, FAULTS.has(verdict) ? 'CONFIRMED' : 'TRANSIENT');
  }

  #tell({ topic, epoch, seq }: TopicMessage, finding: Finding, certainty: Certainty): void {
    this.#plan.onCase({ ...finding, certainty, topic, epoch, seq });
  }

  #later(delayMs: number, task: () => void): void {
    const cancel = this.#runtime.after(delayMs, () => {
      this.#timers.delete(cancel);
      task();
    });
    this.#timers.add(cancel);
  }

  #forget(): void {
    const keepMs = Math.max(LEAST_KEPT_MS, 3 * this.#plan.pollIntervalMs());
    const limitMs = this.#plan.kind === 'log' ? -Infinity : this.#runtime.monotonicMs() - keepMs;
    for (const [seq, { atMs }] of this.#ring) {
      if (seq === this.#newest || (atMs >= limitMs && this.#ring.size <= MOST_KEPT)) {
        break;
      }
      this.#ring.delete(seq);
      this.#judged.delete(seq);
      this.#oldest = seq + 1;
    }
  }
}
