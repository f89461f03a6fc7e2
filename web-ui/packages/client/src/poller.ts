import { RequestFailedError, SignedOutError, type Purpose, type Rest, type RestAnswer } from './rest.js';
import type { Cancel, Runtime } from './runtime.js';
import { isObject } from './shape.js';

export interface PollPlan {
  readonly path: string;
  /** Milliseconds from poll to poll; undefined while none is needed. */
  intervalMs(): number | undefined;
  purpose(): Purpose | undefined;
  /** An answer with new content. */
  onAnswer(answer: RestAnswer): void;
  /** The answer would be the last one again. */
  onUnchanged?(): void;
  /** The server was heard, whether or not there was news. */
  onHeard(): void;
  /** A poll failed; the message is for the user. */
  onProblem(message: string): void;
}

const SLOWEST_FACTOR = 8;

/** The type of the problem that there is no first state yet: it passes by itself, and soon. */
const NOT_YET = 'urn:thor:problem:not-yet';
const NOT_YET_MS = 2000;
const RESUME_SPREAD_MS = 500;

/**
 * Polls one route conditionally, one request at a time. Intervals vary by a tenth, starts are spread where many pages
 * would begin together, failures slow it down, and it rests while the page is hidden or the network is gone.
 */
export class Poller {
  readonly #runtime: Runtime;
  readonly #rest: Rest;
  readonly #plan: PollPlan;
  #etag: string | undefined;
  #running = false;
  #inFlight = false;
  #failures = 0;
  #isEarly = false;
  #plannedMs: number | undefined;
  #cancelTimer: Cancel = () => undefined;
  #cancelSignals: Cancel = () => undefined;

  constructor(runtime: Runtime, rest: Rest, plan: PollPlan) {
    this.#runtime = runtime;
    this.#rest = rest;
    this.#plan = plan;
  }

  start(): void {
    this.#running = true;
    this.#plannedMs = this.#plan.intervalMs();
    this.#cancelSignals = this.#runtime.onSignal((signal) => {
      if (signal === 'visible' || signal === 'online') {
        this.#after(this.#runtime.random() * RESUME_SPREAD_MS);
      }
    });
    this.#after(0);
  }

  stop(): void {
    this.#running = false;
    this.#cancelTimer();
    this.#cancelSignals();
  }

  /**
   * Looks at the interval again. Where it changed the next poll comes at a random moment of it, so that pages do not
   * poll together.
   *
   * @param spreadMs the latest moment for the next poll, also where nothing changed
   */
  replan(spreadMs?: number): void {
    const intervalMs = this.#plan.intervalMs();
    if (spreadMs === undefined && intervalMs === this.#plannedMs) {
      return;
    }
    this.#plannedMs = intervalMs;
    this.#cancelTimer();
    if (this.#running && intervalMs !== undefined && !this.#inFlight) {
      this.#after(this.#runtime.random() * (spreadMs ?? intervalMs));
    }
  }

  /** One poll without condition, beside the plan; undefined when it failed. */
  async probe(): Promise<RestAnswer | undefined> {
    try {
      return await this.#rest.get(this.#plan.path, { purpose: 'parity' });
    } catch {
      return undefined;
    }
  }

  #after(delayMs: number): void {
    this.#cancelTimer();
    if (this.#running) {
      this.#cancelTimer = this.#runtime.after(delayMs, () => void this.#poll());
    }
  }

  async #poll(): Promise<void> {
    if (
      this.#inFlight ||
      this.#plan.intervalMs() === undefined ||
      !this.#runtime.visible() ||
      !this.#runtime.online()
    ) {
      return;
    }
    this.#inFlight = true;
    try {
      this.#take(await this.#rest.get(this.#plan.path, { purpose: this.#plan.purpose(), etag: this.#etag }));
      this.#failures = 0;
      this.#isEarly = false;
    } catch (error) {
      this.#isEarly = isNotYet(error);
      this.#fail(error);
    } finally {
      this.#inFlight = false;
      this.#again();
    }
  }

  #again(): void {
    const intervalMs = this.#plan.intervalMs();
    if (intervalMs !== undefined) {
      const factor = Math.min(SLOWEST_FACTOR, 2 ** this.#failures);
      const delayMs = this.#isEarly ? Math.min(intervalMs, NOT_YET_MS) : intervalMs * factor;
      this.#after(delayMs * (0.9 + 0.2 * this.#runtime.random()));
    }
  }

  #take(answer: RestAnswer): void {
    if (!this.#running) {
      return;
    }
    if (answer.status === 200) {
      this.#plan.onAnswer(answer);
      this.#etag = answer.headers.get('ETag') ?? undefined;
    } else if (answer.status === 304) {
      this.#plan.onUnchanged?.();
    }
    this.#heard();
  }

  #heard(): void {
    if (this.#running) {
      this.#plan.onHeard();
    }
  }

  #fail(error: unknown): void {
    if (this.#isEarly) {
      this.#failures = 0;
      this.#heard();
      return;
    }
    this.#failures++;
    if (this.#running && !(error instanceof SignedOutError)) {
      const words = error instanceof RequestFailedError ? error.message : `${this.#plan.path} cannot be used.`;
      this.#plan.onProblem(words);
    }
  }
}

function isNotYet(error: unknown): boolean {
  return error instanceof RequestFailedError && isObject(error.body) && error.body['type'] === NOT_YET;
}
