import type { ParityCase } from './parity.js';
import type { StallWatch } from './stall-watch.js';
import { isFault, type Finding, type Verdict } from './verdict.js';

/** What comparing says of one feature since the page was opened. */
export interface ParityFigures {
  readonly comparisons: number;
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  /** Confirmed faults. */
  readonly confirmed: number;
  readonly selfTests: { readonly runs: number; readonly seen: number };
}

/** What is sent to the server: the counts since the last report, and a few of the faults. */
export interface ParityReport {
  readonly feature: string;
  readonly comparisons: number;
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  readonly self_test: { readonly runs: number; readonly seen: number };
  readonly cases: readonly ParityCase[];
}

// A frame of a client may have 16 KiB.
const MOST_CASES = 5;
const MOST_DIFFERENCES = 5;

/** Counts the verdicts of one feature, and gathers the next report. */
export class ParityCounter {
  readonly #feature: string;
  readonly #stall: StallWatch;
  readonly #total = new Tally();
  #fresh = new Tally();
  #cases: ParityCase[] = [];

  constructor(feature: string, stall: StallWatch) {
    this.#feature = feature;
    this.#stall = stall;
  }

  get figures(): ParityFigures {
    const { comparisons, counts, confirmed, runs, seen } = this.#total;
    return { comparisons, counts: { ...counts }, confirmed, selfTests: { runs, seen } };
  }

  /** REST moved on at a topic. */
  moved(found: Finding): void {
    this.#stall.moved(found);
  }

  add(one: ParityCase): void {
    const stalled = one.verdict === 'LOST' && one.certainty === 'CONFIRMED' && this.#stall.isStalled();
    const found: ParityCase = stalled ? { ...one, verdict: 'STALLED' } : one;
    this.#total.add(found);
    this.#fresh.add(found);
    if (isFault(found.verdict) && this.#cases.length < MOST_CASES) {
      this.#cases.push({ ...found, differences: found.differences.slice(0, MOST_DIFFERENCES) });
    }
  }

  selfTest(seen: boolean): void {
    this.#total.selfTest(seen);
    this.#fresh.selfTest(seen);
  }

  /** What came since the last call; undefined when there was nothing. */
  takeReport(): ParityReport | undefined {
    const { comparisons, counts, runs, seen } = this.#fresh;
    const cases = this.#cases;
    if (comparisons === 0 && runs === 0) {
      return undefined;
    }
    this.#fresh = new Tally();
    this.#cases = [];
    return { feature: this.#feature, comparisons, counts, self_test: { runs, seen }, cases };
  }
}

class Tally {
  comparisons = 0;
  confirmed = 0;
  runs = 0;
  seen = 0;
  readonly counts: Partial<Record<Verdict, number>> = {};

  add({ verdict, certainty }: ParityCase): void {
    this.comparisons++;
    this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
    this.confirmed += certainty === 'CONFIRMED' && isFault(verdict) ? 1 : 0;
  }

  selfTest(seen: boolean): void {
    this.runs++;
    this.seen += seen ? 1 : 0;
  }
}
