import { Connection } from './connection.js';
import { Credentials } from './credentials.js';
import { Cutover } from './cutover.js';
import { CutoverLink } from './cutover-link.js';
import type { FeatureDefinition } from './feature.js';
import { FeatureSet, type FeatureHandle } from './feature-set.js';
import { FeedStanding } from './feed-standing.js';
import { Listeners } from './listeners.js';
import type { MonitorSnapshot } from './monitor.js';
import type { ServerMessage, TopicMessage } from './parse.js';
import { ParityReporter } from './parity-reporter.js';
import { Rest } from './rest.js';
import { browserRuntime, type Cancel, type Runtime } from './runtime.js';
import { ServerClock } from './server-clock.js';
import { Session, type TopicListener } from './session.js';
import type { TopicKind } from './sequencer.js';

export interface ThorClientOptions {
  /** The socket's address; that of the page, with the path `/ws/`, when missing. */
  readonly socketUrl?: string;
  /** Put before each REST path; empty when missing, for the page's own origin. */
  readonly restBase?: string;
  /** A name for the server's log. */
  readonly name?: string;
  /** Whether `[WS] type` is logged for features that render from REST; true when missing. */
  readonly logShadow?: boolean;
  /** For tests. */
  readonly runtime?: Runtime;
}

const TICK_MS = 1000;

/** Everything of Thor that a page needs: one connection, the cutover, and features on both paths. */
export class ThorClient {
  readonly runtime: Runtime;
  readonly rest: Rest;
  readonly cutover = new Cutover();
  readonly connection: Connection;
  readonly session: Session;
  readonly clock: ServerClock;
  /** A new snapshot each second. */
  readonly monitorChanges = new Listeners<MonitorSnapshot>();

  readonly #features: FeatureSet;
  readonly #credentials: Credentials;
  readonly #cutoverLink: CutoverLink;
  readonly #reporter: ParityReporter;
  /** An alarm waits for no tick. */
  readonly #feeds = new FeedStanding(() => this.#features.repaint());
  readonly #counts: Record<string, number> = {};
  #lastMessage: { name: string; atMs: number } | undefined;
  #rejected = 0;
  #logsShadow: boolean;
  #cancelTick: Cancel = () => undefined;
  #monitor: MonitorSnapshot;

  constructor(options: ThorClientOptions = {}) {
    this.runtime = options.runtime ?? browserRuntime();
    this.#logsShadow = options.logShadow ?? true;
    this.rest = new Rest(this.runtime, options.restBase);
    this.clock = new ServerClock(this.runtime);
    this.connection = new Connection(this.runtime, options.socketUrl ?? pageSocketUrl());
    this.session = new Session(this.connection, options.name ?? 'thor-client/0.1.0');
    this.#credentials = new Credentials(this.runtime, this.rest, this.session, this.connection);
    this.#cutoverLink = new CutoverLink(this.runtime, this.rest, this.session, this.connection, this.cutover);
    this.#features = new FeatureSet({
      runtime: this.runtime,
      session: this.session,
      rest: this.rest,
      cutover: this.cutover,
      clock: this.clock,
      feed: () => this.#feeds.worst,
      onShadow: (message) => this.#logShadow(message),
    });
    this.#reporter = new ParityReporter(this.runtime, this.rest, this.session, this.#features);
    this.#monitor = this.#figures();
    this.#listen();
  }

  /** What a shadow monitor shows. */
  get monitor(): MonitorSnapshot {
    return this.#monitor;
  }

  get logsShadow(): boolean {
    return this.#logsShadow;
  }

  /** Switches the log of `[WS] type` for features that render from REST. */
  logShadow(on: boolean): void {
    this.#logsShadow = on;
  }

  start(): void {
    this.connection.start();
    this.#cutoverLink.start();
    this.#reporter.start();
    this.#cancelTick();
    this.#tick();
  }

  /** Ends the connection and all polls. */
  stop(): void {
    this.#cancelTick();
    this.#cutoverLink.stop();
    this.#reporter.stop();
    this.#credentials.stop();
    this.#features.stop();
    this.connection.stop();
  }

  /** A feature for one key; it lives while somebody listens to it. */
  feature<Key extends string, Value>(definition: FeatureDefinition<Key, Value>, key: Key): FeatureHandle<Value> {
    return this.#features.handle(definition, key);
  }

  /** Calls the listener for each message of a type, in order, without repeats. */
  onMessage<T extends ServerMessage['type']>(
    type: T,
    listener: (message: Extract<ServerMessage, { type: T }>) => void,
  ): Cancel {
    return this.session.messages.add((message) => {
      if (message.type === type) {
        listener(message as Extract<ServerMessage, { type: T }>);
      }
    });
  }

  /** Subscribes to a topic that is no part of a feature. */
  subscribe(topic: string, kind: TopicKind, listener: TopicListener): Cancel {
    return this.session.subscribe(topic, kind, listener);
  }

  #listen(): void {
    this.session.messages.add((message) => this.#hear(message));
    this.session.rejections.add(() => this.#rejected++);
    this.rest.answers.add((headers) => this.#read(headers));
    this.rest.signedOut.add(() => this.stop());
  }

  #hear(message: ServerMessage): void {
    const name = 'topic' in message ? message.name : message.type;
    this.#counts[name] = (this.#counts[name] ?? 0) + 1;
    this.#lastMessage = { name, atMs: this.runtime.monotonicMs() };
    if (message.type === 'heartbeat') {
      this.clock.sample(message.data.timestamp);
      this.#feeds.tell(message.data.feeds);
    }
  }

  #read(headers: Headers): void {
    const date = headers.get('Date');
    if (date) {
      this.clock.sample(date);
    }
    this.#feeds.read(headers.get('Thor-Feed'));
  }

  #tick(): void {
    this.#cancelTick = this.runtime.after(TICK_MS, () => this.#tick());
    this.#features.tick();
    this.#monitor = this.#figures();
    this.monitorChanges.tell(this.#monitor);
  }

  #figures(): MonitorSnapshot {
    const last = this.#lastMessage;
    return {
      connection: this.connection.status,
      revision: this.cutover.getStatus().revision,
      summary: this.cutover.getSummary(),
      lastMessage: last && { name: last.name, agoMs: this.runtime.monotonicMs() - last.atMs },
      counts: { ...this.#counts },
      rejected: this.#rejected,
      feeds: this.#feeds.figures,
      features: this.#features.figures(),
    };
  }

  #logShadow({ name, topic, seq }: TopicMessage): void {
    if (this.#logsShadow) {
      console.log(`[WS] ${name} ${topic} ${seq}`);
    }
  }
}

function pageSocketUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/`;
}
