import { LOADING, type FeatureSnapshot, type StaleCause } from './feature-snapshot.js';
import { Listeners } from './listeners.js';
import type { DataSource } from './shown-topic.js';

/** What goes into a snapshot beside its data. */
export interface Shows {
  readonly source: DataSource;
  /** The moment of the data. */
  readonly asOfMs: number | undefined;
  readonly staleBecause: StaleCause | undefined;
  readonly problem: string;
}

/** What listeners of a feature see. */
export class FeaturePicture<Value> {
  readonly changes = new Listeners<void>();

  readonly #value: () => Value | undefined;
  #data: Value | undefined;
  #spoiled = false;
  #snapshot: FeatureSnapshot<Value>;

  /** @param value computes the data anew */
  constructor(source: DataSource, value: () => Value | undefined) {
    this.#value = value;
    this.#snapshot = { ...LOADING, source };
  }

  /** The same object until something in it changes. */
  get snapshot(): FeatureSnapshot<Value> {
    return this.#snapshot;
  }

  /** The data is another than it was drawn. */
  spoil(): void {
    this.#spoiled = true;
  }

  /** Makes a new snapshot where something changed, and tells. */
  draw({ asOfMs, ...shows }: Shows, nowMs: number): void {
    if (this.#spoiled) {
      this.#spoiled = false;
      this.#data = this.#value();
    }
    const next: FeatureSnapshot<Value> = {
      ...shows,
      data: this.#data,
      ageMs: this.#data === undefined || asOfMs === undefined ? undefined : wholeSeconds(nowMs - asOfMs),
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
