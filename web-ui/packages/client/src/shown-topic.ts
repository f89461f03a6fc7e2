import type { TopicSpec } from './feature.js';
import type { TopicMessage } from './parse.js';

export type DataSource = 'WebSocket' | 'REST (Shadow)';

const MOST_ENTRIES = 2000;

/** Whether a page that shows `shown` would go back in time by showing `candidate`. */
function isOlder(candidate: TopicMessage, shown: TopicMessage): boolean {
  return candidate.epoch === shown.epoch
    ? candidate.seq < shown.seq
    : Date.parse(candidate.as_of) < Date.parse(shown.as_of);
}

/** What both paths said of one topic last, and which of it is on the screen: never something older than before. */
export interface ShownTopic {
  /** Takes what came on a path. Answers whether the screen changes. */
  offer(source: DataSource, message: TopicMessage): boolean;
  /** Shows the other path from now on. Answers whether the screen changes. */
  follow(source: DataSource): boolean;
  /** The moment of what is shown. */
  readonly asOfMs: number | undefined;
  readonly latest: TopicMessage | undefined;
  /** Of a log: whether all entries are about something earlier than this one. */
  endsBefore(message: TopicMessage): boolean;
  /** A new list after each change, by key. */
  readonly entries: readonly TopicMessage[];
}

export function shownTopic(spec: TopicSpec, source: DataSource): ShownTopic {
  return spec.kind === 'log' ? new ShownLog(spec, source) : new ShownState(source);
}

class ShownState implements ShownTopic {
  readonly #newest = new Map<DataSource, TopicMessage>();
  #source: DataSource;
  latest: TopicMessage | undefined;

  constructor(source: DataSource) {
    this.#source = source;
  }

  get asOfMs(): number | undefined {
    return this.latest && Date.parse(this.latest.as_of);
  }

  get entries(): readonly TopicMessage[] {
    return this.latest ? [this.latest] : [];
  }

  endsBefore(): boolean {
    return false;
  }

  offer(source: DataSource, message: TopicMessage): boolean {
    const newest = this.#newest.get(source);
    if (newest && isOlder(message, newest)) {
      return false;
    }
    this.#newest.set(source, message);
    return source === this.#source && this.#show(message);
  }

  follow(source: DataSource): boolean {
    this.#source = source;
    const newest = this.#newest.get(source);
    return newest !== undefined && this.#show(newest);
  }

  #show(message: TopicMessage): boolean {
    const shown = this.latest;
    if (shown && (isOlder(message, shown) || (message.epoch === shown.epoch && message.seq === shown.seq))) {
      return false;
    }
    this.latest = message;
    return true;
  }
}

class ShownLog implements ShownTopic {
  readonly #keyOf: (message: TopicMessage) => string;
  readonly #waiting = new Map<DataSource, Map<string, TopicMessage>>();
  readonly #shown = new Map<string, TopicMessage>();
  #source: DataSource;
  #sorted: readonly TopicMessage[] | undefined = [];
  latest: TopicMessage | undefined;

  constructor(spec: TopicSpec, source: DataSource) {
    this.#keyOf = (message) => spec.entryKey?.(message.data) ?? String(message.seq);
    this.#source = source;
  }

  get asOfMs(): number | undefined {
    return this.latest && Date.parse(this.latest.as_of);
  }

  get entries(): readonly TopicMessage[] {
    this.#sorted ??= [...this.#shown].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, message]) => message);
    return this.#sorted;
  }

  endsBefore(message: TopicMessage): boolean {
    const newest = this.entries.at(-1);
    return newest !== undefined && this.#keyOf(newest) < this.#keyOf(message);
  }

  offer(source: DataSource, message: TopicMessage): boolean {
    if (source === this.#source) {
      return this.#show(message);
    }
    const waiting = this.#waiting.get(source) ?? new Map<string, TopicMessage>();
    this.#waiting.set(source, waiting);
    waiting.set(this.#keyOf(message), message);
    trim(waiting);
    return false;
  }

  follow(source: DataSource): boolean {
    this.#source = source;
    const waiting = [...(this.#waiting.get(source)?.values() ?? [])];
    this.#waiting.delete(source);
    return waiting.map((message) => this.#show(message)).includes(true);
  }

  #show(message: TopicMessage): boolean {
    const key = this.#keyOf(message);
    const shown = this.#shown.get(key);
    if (shown && (isOlder(message, shown) || (message.epoch === shown.epoch && message.seq === shown.seq))) {
      return false;
    }
    this.#shown.set(key, message);
    this.#sorted = undefined;
    trim(this.#shown);
    if (!this.latest || !isOlder(message, this.latest)) {
      this.latest = message;
    }
    return true;
  }
}

/** Forgets the first keys in order, which are the oldest. */
function trim(entries: Map<string, TopicMessage>): void {
  if (entries.size > MOST_ENTRIES * 1.1) {
    const keys = [...entries.keys()].sort();
    keys.slice(0, entries.size - MOST_ENTRIES).forEach((key) => entries.delete(key));
  }
}
