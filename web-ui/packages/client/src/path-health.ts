import type { Runtime } from './runtime.js';

const FALLBACK_AFTER_MS = 5000;
const STALE_GRACE_MS = 2000;
/** From poll to poll while REST stands in for the stream. */
export const FALLBACK_POLL_MS = 10_000;

/** When each path of a feature was last sound, and what follows: whether REST stands in, and whether a path is stale. */
export class PathHealth {
  readonly #runtime: Runtime;
  #fallback = false;
  #brokenSinceMs: number;
  #heardAtMs: number;
  #heardSinceBreak = false;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
    this.#brokenSinceMs = this.#heardAtMs = runtime.monotonicMs();
  }

  /** Whether REST is polled because the stream stays away. */
  get fallback(): boolean {
    return this.#fallback;
  }

  /** Whether what REST says is newer than the break of the stream. */
  get restStandsIn(): boolean {
    return this.#fallback && this.#heardSinceBreak;
  }

  streamBroke(): void {
    this.#brokenSinceMs = this.#runtime.monotonicMs();
    this.#heardSinceBreak = false;
  }

  restHeard(): void {
    this.#heardAtMs = this.#runtime.monotonicMs();
    this.#heardSinceBreak = true;
  }

  /** The other path is shown from now on, and has its time to be heard. */
  switched(): void {
    this.#heardAtMs = this.#runtime.monotonicMs();
  }

  /**
   * Looks at the time. Answers whether REST began or ceased to stand in.
   *
   * @param missing whether the stream is wanted and not whole
   */
  look(missing: boolean): boolean {
    const before = this.#fallback;
    this.#fallback = missing && this.#since(this.#brokenSinceMs) > FALLBACK_AFTER_MS;
    return before !== this.#fallback;
  }

  isStreamStale(): boolean {
    return this.#since(this.#brokenSinceMs) > STALE_GRACE_MS;
  }

  /** A poll that failed says sooner than silence that REST has stopped. */
  isRestStale(usualPollMs: number, failing: boolean): boolean {
    const intervalMs = this.#fallback ? FALLBACK_POLL_MS : usualPollMs;
    return this.#since(this.#heardAtMs) > (failing ? 1.2 : 2.5) * intervalMs + STALE_GRACE_MS;
  }

  #since(momentMs: number): number {
    return this.#runtime.monotonicMs() - momentMs;
  }
}
