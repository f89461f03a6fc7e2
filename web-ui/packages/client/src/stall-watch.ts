import type { Runtime } from './runtime.js';
import { isStalled, type Finding, type Verdict } from './verdict.js';

/** Remembers what became of each topic of a feature that moved lately, to tell a feature that has stopped from a loss. */
export class StallWatch {
  readonly #runtime: Runtime;
  readonly #connectionLives: () => boolean;
  readonly #windowMs: () => number;
  readonly #moved = new Map<string, { readonly verdict: Verdict; readonly atMs: number }>();

  constructor(runtime: Runtime, connectionLives: () => boolean, windowMs: () => number) {
    this.#runtime = runtime;
    this.#connectionLives = connectionLives;
    this.#windowMs = windowMs;
  }

  moved({ topic, verdict }: Finding): void {
    this.#moved.set(topic, { verdict, atMs: this.#runtime.monotonicMs() });
  }

  isStalled(): boolean {
    const sinceMs = this.#runtime.monotonicMs() - this.#windowMs();
    const lately = [...this.#moved.values()].filter(({ atMs }) => atMs >= sinceMs);
    return isStalled(
      lately.map(({ verdict }) => verdict),
      this.#connectionLives(),
    );
  }
}
