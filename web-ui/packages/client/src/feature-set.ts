import type { FeatureDefinition } from './feature.js';
import { LOADING, type FeatureSnapshot, type FeatureSurroundings } from './feature-snapshot.js';
import { LiveFeature } from './live-feature.js';
import type { FeatureFigures } from './monitor.js';
import { ParityCounter, type ParityReport } from './parity-report.js';
import type { Cancel } from './runtime.js';
import { StallWatch } from './stall-watch.js';

/** A feature for one key, for as long as somebody listens. */
export interface FeatureHandle<Value> {
  /** The same object until something in it changes. */
  readonly getSnapshot: () => FeatureSnapshot<Value>;
  readonly subscribe: (listener: () => void) => Cancel;
}

interface Entry {
  readonly live: LiveFeature<string, unknown>;
  listeners: number;
  cancelEnd: Cancel;
}

/** A component that goes may come back in a moment; until then the feature stays. */
const LINGER_MS = 2000;

/** The features that are in use, each once however many components show it. */
export class FeatureSet {
  readonly #around: FeatureSurroundings;
  readonly #entries = new Map<string, Entry>();
  readonly #counters = new Map<string, ParityCounter>();
  readonly #handles = new Map<string, FeatureHandle<unknown>>();
  readonly #dirty = new Set<{ publish(): void }>();
  #painting = false;

  constructor(around: Omit<FeatureSurroundings, 'counter' | 'onDirty'>) {
    this.#around = {
      ...around,
      counter: (feature) => this.#counter(feature),
      onDirty: (feature) => this.#paintLater(feature),
    };
  }

  handle<Key extends string, Value>(definition: FeatureDefinition<Key, Value>, key: Key): FeatureHandle<Value> {
    const id = `${definition.name}\u001f${key}`;
    let handle = this.#handles.get(id);
    if (!handle) {
      handle = {
        getSnapshot: () => this.#entries.get(id)?.live.snapshot ?? LOADING,
        subscribe: (listener) => this.#listen(id, listener, () => new LiveFeature(definition, key, this.#around)),
      };
      this.#handles.set(id, handle);
    }
    return handle as FeatureHandle<Value>;
  }

  tick(): void {
    this.#entries.forEach(({ live }) => live.tick());
    this.#lookForStale();
  }

  /** Draws all features anew. */
  repaint(): void {
    this.#entries.forEach(({ live }) => this.#paintLater(live));
  }

  /** A feature is stale where one of its keys is; what nobody shows is not looked at. */
  #lookForStale(): void {
    const shown = new Map<string, boolean>();
    for (const { live } of this.#entries.values()) {
      if (live.compares) {
        shown.set(live.name, live.snapshot.stale || shown.get(live.name) === true);
      }
    }
    const nowMs = this.#around.runtime.monotonicMs();
    this.#counters.forEach((counter, name) => counter.look(nowMs, shown.get(name)));
  }

  stop(): void {
    this.#entries.forEach(({ live, cancelEnd }) => {
      cancelEnd();
      live.stop();
    });
    this.#entries.clear();
    this.#dirty.clear();
  }

  takeReports(): readonly ParityReport[] {
    return [...this.#counters.values()].flatMap((counter) => counter.takeReport() ?? []);
  }

  putBack(report: ParityReport): void {
    this.#counter(report.feature).putBack(report);
  }

  /** By feature, over all its keys, in the order of the cutover. */
  figures(): readonly FeatureFigures[] {
    const { cutover, clock } = this.#around;
    const names = new Set([...Object.keys(cutover.getStatus().features), ...this.#counters.keys()]);
    return [...names].map((name) => {
      const all = [...this.#entries.values()].filter(({ live }) => live.name === name).map(({ live }) => live.figures);
      const age = (moments: readonly (number | undefined)[]) => {
        const known = moments.filter((moment) => moment !== undefined);
        return known.length > 0 ? Math.max(0, clock.nowMs() - Math.max(...known)) : undefined;
      };
      return {
        name,
        state: cutover.stateOf(name),
        stage: cutover.stageOf(name),
        messages: all.reduce((sum, { messages }) => sum + messages, 0),
        streamAgeMs: age(all.map(({ streamAsOfMs }) => streamAsOfMs)),
        restAgeMs: age(all.map(({ restAsOfMs }) => restAsOfMs)),
        parity: this.#counter(name).figures,
      };
    });
  }

  #listen<Key extends string, Value>(id: string, listener: () => void, begin: () => LiveFeature<Key, Value>): Cancel {
    let entry = this.#entries.get(id);
    if (!entry) {
      entry = { live: begin() as unknown as LiveFeature<string, unknown>, listeners: 0, cancelEnd: () => undefined };
      this.#entries.set(id, entry);
    }
    const { live } = entry;
    entry.cancelEnd();
    entry.listeners++;
    const cancel = live.changes.add(listener);
    let ended = false;
    return () => {
      cancel();
      if (!ended && --entry.listeners === 0) {
        entry.cancelEnd = this.#around.runtime.after(LINGER_MS, () => this.#end(id, entry));
      }
      ended = true;
    };
  }

  #end(id: string, entry: Entry): void {
    if (this.#entries.get(id) === entry) {
      this.#entries.delete(id);
    }
    entry.live.stop();
  }

  #counter(feature: string): ParityCounter {
    let counter = this.#counters.get(feature);
    if (!counter) {
      const { runtime, session, cutover } = this.#around;
      const stall = new StallWatch(
        runtime,
        () => session.welcome !== undefined,
        () => 2 * cutover.usualPollMs(feature),
      );
      counter = new ParityCounter(feature, stall);
      this.#counters.set(feature, counter);
    }
    return counter;
  }

  /** However many messages come between two pictures, each feature is drawn once. */
  #paintLater(feature: { publish(): void }): void {
    this.#dirty.add(feature);
    if (!this.#painting) {
      this.#painting = true;
      this.#around.runtime.beforePaint(() => {
        this.#painting = false;
        const dirty = [...this.#dirty];
        this.#dirty.clear();
        dirty.forEach((one) => one.publish());
      });
    }
  }
}
