import type { FeatureDefinition, Shown, TopicSpec } from './feature.js';
import type { FeatureSnapshot, FeatureSurroundings, PathFigures } from './feature-snapshot.js';
import { Listeners } from './listeners.js';
import type { TopicData } from './messages.js';
import { TopicParity } from './parity.js';
import type { TopicMessage } from './parse.js';
import { RestPath } from './rest-path.js';
import type { Cancel } from './runtime.js';
import { shownTopic, type DataSource, type ShownTopic } from './shown-topic.js';

interface Track {
  readonly spec: TopicSpec;
  readonly shown: ShownTopic;
  readonly parity: TopicParity;
  live: boolean;
}

const FALLBACK_AFTER_MS = 5000;
const FALLBACK_POLL_MS = 10_000;
const STALE_GRACE_MS = 2000;
const SWITCH_SPREAD_MS = 1000;
const COMPARING: ReadonlySet<string | undefined> = new Set(['SHADOW', 'CANARY', 'LIVE']);

/**
 * One feature for one key, on both paths at once. It shows the path that the cutover says, falls back to REST when the
 * stream stays away, compares both, and never shows an older state than the one on the screen.
 */
export class LiveFeature<Key extends string, Value> {
  readonly changes = new Listeners<void>();

  readonly #definition: FeatureDefinition<Key, Value>;
  readonly #key: Key;
  readonly #around: FeatureSurroundings;
  readonly #tracks = new Map<string, Track>();
  readonly #rest: RestPath;
  readonly #shown: Shown;
  readonly #cancels: Cancel[] = [];
  #source: DataSource;
  #value: Value | undefined;
  #snapshot: FeatureSnapshot<Value>;
  #valueChanged = false;
  #begun = false;
  #stopped = false;
  #fallback = false;
  #brokenSinceMs: number;
  #heardAtMs: number;
  #heardSinceBreak = false;
  #messages = 0;
  #streamAsOfMs: number | undefined;
  #restAsOfMs: number | undefined;

  constructor(definition: FeatureDefinition<Key, Value>, key: Key, around: FeatureSurroundings) {
    this.#definition = definition;
    this.#key = key;
    this.#around = around;
    this.#source = this.#enabled() ? 'WebSocket' : 'REST (Shadow)';
    this.#brokenSinceMs = this.#heardAtMs = around.runtime.monotonicMs();
    this.#shown = { state: (spec) => this.#state(spec), log: (spec) => this.#log(spec) };
    definition.topics(key).forEach((spec) => this.#track(spec));
    this.#rest = new RestPath(around.runtime, around.rest, definition.routes(key), {
      intervalMs: () => (this.#fallback ? FALLBACK_POLL_MS : around.cutover.pollIntervalMs(definition.name)),
      purpose: () => (this.#fallback ? 'resync' : this.#enabled() ? 'parity' : undefined),
      onMessages: (messages) => this.#answered(messages),
      onHistory: (messages) => this.#offer(messages, this.#source),
      onHeard: () => this.#heard(),
      onProblem: () => around.onDirty(this),
      leavesHole: (messages) => this.#leavesHole(messages),
    });
    this.#snapshot = { data: undefined, source: this.#source, ageMs: undefined, stale: false, problem: '' };
    this.#cancels.push(around.cutover.changes.add(() => this.#apply()));
    this.#begin();
  }

  get name(): string {
    return this.#definition.name;
  }

  /** The same object until something in it changes. */
  get snapshot(): FeatureSnapshot<Value> {
    return this.#snapshot;
  }

  get figures(): PathFigures {
    return { messages: this.#messages, streamAsOfMs: this.#streamAsOfMs, restAsOfMs: this.#restAsOfMs };
  }

  stop(): void {
    this.#stopped = true;
    this.#cancels.forEach((cancel) => cancel());
    this.#rest.stop();
    this.#tracks.forEach(({ parity }) => parity.stop());
  }

  /** Looks at the time: ages grow, paths become stale, REST stands in. Called each second. */
  tick(): void {
    const fallback = this.#enabled() && !this.#whole() && this.#brokenForMs() > FALLBACK_AFTER_MS;
    if (fallback !== this.#fallback) {
      this.#fallback = fallback;
      this.#rest.replan();
    }
    this.#choose();
    this.publish();
  }

  /** Makes a new snapshot where something changed, and tells. */
  publish(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#valueChanged) {
      this.#valueChanged = false;
      this.#value = this.#definition.value(this.#key, this.#shown);
    }
    const next: FeatureSnapshot<Value> = {
      data: this.#value,
      source: this.#source,
      ageMs: this.#ageMs(),
      stale: this.#isStale(),
      problem: this.#rest.problem,
    };
    const names = Object.keys(next) as (keyof FeatureSnapshot<Value>)[];
    if (names.some((name) => next[name] !== this.#snapshot[name])) {
      this.#snapshot = next;
      this.changes.tell();
    }
  }

  #begin(): void {
    if (this.#around.cutover.known && !this.#begun) {
      this.#begun = true;
      this.#rest.start();
    }
  }

  /** A changed stage: the other path is shown at once, and polls follow the new interval. */
  #apply(): void {
    const before = this.#source;
    this.#begin();
    this.#choose();
    const spreadMs = before !== this.#source && this.#source === 'REST (Shadow)' ? SWITCH_SPREAD_MS : undefined;
    this.#rest.replan(spreadMs);
  }

  #choose(): void {
    const source = this.#wanted();
    if (source !== this.#source) {
      this.#source = source;
      this.#heardAtMs = this.#around.runtime.monotonicMs();
      this.#tracks.forEach(({ shown }) => shown.follow(source));
      this.#touch();
    }
  }

  #wanted(): DataSource {
    if (!this.#enabled()) {
      return 'REST (Shadow)';
    }
    if (this.#whole()) {
      return 'WebSocket';
    }
    return this.#fallback && this.#heardSinceBreak ? 'REST (Shadow)' : this.#source;
  }

  #enabled(): boolean {
    return this.#around.cutover.isWebSocketEnabled(this.#definition.name);
  }

  #whole(): boolean {
    return [...this.#tracks.values()].every(({ live }) => live);
  }

  #brokenForMs(): number {
    return this.#around.runtime.monotonicMs() - this.#brokenSinceMs;
  }

  #track(spec: TopicSpec): void {
    const around = this.#around;
    const counter = around.counter(this.#definition.name);
    const parity = new TopicParity(around.runtime, {
      topic: spec.topic,
      kind: spec.kind,
      rules: this.#definition.rules,
      pollIntervalMs: () => around.cutover.usualPollMs(this.#definition.name),
      probe: () => this.#rest.probe(spec.topic),
      onCase: (found) => counter.add(found),
      onSelfTest: (seen) => counter.selfTest(seen),
    });
    const track: Track = { spec, shown: shownTopic(spec, this.#source), parity, live: false };
    this.#tracks.set(spec.topic, track);
    this.#cancels.push(
      around.session.subscribe(spec.topic, spec.kind, {
        onMessage: (message) => this.#streamed(track, message),
        onLive: (live) => this.#lives(track, live),
      }),
      around.session.anomalies.add((anomaly) => {
        if (anomaly.topic === spec.topic) {
          counter.anomaly(anomaly);
        }
      }),
    );
  }

  #streamed(track: Track, message: TopicMessage): void {
    this.#messages++;
    this.#streamAsOfMs = Date.parse(message.as_of);
    track.parity.streamed(message);
    if (!this.#enabled()) {
      this.#around.onShadow(message);
    }
    if (message.type === track.spec.type && track.shown.offer('WebSocket', message)) {
      this.#touch();
    }
  }

  #lives(track: Track, live: boolean): void {
    const wasWhole = this.#whole();
    track.live = live;
    track.parity.streamIs(live);
    if (wasWhole && !live) {
      this.#brokenSinceMs = this.#around.runtime.monotonicMs();
      this.#heardSinceBreak = false;
    }
    this.#choose();
    this.#around.onDirty(this);
  }

  #heard(): void {
    this.#heardAtMs = this.#around.runtime.monotonicMs();
    this.#heardSinceBreak = true;
    this.#choose();
    this.#around.onDirty(this);
  }

  #answered(messages: readonly TopicMessage[]): void {
    this.#offer(messages, 'REST (Shadow)');
    if (COMPARING.has(this.#around.cutover.stageOf(this.#definition.name)?.stage)) {
      this.#tracks.forEach(({ parity }) => parity.answered(messages));
    }
  }

  #offer(messages: readonly TopicMessage[], source: DataSource): void {
    for (const message of messages) {
      this.#restAsOfMs = Math.max(this.#restAsOfMs ?? 0, Date.parse(message.as_of));
      const track = this.#tracks.get(message.topic);
      if (track?.spec.type === message.type && track.shown.offer(source, message)) {
        this.#touch();
      }
    }
  }

  /** Whether entries between what is shown and what came may be missing. */
  #leavesHole(messages: readonly TopicMessage[]): boolean {
    const first = messages[0];
    return first !== undefined && this.#tracks.get(first.topic)?.shown.endsBefore(first) === true;
  }

  #touch(): void {
    this.#valueChanged = true;
    this.#around.onDirty(this);
  }

  #ageMs(): number | undefined {
    const moments = [...this.#tracks.values()].flatMap(({ shown }) => shown.asOfMs ?? []);
    if (this.#value === undefined || moments.length === 0) {
      return undefined;
    }
    return Math.max(0, Math.floor((this.#around.clock.nowMs() - Math.max(...moments)) / 1000)) * 1000;
  }

  #isStale(): boolean {
    if (this.#definition.needsFeed && this.#around.feed() !== 'LIVE') {
      return true;
    }
    if (this.#source === 'WebSocket') {
      return !this.#whole() && this.#brokenForMs() > STALE_GRACE_MS;
    }
    const intervalMs = this.#fallback ? FALLBACK_POLL_MS : this.#around.cutover.usualPollMs(this.#definition.name);
    // A poll that failed says sooner than silence that REST has stopped.
    const missedPolls = this.#rest.problem === '' ? 2.5 : 1.2;
    return this.#around.runtime.monotonicMs() - this.#heardAtMs > missedPolls * intervalMs + STALE_GRACE_MS;
  }

  #state<K extends keyof TopicData>(spec: TopicSpec<K>): TopicData[K] | undefined {
    return this.#tracks.get(spec.topic)?.shown.latest?.data as TopicData[K] | undefined;
  }

  #log<K extends keyof TopicData>(spec: TopicSpec<K>): readonly TopicData[K][] {
    return (this.#tracks.get(spec.topic)?.shown.entries ?? []).map(({ data }) => data as TopicData[K]);
  }
}
