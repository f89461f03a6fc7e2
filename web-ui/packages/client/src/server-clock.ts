import type { Runtime } from './runtime.js';

const KEPT_SAMPLES = 20;

/**
 * The server's time, whatever this machine believes. Each sample is late by its way through the network; the least late
 * of the last few is believed. It runs on the monotonic clock, so setting this machine's clock changes nothing.
 */
export class ServerClock {
  readonly #runtime: Runtime;
  readonly #offsetsMs: number[] = [];

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Takes a time that the server wrote just before it came here. */
  sample(serverTime: string): void {
    const serverMs = Date.parse(serverTime);
    if (!Number.isNaN(serverMs)) {
      this.#offsetsMs.push(serverMs - this.#runtime.monotonicMs());
      this.#offsetsMs.splice(0, this.#offsetsMs.length - KEPT_SAMPLES);
    }
  }

  /** Milliseconds since 1970; this machine's own time until the first sample. */
  nowMs(): number {
    const offset = this.#offsetsMs.length > 0 ? Math.max(...this.#offsetsMs) : undefined;
    return offset === undefined ? this.#runtime.wallMs() : this.#runtime.monotonicMs() + offset;
  }
}
