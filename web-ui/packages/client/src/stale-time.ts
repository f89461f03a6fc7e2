/** How long a feature was on the page, and how long of that with stale data; whole milliseconds. */
export interface StaleFigures {
  readonly watched_ms: number;
  readonly stale_ms: number;
  /** For how long it has been stale without a break, now. */
  readonly stale_now_ms: number;
}

// A page that slept saw nothing meanwhile; a tab in the background looks once a minute.
const LONGEST_LOOK_MS = 90_000;
// As much as the server takes.
const MOST_MS = 3_600_000;
const WORTH_TELLING_MS = 60_000;

/** Sums up looks at one feature, until they are reported. */
export class StaleTime {
  #lastMs: number | undefined;
  #watchedMs = 0;
  #staleMs = 0;
  #staleNowMs = 0;

  /** Looks at the feature; what is seen holds for the time since the last look. */
  look(nowMs: number, stale: boolean): void {
    const sinceMs = nowMs - (this.#lastMs ?? nowMs);
    this.#lastMs = nowMs;
    const lookMs = sinceMs > LONGEST_LOOK_MS ? 0 : sinceMs;
    this.#watchedMs += lookMs;
    this.#staleMs += stale ? lookMs : 0;
    this.#staleNowMs = stale ? this.#staleNowMs + lookMs : 0;
  }

  /** Nobody looks; the next look is a first one. */
  pause(): void {
    this.#lastMs = undefined;
    this.#staleNowMs = 0;
  }

  /** Whether it should be told although nothing was compared. */
  get worthTelling(): boolean {
    return this.#staleMs > 0 || this.#watchedMs >= WORTH_TELLING_MS;
  }

  /** What came since the last call. */
  take(): StaleFigures {
    const watched = cut(this.#watchedMs);
    const figures = {
      watched_ms: watched,
      stale_ms: Math.min(watched, cut(this.#staleMs)),
      stale_now_ms: cut(this.#staleNowMs),
    };
    this.#watchedMs = 0;
    this.#staleMs = 0;
    return figures;
  }

  /** Takes back what could not be told. */
  putBack({ watched_ms, stale_ms }: StaleFigures): void {
    this.#watchedMs += watched_ms;
    this.#staleMs += stale_ms;
  }
}

function cut(ms: number): number {
  return Math.min(MOST_MS, Math.round(ms));
}
