import type { FeatureDefinition } from './feature.js';
import type { FeatureSnapshot, FeatureSurroundings, PathFigures } from './feature-snapshot.js';
import { Listeners } from './listeners.js';
import type { TopicMessage } from './parse.js';
import { FALLBACK_POLL_MS, PathHealth } from './path-health.js';
import { RestPath } from './rest-path.js';
import type { Cancel } from './runtime.js';
import type { DataSource } from './shown-topic.js';
import { TopicTracks } from './topic-tracks.js';

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
  readonly #topics: TopicTracks;
  readonly #rest: RestPath;
  readonly #health: PathHealth;
  readonly #cancelCutover: Cancel;
  #source: DataSource;
  #value: Value | undefined;
  #snapshot: FeatureSnapshot<Value>;
  #valueChanged = false;
  #begun = false;
  #stopped = false;
  #messages = 0;
  #streamAsOfMs: number | undefined;
  #restAsOfMs: number | undefined;

  constructor(definition: FeatureDefinition<Key, Value>, key: Key, around: FeatureSurroundings) {
    this.#definition = definition;
    this.#key = key;
    this.#around = around;
    this.#source = this.#enabled() ? 'WebSocket' : 'REST (Shadow)';
    this.#health = new PathHealth(around.runtime);
    this.#topics = new TopicTracks(definition, definition.topics(key), around, {
      source: this.#source,
      probe: (topic) => this.#rest.probe(topic),
      onStream: (message, changed) => this.#streamed(message, changed),
      onLive: (wasWhole) => this.#lives(wasWhole),
    });
    this.#rest = this.#restPath(key);
    this.#snapshot = { data: undefined, source: this.#source, ageMs: undefined, stale: false, problem: '' };
    this.#cancelCutover = around.cutover.changes.add(() => this.#apply());
    this.#begin();
  }

  /** Whether both paths are compared at the present stage. */
  get compares(): boolean {
    return COMPARING.has(this.#around.cutover.stageOf(this.#definition.name)?.stage);
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
    this.#cancelCutover();
    this.#rest.stop();
    this.#topics.stop();
  }

  /** Looks at the time: ages grow, paths become stale, REST stands in. Called each second. */
  tick(): void {
    if (this.#health.look(this.#enabled() && !this.#topics.whole)) {
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
      this.#value = this.#definition.value(this.#key, this.#topics);
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

  #restPath(key: Key): RestPath {
    const { runtime, rest, cutover } = this.#around;
    return new RestPath(runtime, rest, this.#definition.routes(key), {
      intervalMs: () => (this.#health.fallback ? FALLBACK_POLL_MS : cutover.pollIntervalMs(this.#definition.name)),
      purpose: () => (this.#health.fallback ? 'resync' : this.#enabled() ? 'parity' : undefined),
      onMessages: (messages) => this.#answered(messages),
      onUnchanged: (messages) => this.#compare(messages),
      onHistory: (messages) => this.#offer(messages, this.#source),
      onHeard: () => this.#heard(),
      onProblem: () => this.#around.onDirty(this),
      leavesHole: (messages) => this.#topics.leavesHole(messages),
    });
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
      this.#health.switched();
      this.#topics.follow(source);
      this.#touch();
    }
  }

  #wanted(): DataSource {
    if (!this.#enabled()) {
      return 'REST (Shadow)';
    }
    if (this.#topics.whole) {
      return 'WebSocket';
    }
    return this.#health.restStandsIn ? 'REST (Shadow)' : this.#source;
  }

  #enabled(): boolean {
    return this.#around.cutover.isWebSocketEnabled(this.#definition.name);
  }

  #streamed(message: TopicMessage, changed: boolean): void {
    this.#messages++;
    this.#streamAsOfMs = Date.parse(message.as_of);
    if (!this.#enabled()) {
      this.#around.onShadow(message);
    }
    if (changed) {
      this.#touch();
    }
  }

  #lives(wasWhole: boolean): void {
    if (wasWhole && !this.#topics.whole) {
      this.#health.streamBroke();
    }
    this.#choose();
    this.#around.onDirty(this);
  }

  #heard(): void {
    this.#health.restHeard();
    this.#choose();
    this.#around.onDirty(this);
  }

  #answered(messages: readonly TopicMessage[]): void {
    this.#offer(messages, 'REST (Shadow)');
    this.#compare(messages);
  }

  #compare(messages: readonly TopicMessage[]): void {
    if (this.compares) {
      this.#topics.compare(messages);
    }
  }

  #offer(messages: readonly TopicMessage[], source: DataSource): void {
    if (messages.length > 0) {
      this.#restAsOfMs = Math.max(this.#restAsOfMs ?? 0, ...messages.map(({ as_of }) => Date.parse(as_of)));
    }
    if (this.#topics.offer(messages, source)) {
      this.#touch();
    }
  }

  #touch(): void {
    this.#valueChanged = true;
    this.#around.onDirty(this);
  }

  #ageMs(): number | undefined {
    const { asOfMs } = this.#topics;
    if (this.#value === undefined || asOfMs === undefined) {
      return undefined;
    }
    return Math.max(0, Math.floor((this.#around.clock.nowMs() - asOfMs) / 1000)) * 1000;
  }

  #isStale(): boolean {
    if (this.#definition.needsFeed && this.#around.feed() !== 'LIVE') {
      return true;
    }
    if (this.#source === 'WebSocket') {
      return !this.#topics.whole && this.#health.isStreamStale();
    }
    const usualPollMs = this.#around.cutover.usualPollMs(this.#definition.name);
    return this.#health.isRestStale(usualPollMs, this.#rest.problem !== '');
  }
}
