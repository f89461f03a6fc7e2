import { isFault, isRepolled, type Finding, type Verdict } from './verdict.js';

/** Whether asking again gave the same fault; what did not last counts all the same. */
export type Certainty = 'CONFIRMED' | 'TRANSIENT';

const POLLS = 2;
const UNDECIDED_POLLS = 5;

/**
 * A fault that further polls confirm or not: two of them decide. One that finds nothing wrong makes it transient. What
 * the stream alone did is confirmed at once.
 */
export class Suspicion {
  readonly first: Finding;
  #faults = 0;
  #undecided = 0;
  #vanished = false;

  constructor(first: Finding) {
    this.first = first;
  }

  /** Undefined while it needs another poll. */
  get result(): Certainty | undefined {
    if (!isRepolled(this.first.verdict)) {
      return 'CONFIRMED';
    }
    if (this.#vanished || this.#undecided >= UNDECIDED_POLLS) {
      return 'TRANSIENT';
    }
    return this.#faults >= POLLS ? 'CONFIRMED' : undefined;
  }

  /** Takes the verdict of a further poll; one that waits for the stream says nothing yet. */
  repolled(verdict: Verdict): void {
    if (verdict === 'UNDECIDED') {
      this.#undecided++;
    } else if (isFault(verdict)) {
      this.#faults++;
    } else if (verdict !== 'WAITING') {
      this.#vanished = true;
    }
  }
}
