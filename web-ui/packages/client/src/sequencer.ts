import type { Position } from './parse.js';
import type { SubscribedTopic } from './messages.js';

/** `state`: each message replaces the one before. `log`: each message is an entry, and none may be missing. */
export type TopicKind = 'state' | 'log';

/**
 * What a message means for its topic. `repeat`: the server had to send it again. `odd`: it is not new, and a sound stream
 * sends it, if at all, as the same state once more.
 */
export type Arrival = 'next' | 'gap' | 'repeat' | 'odd';

/**
 * Keeps the order of one topic: lets through what is new, drops what is not, and finds what is missing of a log.
 *
 * After an answer to a subscription the server repeats what it must, up to the position that the answer names.
 */
export class Sequencer {
  readonly #kind: TopicKind;
  #last: Position | undefined;
  #repeatsUpTo = 0;
  #restarted = true;

  constructor(kind: TopicKind) {
    this.#kind = kind;
  }

  /** The position of the newest message that was let through. */
  get last(): Position | undefined {
    return this.#last;
  }

  /** Takes the server's answer; the messages it stands for come next. */
  answered({ resumed, epoch, seq }: SubscribedTopic): void {
    this.#repeatsUpTo = seq ?? Infinity;
    this.#restarted = !resumed;
    if (epoch !== undefined && this.#last && epoch !== this.#last.epoch) {
      this.#last = undefined;
    }
  }

  take(message: Position): Arrival {
    const arrival = this.#judge(message);
    if (arrival === 'next') {
      this.#last = { epoch: message.epoch, seq: message.seq };
      this.#restarted = false;
    }
    return arrival;
  }

  /** Whether the server, which has sent all up to this position, has sent something that did not come. */
  lacks(epoch: string, seq: number): boolean {
    return this.#last !== undefined && (this.#last.epoch !== epoch || this.#last.seq < seq);
  }

  #judge({ epoch, seq }: Position): Arrival {
    const last = this.#last;
    if (!last || (epoch !== last.epoch && (this.#kind === 'state' || this.#restarted))) {
      return 'next';
    }
    if (epoch !== last.epoch) {
      return 'gap';
    }
    if (seq > last.seq) {
      const whole = this.#kind === 'state' || this.#restarted || seq === last.seq + 1;
      return whole ? 'next' : 'gap';
    }
    // The last state comes again after a reconnection, and must be the same.
    const sameState = this.#kind === 'state' && seq === last.seq;
    return seq <= this.#repeatsUpTo && !sameState ? 'repeat' : 'odd';
  }
}
