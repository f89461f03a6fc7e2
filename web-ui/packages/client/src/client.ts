import { Connection } from './connection.js';
import { Credentials } from './credentials.js';
import { Cutover } from './cutover.js';
import type { FeatureDefinition } from './feature.js';
import { FeatureSet, type FeatureHandle } from './feature-set.js';
import { Listeners } from './listeners.js';
import type { FeedStatus } from './messages.js';
import type { MonitorSnapshot } from './monitor.js';
import type { ServerMessage, TopicMessage } from './parse.js';
import { Poller } from './poller.js';
import { readCutoverStatus } from './readers.js';
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

const BACKSTOP_MS = 15_000;
const TICK_MS = 1000;
const REPORT_EVERY_TICKS = 10;
const FEEDS: readonly FeedStatus[] = ['LIVE', 'STALE', 'DOWN'];

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
  readonly #backstop: Poller;
  readonly #counts: Record<string, number> = {};
  #lastMessage: { name: string; atMs: number } | undefined;
  #rejected = 0;
  #feed: FeedStatus = 'LIVE';
  #logsShadow: boolean;
  #pushed = false;
  #acknowledged = -1;
  #ticks = 0;
  #asking = false;
  #cancelTick: Cancel = () => undefined;
  #monitor: MonitorSnapshot;

  constructor(options: ThorClientOptions = {}) {
    this.runtime = options.runtime ?? browserRuntime();
    this.#logsShadow = options.logShadow ?? true;
    this.rest = new Rest(this.runtime, options.restBase);
    this.clock = new ServerClock(this.runtime);
    this.connection = new Connection(this.runtime, options.socketUrl ?? pageSocketUrl());
    this.session = new Session(this.connection, options.name ?? 'thor-client/0.1.0');
    this.#credentials = new Credentials(this.runtime, this.rest, this.session);
    this.#backstop = this.#cutoverPoller();
    this.#features = new FeatureSet({
      runtime: this.runtime,
      session: this.session,
      rest: this.rest,
      cutover: this.cutover,
      clock: this.clock,
      feed: () => this.#feed,
      onShadow: (message) => this.#logShadow(message),
    });
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
    this.#backstop.start();
    this.#cancelTick();
    this.#tick();
  }

  /** Ends the connection and all polls. */
  stop(): void {
    this.#cancelTick();
    this.#backstop.stop();
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
    this.connection.doubts.add(() => void this.rest.get('/api/session').catch(() => undefined));
    this.connection.statusChanges.add(() => {
      this.#pushed = false;
      this.#acknowledged = -1;
    });
    this.cutover.changes.add(() => this.#acknowledge());
  }

  #hear(message: ServerMessage): void {
    const name = 'topic' in message ? message.name : message.type;
    this.#counts[name] = (this.#counts[name] ?? 0) + 1;
    this.#lastMessage = { name, atMs: this.runtime.monotonicMs() };
    if (message.type === 'heartbeat') {
      this.clock.sample(message.data.timestamp);
      const worst = Math.max(0, ...message.data.feeds.map(({ status }) => FEEDS.indexOf(status)));
      this.#feed = FEEDS[worst] ?? 'LIVE';
    } else if (message.type === 'welcome' && message.data.cutover) {
      this.cutover.adopt(message.data.cutover);
      this.#acknowledge();
    } else if (message.type === 'cutover_status') {
      this.#pushed = true;
      this.cutover.apply(message.data);
    }
  }

  /** Tells once per connection and revision that this page follows it. */
  #acknowledge(): void {
    const { revision } = this.cutover.getStatus();
    if (this.session.welcome && this.#acknowledged !== revision) {
      this.#acknowledged = revision;
      this.session.send('applied', { revision });
    }
  }

  #read(headers: Headers): void {
    const date = headers.get('Date');
    if (date) {
      this.clock.sample(date);
    }
    const feed = FEEDS.find((known) => known === headers.get('Thor-Feed'));
    this.#feed = feed ?? this.#feed;
    if (Number(headers.get('Thor-Cutover-Revision') ?? -1) > this.cutover.getStatus().revision) {
      void this.#askCutover();
    }
  }

  async #askCutover(): Promise<void> {
    if (!this.#asking) {
      this.#asking = true;
      try {
        const { json } = await this.rest.get('/api/cutover');
        this.cutover.apply(readCutoverStatus(json, 'cutover'));
      } catch {
        // The next answer names the revision again.
      } finally {
        this.#asking = false;
      }
    }
  }

  /** Asks for the stages where the server does not push them. */
  #cutoverPoller(): Poller {
    return new Poller(this.runtime, this.rest, {
      path: '/api/cutover',
      intervalMs: () => (this.#pushed ? undefined : BACKSTOP_MS),
      purpose: () => undefined,
      onAnswer: ({ json }) => this.cutover.apply(readCutoverStatus(json, 'cutover')),
      onHeard: () => undefined,
      onProblem: () => undefined,
    });
  }

  #tick(): void {
    this.#cancelTick = this.runtime.after(TICK_MS, () => this.#tick());
    this.#features.tick();
    this.#monitor = this.#figures();
    this.monitorChanges.tell(this.#monitor);
    if (++this.#ticks % REPORT_EVERY_TICKS === 0) {
      this.#features.takeReports().forEach((report) => this.#report(report));
    }
  }

  #report(report: unknown): void {
    if (this.session.welcome) {
      this.session.send('parity_report', report);
    } else {
      void this.rest.send('POST', '/api/cutover/parity', { body: report }).catch(() => undefined);
    }
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
