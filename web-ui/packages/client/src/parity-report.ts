import type { ParityCase } from './parity.js';
import { StaleTime, type StaleFigures } from './stale-time.js';
import type { StallWatch } from './stall-watch.js';
import { isFault, type Finding, type Verdict } from './verdict.js';

export type VerdictCounts = Readonly<Partial<Record<Verdict, number>>>;

/** What comparing says of one feature since the page was opened. */
export interface ParityFigures {
  readonly comparisons: number;
  readonly counts: VerdictCounts;
  /** Confirmed faults. */
  readonly confirmed: number;
  readonly selfTests: { readonly runs: number; readonly seen: number };
}

/** What is sent to the server: the counts since the last report, and a few of the faults. */
export interface ParityReport extends StaleFigures {
  readonly feature: string;
  readonly comparisons: number;
  readonly counts: VerdictCounts;
  /** Of `counts`, the faults that lasted. */
  readonly confirmed: VerdictCounts;
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
  readonly #time = new StaleTime();
  #fresh = new Tally();
  #cases: ParityCase[] = [];

  constructor(feature: string, stall: StallWatch) {
    this.#feature = feature;
    this.#stall = stall;
  }

  get figures(): ParityFigures {
    const { comparisons, counts, confirmed, runs, seen } = this.#total;
    const faults = Object.values(confirmed).reduce((sum, count) => sum + count, 0);
    return { comparisons, counts: { ...counts }, confirmed: faults, selfTests: { runs, seen } };
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

  /** Looks whether the feature is stale; undefined where nobody compares it now. */
  look(nowMs: number, stale: boolean | undefined): void {
    if (stale === undefined) {
      this.#time.pause();
    } else {
      this.#time.look(nowMs, stale);
    }
  }

  /** What came since the last call; undefined when there was nothing. */
  takeReport(): ParityReport | undefined {
    const { comparisons, counts, confirmed, runs, seen } = this.#fresh;
    const cases = this.#cases;
    if (comparisons === 0 && runs === 0 && !this.#time.worthTelling) {
      return undefined;
    }
    this.#fresh = new Tally();
    this.#cases = [];
    const time = this.#time.take();
    return { feature: this.#feature, comparisons, counts, confirmed, self_test: { runs, seen }, ...time, cases };
  }

  /** Takes back a report that could not be sent; the next one has it too. */
  putBack(report: ParityReport): void {
    this.#fresh.addAll(report);
    this.#time.putBack(report);
    this.#cases = [...report.cases, ...this.#cases].slice(0, MOST_CASES);
  }
}

class Tally {
  comparisons = 0;
  runs = 0;
  seen = 0;
  readonly counts: Partial<Record<Verdict, number>> = {};
  readonly confirmed: Partial<Record<Verdict, number>> = {};

  add({ verdict, certainty }: ParityCase): void {
    const one = { [verdict]: 1 };
    const lasts = certainty === 'CONFIRMED' && isFault(verdict);
    this.addAll({ comparisons: 1, counts: one, confirmed: lasts ? one : {}, self_test: { runs: 0, seen: 0 } });
  }

  selfTest(seen: boolean): void {
    this.addAll({ comparisons: 0, counts: {}, confirmed: {}, self_test: { runs: 1, seen: seen ? 1 : 0 } });
  }

  addAll({
    comparisons,
    counts,
    confirmed,
    self_test,
  }: Pick<ParityReport, 'comparisons' | 'counts' | 'confirmed' | 'self_test'>): void {
    this.comparisons += comparisons;
    this.runs += self_test.runs;
    this.seen += self_test.seen;
    sumUp(this.counts, counts);
    sumUp(this.confirmed, confirmed);
  }
}

function sumUp(sum: Partial<Record<Verdict, number>>, counts: VerdictCounts): void {
  for (const [verdict, count] of Object.entries(counts) as [Verdict, number][]) {
    sum[verdict] = (sum[verdict] ?? 0) + count;
  }
}
