import { LOADING, type FeatureSnapshot, type StaleCause } from './feature-snapshot.js';
import { Listeners } from './listeners.js';
import type { DataSource } from './shown-topic.js';

/** What goes into a snapshot. */
export interface Shows<Value> {
  readonly data: Value | undefined;
  readonly source: DataSource;
  /** The moment of the data. */
  readonly asOfMs: number | undefined;
  readonly staleBecause: StaleCause | undefined;
  readonly problem: string;
}

/** What listeners of a feature see. */
export class FeaturePicture<Value> {
  readonly changes = new Listeners<void>();

  #snapshot: FeatureSnapshot<Value>;

  constructor(source: DataSource) {
    this.#snapshot = { ...LOADING, source };
  }

  /** The same object until something in it changes. */
  get snapshot(): FeatureSnapshot<Value> {
    return this.#snapshot;
  }

  /** Makes a new snapshot where something changed, and tells. */
  draw({ asOfMs, ...shows }: Shows<Value>, nowMs: number): void {
    const next: FeatureSnapshot<Value> = {
      ...shows,
      ageMs: shows.data === undefined || asOfMs === undefined ? undefined : wholeSeconds(nowMs - asOfMs),
      stale: shows.staleBecause !== undefined,
    };
    const names = Object.keys(next) as (keyof FeatureSnapshot<Value>)[];
    if (names.some((name) => next[name] !== this.#snapshot[name])) {
      this.#snapshot = next;
      this.changes.tell();
    }
  }
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000)) * 1000;
}
