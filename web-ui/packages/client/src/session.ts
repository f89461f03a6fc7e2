import type { Connection } from './connection.js';
import { Listeners } from './listeners.js';
import type { Subscribed, Welcome } from './messages.js';
import { parseFrame, type ControlMessage, type ServerMessage, type TopicMessage } from './parse.js';
import type { Cancel } from './runtime.js';
import { Sequencer, type TopicKind } from './sequencer.js';

/** Whoever wants a topic. */
export interface TopicListener {
  /** A message that is new, in order. */
  onMessage(message: TopicMessage): void;
  /** One that is not new, though nothing was to be repeated: the last state again, or a fault of the stream. */
  onOdd?(message: TopicMessage): void;
  /** Whether the stream of this topic is complete and flows, or is broken. */
  onLive(live: boolean): void;
}

interface Subscription {
  readonly topic: string;
  readonly sequencer: Sequencer;
  readonly listeners: Set<TopicListener>;
  live: boolean;
  /** For listeners that come later. */
  newest?: TopicMessage;
  /** A resync was asked for; the entries that come before its answer are repeated behind it. */
  resyncing: boolean;
}

/** The protocol on a connection: says hello, subscribes, resumes where it was, and asks again for what is missing. */
export class Session {
  readonly messages = new Listeners<ServerMessage>();
  readonly rejections = new Listeners<string>();

  readonly #connection: Connection;
  readonly #client: string;
  readonly #topics = new Map<string, Subscription>();
  readonly #pending = new Set<string>();
  #welcome: Welcome | undefined;
  #lastId = 0;
  #flushPlanned = false;

  /** @param client a name for the server's log */
  constructor(connection: Connection, client: string) {
    this.#connection = connection;
    this.#client = client;
    connection.opened.add(() => this.send('hello', { protocol: 1, batch: true, client: this.#client }));
    connection.frames.add((frame) => this.#receive(frame));
    connection.statusChanges.add(({ state }) => {
      if (state !== 'open') {
        this.#lose();
      }
    });
  }

  /** The server's greeting on the connection that is open now. */
  get welcome(): Welcome | undefined {
    return this.#welcome;
  }

  /** Wants a topic; several listeners share one subscription, and a later one is told soon what the others know. */
  subscribe(topic: string, kind: TopicKind, listener: TopicListener): Cancel {
    let subscription = this.#topics.get(topic);
    if (!subscription) {
      const sequencer = new Sequencer(kind);
      subscription = { topic, sequencer, listeners: new Set(), live: false, resyncing: false };
      this.#topics.set(topic, subscription);
      this.#plan(topic);
    }
    subscription.listeners.add(listener);
    if (subscription.live) {
      queueMicrotask(() => catchUp(subscription, listener));
    }
    return () => this.#leave(topic, listener);
  }

  /** Sends a message of the client. */
  send(type: string, data: unknown): void {
    this.#connection.send(JSON.stringify({ type, id: ++this.#lastId, data }));
  }

  #leave(topic: string, listener: TopicListener): void {
    const subscription = this.#topics.get(topic);
    if (subscription?.listeners.delete(listener) && subscription.listeners.size === 0) {
      this.#topics.delete(topic);
      const asked = !this.#pending.delete(topic);
      if (this.#welcome && asked) {
        this.send('unsubscribe', { topics: [{ topic }] });
      }
    }
  }

  /** What is wanted at the same time is asked for in one frame. */
  #plan(topic: string): void {
    this.#pending.add(topic);
    if (!this.#flushPlanned) {
      this.#flushPlanned = true;
      queueMicrotask(() => this.#flush());
    }
  }

  #flush(): void {
    this.#flushPlanned = false;
    if (this.#welcome && this.#pending.size > 0) {
      const topics = [...this.#pending].map((topic) => ({ topic, ...this.#topics.get(topic)?.sequencer.last }));
      this.#pending.clear();
      this.send('subscribe', { topics });
    }
  }

  #lose(): void {
    this.#welcome = undefined;
    this.#pending.clear();
    for (const subscription of this.#topics.values()) {
      this.#pending.add(subscription.topic);
      subscription.resyncing = false;
      setLive(subscription, false);
    }
  }

  #receive(frame: unknown): void {
    const { messages, rejected } = parseFrame(frame);
    rejected.forEach((reason) => this.rejections.tell(reason));
    messages.forEach((message) => {
      if ('topic' in message) {
        this.#place(message);
      } else {
        this.#control(message);
      }
    });
  }

  #control(message: ControlMessage): void {
    switch (message.type) {
      case 'welcome':
        this.#welcome = message.data;
        this.#connection.staleAfter(message.data.stale_after_seconds * 1000);
        this.#flush();
        break;
      case 'subscribed':
        this.#answered(message.data);
        break;
      case 'heads':
        Object.entries(message.data).forEach(([topic, [epoch, seq]]) => this.#compareHead(topic, epoch, seq));
        break;
      case 'heartbeat':
        this.#connection.staleAfter(message.data.stale_after_seconds * 1000);
        break;
      case 'draining':
        this.#connection.drain(message.data.reconnect_in_ms);
        break;
      default:
    }
    this.messages.tell(message);
  }

  #answered({ topics }: Subscribed): void {
    for (const answer of topics) {
      const subscription = this.#topics.get(answer.topic);
      if (subscription) {
        subscription.resyncing = false;
        subscription.sequencer.answered(answer);
        setLive(subscription, true);
      }
    }
  }

  /** What comes before the greeting is the stream for clients that say nothing. */
  #place(message: TopicMessage): void {
    const subscription = this.#topics.get(message.topic);
    if (!this.#welcome || !subscription?.live) {
      return;
    }
    const arrival = subscription.sequencer.take(message);
    if (arrival === 'gap') {
      this.#resync(subscription);
    } else if (arrival === 'next') {
      subscription.newest = message;
      subscription.listeners.forEach((listener) => listener.onMessage(message));
      this.messages.tell(message);
    } else if (arrival === 'odd') {
      subscription.listeners.forEach((listener) => listener.onOdd?.(message));
    }
  }

  #compareHead(topic: string, epoch: string, seq: number): void {
    const subscription = this.#topics.get(topic);
    if (subscription?.live && subscription.sequencer.lacks(epoch, seq)) {
      this.#resync(subscription);
    }
  }

  #resync(subscription: Subscription): void {
    if (!subscription.resyncing) {
      subscription.resyncing = true;
      setLive(subscription, false);
      this.send('resync', { topic: subscription.topic, ...subscription.sequencer.last });
    }
  }
}

/** Not within `subscribe`, as its caller may not be ready to listen. */
function catchUp({ listeners, live, newest }: Subscription, listener: TopicListener): void {
  if (live && listeners.has(listener)) {
    listener.onLive(true);
    if (newest) {
      listener.onMessage(newest);
    }
  }
}

function setLive(subscription: Subscription, live: boolean): void {
  if (subscription.live !== live) {
    subscription.live = live;
    subscription.listeners.forEach((listener) => listener.onLive(live));
  }
}
