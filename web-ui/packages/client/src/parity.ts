import type { CompareRules } from './compare.js';
import type { TopicMessage } from './parse.js';
import type { Cancel, Runtime } from './runtime.js';
import type { TopicKind } from './sequencer.js';
import { Suspicion, type Certainty } from './suspicion.js';
import { STREAM_WAIT_MS, TopicComparator } from './topic-comparator.js';
import { isFault, type Finding, type Verdict } from './verdict.js';

export interface ParityCase extends Finding {
  readonly certainty: Certainty;
}

/** What a topic's comparison takes from its surroundings. */
export interface ParityPlan {
  readonly topic: string;
  readonly kind: TopicKind;
  readonly rules: CompareRules;
  pollIntervalMs(): number;
  /** Asks REST again, without condition; nothing where it does not answer. */
  probe(): Promise<readonly TopicMessage[]>;
  /** REST moved on, and this is what was found there; a fault may not last. */
  onMoved(found: Finding): void;
  onCase(found: ParityCase): void;
  onSelfTest(seen: boolean): void;
}

const REPOLL_MS = 1000;
const SELF_TEST_EVERY = 1000;

/**
 * Holds one topic's REST answers against its stream as both come: lets each wait where it must, asks again before it
 * accuses, and proves now and then that it still sees. It changes nothing, and blocks neither path.
 */
export class TopicParity {
  readonly #runtime: Runtime;
  readonly #plan: ParityPlan;
  readonly #comparator: TopicComparator;
  /** From the monotonic clock to the time of day, once and for all: no jump of that clock may age a state. */
  readonly #originMs: number;
  /** Entries of a log that are decided: each is compared once. */
  readonly #decided = new Set<number>();
  readonly #timers = new Set<Cancel>();
  #epoch = '';
  #live = false;
  #comparisons = 0;
  #moved = '';
  #suspicion: Suspicion | undefined;
  /** A further poll that waits for the stream. */
  #awaited: Finding | undefined;
  /** What REST said before the stream began. */
  #early: readonly TopicMessage[] = [];

  constructor(runtime: Runtime, plan: ParityPlan) {
    this.#runtime = runtime;
    this.#plan = plan;
    this.#originMs = runtime.wallMs() - runtime.monotonicMs();
    this.#comparator = new TopicComparator(plan.topic, plan.kind, plan.rules, () => plan.pollIntervalMs());
  }

  stop(): void {
    this.#live = false;
    this.#timers.forEach((cancel) => cancel());
    this.#timers.clear();
  }

  streamIs(live: boolean): void {
    this.#live = live;
    if (live) {
      this.#comparator.streamBegins();
    } else {
      this.#comparator.streamEnds();
      this.#settle();
    }
  }

  /** Takes what came on the stream, also what is not new. */
  streamed(message: TopicMessage): void {
    if (message.epoch !== this.#epoch) {
      this.#epoch = message.epoch;
      this.#decided.clear();
    }
    const found = this.#comparator.onStream(message, this.#now());
    if (isFault(found.verdict)) {
      this.#plan.onCase({ ...found, certainty: 'CONFIRMED' });
    }
    this.#settle();
    const early = this.#early;
    this.#early = [];
    this.answered(early);
  }

  /** Takes a REST answer: one state, or the entries of a log. An answer that is the same as the last one counts too. */
  answered(snapshot: readonly TopicMessage[]): void {
    const own = snapshot.filter(({ topic }) => topic === this.#plan.topic);
    if (!this.#live) {
      this.#early = own;
      return;
    }
    for (const rest of own.filter((message) => !this.#isDecided(message))) {
      const found = this.#look(rest);
      this.#conclude(found);
      if (found.verdict === 'EQUAL' && ++this.#comparisons % SELF_TEST_EVERY === 0) {
        const choice = this.#comparisons / SELF_TEST_EVERY;
        this.#plan.onSelfTest(this.#comparator.sees(rest, choice, this.#now()));
      }
    }
  }

  #isDecided({ epoch, seq }: TopicMessage): boolean {
    return this.#plan.kind === 'log' && epoch === this.#epoch && this.#decided.has(seq);
  }

  #look(rest: TopicMessage): Finding {
    const found = this.#comparator.onRest(rest, this.#now());
    if (found.verdict === 'WAITING') {
      this.#later(STREAM_WAIT_MS, () => this.#settle());
    }
    return found;
  }

  /** Tells what has waited and is decided now. */
  #settle(): void {
    for (const found of this.#comparator.due(this.#now())) {
      if (this.#awaited?.seq === found.seq && this.#awaited.epoch === found.epoch) {
        this.#awaited = undefined;
        this.#repolled(found.verdict);
      } else {
        this.#conclude(found);
      }
    }
  }

  #conclude(found: Finding): void {
    if (found.verdict === 'WAITING') {
      return;
    }
    const position = `${found.epoch} ${found.seq}`;
    if (this.#plan.kind === 'log' || position !== this.#moved) {
      this.#moved = position;
      this.#plan.onMoved(found);
    }
    if (!isFault(found.verdict)) {
      this.#decided.add(found.seq);
      this.#plan.onCase({ ...found, certainty: 'CONFIRMED' });
    } else if (!this.#suspicion) {
      this.#suspicion = new Suspicion(found);
      this.#later(REPOLL_MS, () => void this.#repoll(found));
    }
  }

  async #repoll(first: Finding): Promise<void> {
    const answer = await this.#plan.probe();
    const again = answer.find(
      ({ topic, seq }) => topic === first.topic && (this.#plan.kind === 'state' || seq === first.seq),
    );
    if (again && this.#comparator.isStillLost(again, first)) {
      this.#repolled('LOST');
      return;
    }
    const found = again && this.#live ? this.#look(again) : undefined;
    if (found?.verdict === 'WAITING') {
      this.#awaited = found;
    } else {
      this.#repolled(found?.verdict ?? 'UNDECIDED');
    }
  }

  #repolled(verdict: Verdict): void {
    const suspicion = this.#suspicion;
    suspicion?.repolled(verdict);
    const certainty = suspicion?.result;
    if (suspicion && certainty) {
      this.#suspicion = undefined;
      this.#decided.add(suspicion.first.seq);
      this.#plan.onCase({ ...suspicion.first, certainty });
    } else if (suspicion) {
      this.#later(REPOLL_MS, () => void this.#repoll(suspicion.first));
    }
  }

  #now(): number {
    return this.#originMs + this.#runtime.monotonicMs();
  }

  #later(delayMs: number, task: () => void): void {
    const cancel = this.#runtime.after(delayMs, () => {
      this.#timers.delete(cancel);
      task();
    });
    this.#timers.add(cancel);
  }
}
