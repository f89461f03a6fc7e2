import type { Position, TopicMessage } from './parse.js';
import type { SubscribedTopic } from './messages.js';

/** `state`: each message replaces the one before. `log`: each message is an entry, and none may be missing. */
export type TopicKind = 'state' | 'log';

/** What a message means for its topic. */
export type Arrival = 'next' | 'old' | 'gap';

/** Something that a sound stream never does. */
export interface Anomaly {
  readonly kind: 'DUPLICATE' | 'REORDERED';
  readonly topic: string;
  readonly epoch: string;
  readonly seq: number;
}

/**
 * Keeps the order of one topic: lets through what is new, drops what is not, and finds what is missing of a log.
 *
 * After an answer to a subscription the server repeats what it must, so until the position that the answer names
 * nothing counts as an anomaly.
 */
export class Sequencer {
  readonly #kind: TopicKind;
  #last: Position | undefined;
  #lastData = '';
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

  take(message: TopicMessage, onAnomaly: (anomaly: Anomaly) => void): Arrival {
    const arrival = this.#judge(message, onAnomaly);
    if (arrival === 'next') {
      this.#last = { epoch: message.epoch, seq: message.seq };
      this.#lastData = JSON.stringify(message.data);
      this.#restarted = false;
    }
    return arrival;
  }

  /** Whether the server, which has sent all up to this position, has sent something that did not come. */
  lacks(epoch: string, seq: number): boolean {
    return this.#last !== undefined && (this.#last.epoch !== epoch || this.#last.seq < seq);
  }

  #judge(message: TopicMessage, onAnomaly: (anomaly: Anomaly) => void): Arrival {
    const last = this.#last;
    if (!last || (message.epoch !== last.epoch && (this.#kind === 'state' || this.#restarted))) {
      return 'next';
    }
    if (message.epoch !== last.epoch) {
      return 'gap';
    }
    if (message.seq > last.seq) {
      const whole = this.#kind === 'state' || this.#restarted || message.seq === last.seq + 1;
      return whole ? 'next' : 'gap';
    }
    this.#suspect(message, last.seq, onAnomaly);
    return 'old';
  }

  #suspect(message: TopicMessage, lastSeq: number, onAnomaly: (anomaly: Anomaly) => void): void {
    const { topic, epoch, seq } = message;
    const repeated = seq <= this.#repeatsUpTo;
    const otherData = seq === lastSeq && this.#lastData !== JSON.stringify(message.data);
    if (seq < lastSeq && !repeated) {
      onAnomaly({ kind: 'REORDERED', topic, epoch, seq });
    } else if (otherData || (seq === lastSeq && this.#kind === 'log' && !repeated)) {
      onAnomaly({ kind: 'DUPLICATE', topic, epoch, seq });
    }
  }
}
